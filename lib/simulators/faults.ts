import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";
import { z } from "zod";

import type { State } from "./state";

const Share = z.number().min(0).max(1);

export const Faults = z.object({
  mode: z.enum(["none", "transient", "lost-answers"]).default("none"),
  /** Share of the calls that the mode strikes. */
  rate: Share.default(0),
  seed: z.int().default(1),
  /** Wait before each call is taken; with slowSkus only for calls that name one of them. */
  latencyMs: z.int().min(0).default(0),
  slowSkus: z.array(z.string()).default([]),
  /** Every call of the platform finds a dead connection. */
  down: z.boolean().default(false),
  duplicateWebhooks: Share.default(0),
  reorderWebhooks: Share.default(0),
  /** External ids of stores whose events are never sent. */
  silentStores: z.array(z.string()).default([]),
  /** Creates that name one of these (external id, SKU) answer 500 before the effect. */
  alwaysFail: z.array(z.string()).default([]),
});
export type Faults = z.infer<typeof Faults>;

export type FaultInjection = {
  settings(): Faults;
  put(settings: Faults): void;
  /** The next number of the seeded row, 0 ≤ n < 1; the place in the row survives restarts. */
  draw(): number;
  middleware: MiddlewareHandler<{ Bindings: HttpBindings }>;
};

/** mulberry32 at a place in its row. */
export function numberAt(seed: number, place: number): number {
  const a = (seed + Math.imul(place + 1, 0x6d2b79f5)) | 0;
  let t = Math.imul(a ^ (a >>> 15), 1 | a);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** Ends the connection without an answer. */
export function cutConnection(c: Context<{ Bindings: HttpBindings }>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

const pause = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/** `isCreate` tells which calls alwaysFail looks at; `busy` and `broken` answer in the platform's own shape. */
export function openFaults(
  state: State,
  platform: {
    isCreate(method: string, path: string, body: string): boolean;
    answer(c: Context<{ Bindings: HttpBindings }>, status: 429 | 500 | 503): Response;
  },
): FaultInjection {
  const settings = state.setting("faults", Faults, Faults.parse({}));
  const place = state.setting("faults.place", z.int(), 0);

  const draw = () => {
    place.put(place.get() + 1);
    return numberAt(settings.get().seed, place.get());
  };

  return {
    settings: () => settings.get(),
    put(next) {
      state.transaction(() => {
        if (next.seed !== settings.get().seed) place.put(0);
        settings.put(next);
      });
    },
    draw,
    async middleware(c, next) {
      if (c.req.path.startsWith("/_control")) return next();
      const { mode, rate, latencyMs, slowSkus, down, alwaysFail } = settings.get();
      if (down) return cutConnection(c);

      const body = slowSkus.length + alwaysFail.length > 0 && c.req.method !== "GET" ? await c.req.text() : "";
      const names = (sku: string) => c.req.url.includes(encodeURIComponent(sku)) || body.includes(sku);
      if (latencyMs > 0 && (slowSkus.length === 0 || slowSkus.some(names))) await pause(latencyMs);
      if (alwaysFail.some((id) => body.includes(JSON.stringify(id))) && platform.isCreate(c.req.method, c.req.path, body))
        return platform.answer(c, 500);

      const struck = mode !== "none" && rate > 0 && draw() < rate;
      if (struck && mode === "transient") {
        const status = ([500, 503, 429, "cut"] as const)[Math.floor(draw() * 4)] ?? "cut";
        return status === "cut" ? cutConnection(c) : platform.answer(c, status);
      }
      await next();
      if (struck) c.res = cutConnection(c);
    },
  };
}
