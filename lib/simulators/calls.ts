import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";

export type CallCount = {
  /** operation → status → calls; a connection that was cut counts as "cut". */
  counts(): Record<string, Record<string, number>>;
  reset(): void;
  /** Goes before every other middleware. */
  middleware: MiddlewareHandler<{ Bindings: HttpBindings }>;
};

/** Counts in memory, since start or reset. `operationOf` is asked after the call, so it may read what the handler left in the context. */
export function countCalls(operationOf: (c: Context) => string): CallCount {
  let counts: Record<string, Record<string, number>> = {};
  return {
    counts: () => counts,
    reset: () => {
      counts = {};
    },
    async middleware(c, next) {
      await next();
      if (c.req.path.startsWith("/_control")) return;
      const status = c.res === RESPONSE_ALREADY_SENT || c.env.incoming.socket.destroyed ? "cut" : String(c.res.status);
      const operation = operationOf(c);
      const perStatus = counts[operation] ?? {};
      perStatus[status] = (perStatus[status] ?? 0) + 1;
      counts[operation] = perStatus;
    },
  };
}
