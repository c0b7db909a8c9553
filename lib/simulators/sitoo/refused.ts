import type { Context } from "hono";
import { z } from "zod";

/** What Sitoo says no with: `{"statuscode":400,"errortext":"..."}` under the same HTTP status. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(
    readonly status: 400 | 401 | 404 | 429 | 500 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** An unreadable body or field is a refusal too; null for a fault of the simulator itself. */
export function asRefused(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof SyntaxError) return new Refused(400, "Invalid JSON");
  if (!(error instanceof z.ZodError)) return null;
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  const missing = issue?.code === "invalid_type" && issue.message.endsWith("received undefined");
  return new Refused(400, missing ? `Missing required field ${field}` : `Invalid value for field ${field}`);
}

export const errorBody = (status: number, errortext: string) => ({ statuscode: status, errortext });

export function answerRefused(c: Context, refused: Refused): Response {
  return c.json(errorBody(refused.status, refused.message), refused.status);
}

export const found = <T>(thing: T | null, what: string): T => {
  if (thing === null) throw new Refused(404, `Unknown ${what}`);
  return thing;
};

export function demand(condition: boolean, errortext: string): asserts condition {
  if (!condition) throw new Refused(400, errortext);
}
