import { z } from "zod";

import type { State } from "./state";

export const AfterEffect = z.object({ url: z.url().nullable(), every: z.int().min(1).default(1) });
export type AfterEffect = z.infer<typeof AfterEffect>;

const patienceMs = 2_000;

/** Calls somebody between the commit of an order and its answer, so that they can kill a process just then. */
export function openAfterEffect(state: State) {
  const settings = state.setting("after-effect", AfterEffect, { url: null, every: 1 });
  const created = state.setting("after-effect.created", z.int(), 0);
  return {
    settings: () => settings.get(),
    put(next: AfterEffect) {
      settings.put(next);
      created.put(0);
    },
    /** Await it after the commit of an order create, before the answer. */
    async orderCreated(order: { id: string; externalId: string | null }): Promise<void> {
      const { url, every } = settings.get();
      if (!url) return;
      created.put(created.get() + 1);
      if (created.get() % every !== 0) return;
      const body = JSON.stringify({ ...order, nth: created.get() });
      try {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
          signal: AbortSignal.timeout(patienceMs),
        });
        await answer.arrayBuffer();
      } catch (error) {
        console.warn(`after-effect: ${url} did not answer: ${String(error)}`);
      }
    },
  };
}
export type AfterEffectHook = ReturnType<typeof openAfterEffect>;
