import { z } from "zod";

import { drawFor } from "./draw";
import type { Scene } from "./scene";

/** A web order that waits at a warehouse; times in Unix seconds. */
export const OpenOrder = z.object({ orderid: z.int(), warehouseid: z.int().nullable(), createdAt: z.int(), isReady: z.boolean() });
export type OpenOrder = z.infer<typeof OpenOrder>;
export type StaffAct = { orderid: number; act: "mark-ready" | "hand-over" };

const mostAtOnce = 15;

/** Staff pick the goods and say so; the customer comes, or the carrier does. `speed` makes them hurry. */
export function planStaff({ seed, stores, offline }: Scene, orders: readonly OpenOrder[], now: number, speed: number): StaffAct[] {
  const acts = orders.flatMap(({ orderid, warehouseid, createdAt, isReady }): StaffAct[] => {
    if (warehouseid !== null && offline.includes(warehouseid)) return [];
    const draw = drawFor(seed, "staff", orderid);
    const readyAfter = draw.between(40, 180);
    const goneAfter = readyAfter + draw.between(60, 480);
    const age = (now - createdAt) * speed;
    const isCollected = stores.some((store) => store.warehouseid === warehouseid);
    if (age >= goneAfter && (isReady || !isCollected)) return [{ orderid, act: "hand-over" }];
    return age >= readyAfter && isCollected && !isReady ? [{ orderid, act: "mark-ready" }] : [];
  });
  return acts.slice(0, mostAtOnce);
}
