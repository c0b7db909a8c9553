import { join } from "node:path";
import { z } from "zod";

import { drawFor } from "./saturday/draw";
import { openMeter, paceAt } from "./saturday/pace";
import { planStaff, type StaffAct } from "./saturday/plan-staff";
import { planTillSale } from "./saturday/plan-till-sale";
import { planWebOrder, type WebOrder } from "./saturday/plan-web-order";
import { beforeOpening, FollowUp, Progress } from "./saturday/progress";
import { Scene } from "./saturday/scene";
import { type Addresses, openSides, type Sides } from "./saturday/sides";
import { toShopifyOrder } from "./saturday/to-shopify-order";
import { openState } from "./state";

const everyMs = 250;
const staffEveryMs = 5_000;
const countEveryMs = 5_000;
/** After a restart the app has to come up first: who finds it closed comes back much later. */
const openingMs = 10_000;
const mostAtOnce = 20;
const second = 1_000;

export type Saturday = ReturnType<typeof openSaturday>;

/** A busy day in the stores and online; `saturday.sqlite` in the folder keeps how far it is. */
export function openSaturday(folder: string) {
  const state = openState(join(folder, "saturday.sqlite"), "");
  const scene = state.setting("scene", Scene.nullable(), null);
  const progress = state.setting("progress", Progress, beforeOpening);
  const followUps = state.setting("follow-ups", z.array(FollowUp), []);
  const meters = { till: openMeter(mostAtOnce), web: openMeter(mostAtOnce) };
  let sides: Sides | null = null;
  let timer: NodeJS.Timeout | null = null;
  let running = Promise.resolve();
  let notBefore = 0;
  let ticked = 0;
  let staffed = 0;
  let counted = { at: 0, shelves: { free: (_warehouseid: number, _sku: string) => 0 } };
  let isThrottled: boolean | null = null;

  const count = (change: Partial<Record<keyof Progress, number>>) => {
    const now = progress.get();
    const added = Object.entries(change).map(([what, by]) => [what, Number(now[what as keyof Progress]) + by]);
    progress.put({ ...now, ...Object.fromEntries(added) });
  };
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      count({ failed: 1 });
      progress.put({ ...progress.get(), lastFailure: error instanceof Error ? error.message : String(error) });
    }
  }
  const open = (): { scene: Scene; sides: Sides } => {
    const known = scene.get();
    if (!known || !sides) throw new Error("Nobody has said who sells what");
    return { scene: known, sides };
  };
  async function shelves() {
    if (Date.now() - counted.at > countEveryMs) counted = { at: Date.now(), shelves: await open().sides.countShelves() };
    return counted.shelves;
  }

  async function sellOne(): Promise<void> {
    const sale = planTillSale(open().scene, progress.get().tillCustomers, await shelves());
    count({ tillCustomers: 1 });
    if (!sale) return;
    await open().sides.sell(sale);
    if (!sale.offline) count({ sold: 1 });
  }

  async function orderOne(createdAt: Date | null = null): Promise<void> {
    const order = planWebOrder(open().scene, progress.get().webCustomers, await shelves());
    count({ webCustomers: 1 });
    if (!order) return;
    const id = await open().sides.order(toShopifyOrder(order, createdAt?.toISOString() ?? null), createdAt === null);
    if (id === null) return;
    count({ ordered: 1 });
    followUps.put([...followUps.get(), ...whatFollows(order, id)]);
  }

  function whatFollows({ isPaid, cancelledAfter }: WebOrder, order: string): FollowUp[] {
    const { speed } = progress.get();
    const at = (seconds: number) => Date.now() + (seconds * second) / speed;
    const paysAfter = drawFor(open().scene.seed, "pays", progress.get().webCustomers).between(60, 240);
    return [
      ...(isPaid ? [] : [{ at: at(paysAfter), act: "pay" as const, order }]),
      ...(cancelledAfter === null ? [] : [{ at: at(cancelledAfter), act: "cancel" as const, order }]),
    ];
  }

  async function followUp(): Promise<void> {
    const due = followUps.get().filter(({ at }) => at <= Date.now());
    if (due.length === 0) return;
    followUps.put(followUps.get().filter(({ at }) => at > Date.now()));
    for (const { act, order } of due)
      await attempt(async () => {
        await open().sides[act](order);
        count(act === "pay" ? { paidLater: 1 } : { cancelled: 1 });
      });
  }

  async function work(): Promise<void> {
    if (Date.now() - staffed < staffEveryMs) return;
    staffed = Date.now();
    const acts = planStaff(open().scene, await open().sides.listOpenOrders(), Math.floor(Date.now() / second), progress.get().speed);
    for (const act of acts) await attempt(() => workOn(act));
  }
  async function workOn(act: StaffAct): Promise<void> {
    await open().sides.staff(act);
    count(act.act === "mark-ready" ? { markedReady: 1 } : { handedOver: 1 });
  }

  async function throttle(secondsOpen: number): Promise<void> {
    const { throttling } = open().scene;
    if (!throttling) return;
    const isWanted = secondsOpen >= throttling.from && secondsOpen < throttling.from + throttling.seconds;
    if (isWanted === isThrottled) return;
    await open().sides.throttle(isWanted ? { mode: "custom", limit: throttling.callsPerMinute, windowSeconds: 60 } : { mode: "real" });
    isThrottled = isWanted;
  }

  async function tick(): Promise<void> {
    const now = Date.now();
    const passed = (now - ticked) / second;
    ticked = now;
    const { isOpen, speed, openedAt } = progress.get();
    if (!isOpen || !scene.get() || now < notBefore) return;
    const secondsOpen = (now - (openedAt ?? now)) / second;
    const pace = paceAt(secondsOpen);
    await attempt(() => throttle(secondsOpen));
    for (let due = meters.till.add(passed * pace.till * speed); due > 0; due -= 1) await attempt(sellOne);
    for (let due = meters.web.add(passed * pace.web * speed); due > 0; due -= 1) await attempt(orderOne);
    await followUp();
    await attempt(work);
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = tick().finally(() => {
        if (timer) schedule();
      });
    }, everyMs);
    timer.unref();
  }

  return {
    state: () => {
      const { isOpen, openedAt, ...rest } = progress.get();
      const pace = paceAt(openedAt === null ? 0 : (Date.now() - openedAt) / second);
      return { isOpen, openedAt, ...rest, pace, hasScene: scene.get() !== null, waiting: followUps.get().length };
    },
    setScene: (next: Scene) => scene.put(next),
    open(): void {
      open();
      notBefore = 0;
      progress.put({ ...progress.get(), isOpen: true, openedAt: Date.now() });
    },
    close: () => progress.put({ ...progress.get(), isOpen: false }),
    hurry: (speed: number) => progress.put({ ...progress.get(), speed }),
    /** Web orders of the past, which no webhook tells of, spread evenly from the oldest to the newest. */
    async lookBack(orders: number, hours: number): Promise<number> {
      const before = progress.get().ordered;
      const from = Date.now() - hours * 3_600 * second;
      for (let nth = 0; nth < orders; nth += 1) await orderOne(new Date(from + ((nth + 0.5) / orders) * hours * 3_600 * second));
      return progress.get().ordered - before;
    },
    begin(addresses: Addresses): void {
      sides = openSides(addresses);
      ticked = Date.now();
      notBefore = ticked + openingMs;
      schedule();
    },
    async stop(): Promise<void> {
      if (timer) clearTimeout(timer);
      timer = null;
      await running;
      state.close();
    },
  };
}
