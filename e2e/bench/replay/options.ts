import { parseArgs } from "node:util";
import { z } from "zod";

export const usage =
  "usage: npm run replay -- FILE.csv [--unknown-skus N] [--faults none|transient|lost-answers] [--seed S] [--rate ORDERS_PER_SECOND] [--dump DIR] [--json]";

const whole = (least: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least));
const Values = z.object({
  "unknown-skus": whole(0).default(0),
  faults: z.enum(["none", "transient", "lost-answers"]).default("none"),
  seed: whole(0).default(1),
  rate: z.string().transform(Number).pipe(z.number().positive().max(1_000)).optional(),
  quota: z.enum(["none", "real"]).default("none"),
  dump: z.string().min(1).optional(),
  json: z.boolean().default(false),
});

export type ReplayOptions = {
  file: string;
  unknownSkus: number;
  faults: "none" | "transient" | "lost-answers";
  seed: number;
  /** Orders per second; absent: all at once. */
  rate?: number;
  quota: "none" | "real";
  dump?: string;
  json: boolean;
};

export class WrongUsage extends Error {}

export function readOptions(args: string[]): ReplayOptions {
  const { values, positionals } = parsed(args);
  const read = Values.safeParse(values);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new WrongUsage(`--${String(issue?.path[0])} cannot be ${String(values[issue?.path[0] as keyof typeof values])}.\n${usage}`);
  }
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new WrongUsage(usage);
  const { "unknown-skus": unknownSkus, rate, dump, ...rest } = read.data;
  return { file, unknownSkus, ...rest, ...(rate !== undefined && { rate }), ...(dump !== undefined && { dump }) };
}

function parsed(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { "unknown-skus": text, faults: text, seed: text, rate: text, quota: text, dump: text, json: { type: "boolean" } },
    });
  } catch (cause) {
    throw new WrongUsage(`${(cause as Error).message.split(". ")[0]}.\n${usage}`);
  }
}
