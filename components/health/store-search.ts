import { createParser, parseAsString } from "nuqs";

import type { BoardShow } from "@/lib/domain/orders/store-board";

const fixed = new Set(["all", "overdue", "to-pick", "ready", "coming", "done"]);
export const isShow = (text: string): text is BoardShow => fixed.has(text) || /^h([0-9]|1[0-9]|2[0-3])$/.test(text);

/** What of the store's day is shown, in its address. */
export const storeSearch = {
  q: parseAsString.withDefault(""),
  show: createParser<BoardShow>({ parse: (text) => (isShow(text) ? text : null), serialize: String }).withDefault("all"),
};
