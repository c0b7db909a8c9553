import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { getOrderTrace } from "@/lib/data/trace";

type Context = { params: Promise<{ shop: string; order: string }> };

/** What is stored of an order, as it is stored: for administrators. */
export const GET = answerApi("connections:write", async (_, __, { params }: Context) => {
  const { shop, order } = await params;
  if (!z.uuid().safeParse(shop).success) throw new AppError("not-found", "There is no such order.");
  const { source, effects, records, deliveries } = await getOrderTrace(shop, decodeURIComponent(order));
  return {
    parts: [
      { title: "The order as last read from the shop", json: source },
      ...effects.map(({ key, request, answer, state, remoteId }) => ({
        title: `Sent as ${key}`,
        json: { state, remoteId, answer, request },
      })),
      ...records.map(({ at, outcome, why, detail }) => ({ title: `Recorded ${at.toISOString()}`, json: { outcome, why, detail } })),
      ...deliveries.map(({ deliveryId, topic, receivedAt, body }) => ({
        title: `Message ${topic}`,
        json: { deliveryId, receivedAt, body },
      })),
    ],
  };
});
