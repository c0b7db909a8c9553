import { hourIn } from "../stock/hour-in";
import { isoDayIn } from "../zone-clock";
import type { StoreStage } from "./store-order";

export type BoardOrder = { stage: StoreStage; isPickup: boolean; promiseAt: Date | null; endedAt: Date | null };

/** `h14`: due for pickup between 14:00 and 15:00 today. */
export type BoardShow = "all" | "overdue" | "to-pick" | "ready" | "coming" | "done" | `h${number}`;

const stages = ["overdue", "to-pick", "ready", "coming", "done"] as const;

const isToday = (at: Date, zone: string, now: Date) => isoDayIn(zone, at) === isoDayIn(zone, now);

/** Promised before now and still not with the customer. */
export const isOverdue = ({ stage, promiseAt }: BoardOrder, now: Date): boolean =>
  stage !== "done" && promiseAt !== null && promiseAt < now;

/** `done` are those of today; every other stage is whatever is open. */
export function isOn(order: BoardOrder, show: BoardShow, zone: string, now: Date): boolean {
  const { stage, isPickup, promiseAt, endedAt } = order;
  if (show === "all") return true;
  if (show === "overdue") return isOverdue(order, now);
  if (show === "done") return stage === "done" && endedAt !== null && isToday(endedAt, zone, now);
  if (show === "to-pick" || show === "ready" || show === "coming") return stage === show;
  if (stage === "done" || !isPickup || promiseAt === null || promiseAt < now || !isToday(promiseAt, zone, now)) return false;
  return hourIn(zone, promiseAt) === Number(show.slice(1));
}

export type BoardCounts = Record<(typeof stages)[number], number> & {
  /** The hours of today that are still to come and have pickups due, in order. */
  hours: { hour: number; orders: number }[];
};

/** How many orders each choice shows. */
export function countBoard(orders: readonly BoardOrder[], zone: string, now: Date): BoardCounts {
  const count = (show: BoardShow) => orders.filter((order) => isOn(order, show, zone, now)).length;
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, orders: count(`h${hour}`) }));
  return {
    overdue: count("overdue"),
    "to-pick": count("to-pick"),
    ready: count("ready"),
    coming: count("coming"),
    done: count("done"),
    hours: hours.filter(({ orders: due }) => due > 0),
  };
}
