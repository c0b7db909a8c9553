import { parseArgs } from "node:util";

export const usage = "usage: npm run crash -- [--seed S] [--orders N] [--kills N] [--rate ORDERS_PER_SECOND] [--json]";

export type CrashOptions = { seed: number; orders: number; kills: number; rate: number; json: boolean };

/** Without a seed a new one is drawn; it is printed, so that a run can be had again. */
export function readOptions(args: string[]): CrashOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { seed: text, orders: text, kills: text, rate: text, json: { type: "boolean", default: false } },
  });
  const number = (given: string | undefined, usual: number) => {
    const read = given === undefined ? usual : Number(given);
    if (!(read > 0) || !Number.isFinite(read)) throw new Error(`${given} is no number above 0.\n${usage}`);
    return read;
  };
  return {
    seed: Math.floor(number(values.seed, 1 + Math.random() * 1_000_000)),
    orders: Math.floor(number(values.orders, 600)),
    kills: Math.floor(number(values.kills, 20)),
    rate: number(values.rate, 6),
    json: values.json,
  };
}
