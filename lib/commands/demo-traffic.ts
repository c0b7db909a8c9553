import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { type Actor, may } from "@/lib/auth/permissions";
import { Budget } from "@/lib/connectors/budget";
import { ConnectorError } from "@/lib/connectors/error";
import { createHttp } from "@/lib/connectors/http";
import { ConnectionId } from "@/lib/domain/ids";

/** The demo's customers and staff: how far their day is. */
export const Traffic = z.object({
  isOpen: z.boolean(),
  speed: z.number(),
  openedAt: z.number().nullable(),
  sold: z.number(),
  ordered: z.number(),
  handedOver: z.number(),
  cancelled: z.number(),
  failed: z.number(),
  lastFailure: z.string(),
  pace: z.object({ till: z.number(), web: z.number() }),
});
export type Traffic = z.infer<typeof Traffic>;

const Steer = z.discriminatedUnion("do", [
  z.object({ do: z.enum(["start", "stop"]) }),
  z.object({ do: z.literal("speed"), speed: z.number().positive().max(50) }),
]);

const nobody = { id: ConnectionId.parse("00000000-0000-4000-8000-000000000000"), platform: "simulator" };
/** Not a connection: its calls count against no quota. */
const unmetered = { costOf: () => 0, spend: () => 0, settle: () => 0 };

const open = (simulatorUrl: string) =>
  createHttp(nobody, { baseUrl: `${simulatorUrl}/_control`, headers: async () => ({}) }, { budget: new Budget(unmetered) });

export const readTraffic = (simulatorUrl: string): Promise<Traffic> =>
  plainly(open(simulatorUrl).send("traffic.read", { method: "GET", path: "saturday" }, Traffic));

export async function steerTraffic(simulatorUrl: string, actor: Actor, raw: unknown): Promise<Traffic> {
  if (!may(actor, "records:read")) throw new AppError("forbidden", "Your role does not allow this.");
  const input = Steer.parse(raw);
  const json = input.do === "speed" ? { speed: input.speed } : {};
  return plainly(open(simulatorUrl).send("traffic.steer", { method: "POST", path: `saturday/${input.do}`, json }, Traffic));
}

async function plainly<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ConnectorError) throw new AppError("conflict", "The stand-in shop and till do not answer just now.");
    throw error;
  }
}
