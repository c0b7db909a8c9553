import { z } from "zod";

import { isExpression } from "./expressions";
import { duration, nextTick } from "./times";

const Expression = z.string().refine(isExpression, "is not an expression");
const Duration = z.string().refine((text) => duration(text) >= 1_000, "is not a duration of a second or more");
const CronPattern = z.string().refine(isCron, "is not a cron pattern");

const Trigger = z.strictObject({ event: z.string().optional(), expression: Expression.optional(), cron: CronPattern.optional() });
const ConcurrencyLimit = z.strictObject({
  limit: z.int().positive(),
  key: Expression.optional(),
  scope: z.literal("fn", "is not supported here").optional(),
});
const Step = z.object({
  runtime: z.object({ type: z.literal("http"), url: z.url() }),
  retries: z.object({ attempts: z.int().min(0).max(20).optional() }).optional(),
});

/** What the app registers. Strict: an option that is not here is not supported, and whoever uses it is told so at once. */
export const FunctionConfig = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().optional(),
    triggers: z.array(Trigger).max(10),
    steps: z.object({ step: Step }),
    concurrency: z.preprocess(asList, z.array(ConcurrencyLimit).max(2)),
    throttle: z
      .strictObject({ limit: z.int().positive(), period: Duration, key: Expression.optional(), burst: z.int().min(0).optional() })
      .optional(),
    debounce: z.strictObject({ period: Duration, key: Expression.optional(), timeout: Duration.optional() }).optional(),
    batchEvents: z.strictObject({ maxSize: z.int().min(2), timeout: Duration, key: Expression.optional() }).optional(),
    priority: z.strictObject({ run: Expression.optional() }).optional(),
    idempotency: Expression.optional(),
    cancel: z
      .array(z.strictObject({ event: z.string(), if: Expression.optional() }))
      .max(5)
      .optional(),
  })
  .refine(({ batchEvents, cancel, debounce, priority }) => !batchEvents || !(cancel || debounce || priority), {
    path: ["batchEvents"],
    message: "cannot be combined with cancelOn, debounce or priority",
  });
export type FunctionConfig = z.infer<typeof FunctionConfig>;

export class RefusedFunction extends Error {}

/** Throws RefusedFunction, whose message is one sentence that names the function and each option that stands in the way. */
export function parseFunctions(configs: unknown[]): FunctionConfig[] {
  return configs.map((config) => {
    const parsed = FunctionConfig.safeParse(config);
    if (parsed.success) return parsed.data;
    const id = String((config as { id?: unknown } | null)?.id ?? "without an id");
    throw new RefusedFunction(`Function ${id} cannot be registered: ${parsed.error.issues.map(reasonOf).join("; ")}.`);
  });
}

function reasonOf(issue: z.core.$ZodIssue): string {
  const at = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return `option ${at} ${issue.message}`;
  const options = issue.keys.map((key) => (at ? `${at}.${key}` : key));
  return `option ${options.join(" and ")} is not supported by the local Inngest server`;
}

function asList(concurrency: unknown): unknown {
  if (typeof concurrency === "number") return [{ limit: concurrency }];
  return [concurrency ?? []].flat();
}

function isCron(pattern: string): boolean {
  try {
    return nextTick(pattern, new Date()) !== null;
  } catch {
    return false;
  }
}
