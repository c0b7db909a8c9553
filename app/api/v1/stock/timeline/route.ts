import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listPairTimeline } from "@/lib/data/pair-timeline";

const Question = z.object({
  shop: z.uuid(),
  location: z.string().min(1).max(100),
  sku: z.string().min(1).max(255),
  before: z.iso.datetime().optional(),
});

/** What happened to one SKU at one location on both sides, newest first. */
export const GET = answerApi("stock:read", async (request) => {
  const { shop, location, sku, before } = Question.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { rows: await listPairTimeline(shop, location, sku, { before: before ? new Date(before) : null }), asOf: new Date() };
});
