import type pg from "pg";

import type { FunctionConfig } from "./function-config";

export type Functions = {
  reload(): Promise<void>;
  /** How many functions there are to start. */
  count(): number;
  find(id: string): FunctionConfig | undefined;
  triggeredBy(eventName: string): { fn: FunctionConfig; expression?: string | undefined }[];
  cancelledBy(eventName: string): { fn: FunctionConfig; if?: string | undefined }[];
};

/** "shop/stock.changed" is also matched by "shop/*" and "shop/stock.*". */
export function namePatterns(name: string): string[] {
  const cuts = [...name.matchAll(/[/.]/g)].map((cut) => `${name.slice(0, cut.index + 1)}*`);
  return [name, ...cuts];
}

export function knownFunctions(pool: pg.Pool): Functions {
  let configs = new Map<string, FunctionConfig>();
  return {
    async reload() {
      const { rows } = await pool.query<{ id: string; config: FunctionConfig }>(
        "select id, config from inngest.function where archived_at is null",
      );
      configs = new Map(rows.map(({ id, config }) => [id, config]));
    },
    count: () => configs.size,
    find: (id) => configs.get(id),
    triggeredBy(eventName) {
      const patterns = namePatterns(eventName);
      const matching = ({ triggers }: FunctionConfig) => triggers.filter(({ event }) => event && patterns.includes(event));
      return [...configs.values()].flatMap((fn) => matching(fn).map(({ expression }) => ({ fn, expression })));
    },
    cancelledBy(eventName) {
      const matching = ({ cancel = [] }: FunctionConfig) => cancel.filter(({ event }) => event === eventName);
      return [...configs.values()].flatMap((fn) => matching(fn).map((cancel) => ({ fn, if: cancel.if })));
    },
  };
}
