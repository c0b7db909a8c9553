import { expect, test } from "vitest";

import { endOf, sayStock, stageOf } from "./store-order";
import { at } from "./test-trace";

test.each([
  [["made"], "to-pick"],
  [["made", null, "ready"], "ready"],
  [["made", "ready", "delivered", "closed"], "done"],
  [["made", "cancelled"], "done"],
  [[], "to-pick"],
] as const)("%j is %s", (news, stage) => expect(stageOf(news)).toBe(stage));

test.each([
  [["made", "ready"], null],
  [["made", "ready", "delivered", "closed"], "handed-over"],
  [["made", "closed"], "handed-over"],
  [["made", "cancelled", "closed"], "cancelled"],
  [["delivered", "cancelled"], "handed-over"],
] as const)("%j ended as %s", (news, end) => expect(endOf(news)).toBe(end));

const stock = { shopName: "Shop", isPaused: false, pausedUntil: null, confirmedAt: at(0), waiting: 0, waitingSince: null };

test.each([
  [{}, true, "Shop shows what is on the shelf."],
  [{ waiting: 2, waitingSince: at(290) }, true, "Shop is up to date, 2 products on the way."],
  [{ waiting: 1, waitingSince: at(0) }, false, "Shop is behind: it shows an older figure for 1 product."],
  [{ isPaused: true }, false, "Shop is not being updated: it was paused. Check the shelf before you promise anything."],
  [{ pausedUntil: at(400) }, false, "Shop does not answer just now; it is tried again by itself."],
  [{ confirmedAt: null }, false, "Shop has not been told of the stock here yet."],
])("the website %j", (more, isLive, text) => expect(sayStock({ ...stock, ...more }, at(300))).toEqual({ isLive, text }));
