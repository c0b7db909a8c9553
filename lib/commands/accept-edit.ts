import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { dropAllowance, findAllowance, keepAllowance } from "@/lib/data/allowances";
import { getCauses } from "@/lib/data/causes";
import { getConnection } from "@/lib/data/connections";
import { moveCauses } from "@/lib/data/move-causes";
import { keepStockEntries } from "@/lib/data/stock-entries";
import { markPairs } from "@/lib/data/stock-pairs";
import { editedInShop } from "@/lib/domain/exceptions/kinds/edited-in-shop";
import { LocationId, Sku } from "@/lib/domain/ids";
import { dayIn } from "@/lib/domain/say-clock";

import { command } from "./command";

const mostDays = 30;
const mostUnits = 9_999;
const dayMs = 86_400_000;
const signed = (units: number) => (units > 0 ? `${units} more` : `${-units} fewer`);

/**
 * Whoever edited the shop was right: so many units more or fewer than the till's count until then, or until the till is counted.
 * What sells in between lowers the figure as ever.
 */
export const acceptEdit = command({
  action: "stock.accept-edit",
  needs: "stock:write",
  input: z.object({ causeId: z.uuid(), days: z.int("Whole days.").min(1, "At least one day.").max(mostDays, `At most ${mostDays} days.`) }),
  async run(tx, { causeId, days }, actor) {
    const [cause] = await getCauses([causeId]);
    const edit = editedInShop.evidence.safeParse(cause?.evidence);
    if (!cause || cause.kind !== editedInShop.id || !edit.success) throw new AppError("not-found", "This edit is not known.");
    if (cause.state === "resolved") throw new AppError("conflict", "This was settled already; its figure was put back.");
    const { id: shopId, posId, zone } = await getConnection(cause.connectionId);
    if (!posId) throw new AppError("invalid", "Choose a shop.");
    const { sku, locationId, store, from, to } = edit.data;
    const pair = { shopId, locationId, sku };
    const before = (await findAllowance(tx, pair))?.units ?? 0;
    const units = before + to - from;
    if (Math.abs(units) > mostUnits) throw new AppError("invalid", `So many units cannot be accepted: have ${store} counted.`);
    const until = new Date(Date.now() + days * dayMs);
    if (units === 0) await dropAllowance(tx, pair);
    else await keepAllowance(tx, { ...pair, units, until }, actor.id);
    const said = units === 0 ? "the till's own figure" : `${signed(units)} than the till until ${dayIn(zone, until)}`;
    await keepStockEntries(tx, shopId, [{ locationId, sku, what: "accepted", before: from, after: to, text: `Edit accepted: ${said}` }]);
    await markPairs(tx, posId, [pair]);
    await moveCauses(tx, [causeId], { do: "resolve", text: `Accepted at ${store}: ${said}` }, actor.id);
    return { subject: `shop:${shopId}`, change: { sku, locationId, from, to, before, units, until, causeId }, answer: { units, until } };
  },
});

/** The till alone counts again. */
export const endAcceptance = command({
  action: "stock.end-acceptance",
  needs: "stock:write",
  input: z.object({ shopId: z.uuid(), locationId: LocationId, sku: Sku }),
  async run(tx, pair) {
    const { posId } = await getConnection(pair.shopId);
    if (!posId) throw new AppError("invalid", "Choose a shop.");
    const units = await dropAllowance(tx, pair);
    if (units === null) throw new AppError("conflict", "Nothing is accepted there any more.");
    const { shopId, ...at } = pair;
    const text = "The accepted figure was taken back; the till alone counts again";
    await keepStockEntries(tx, shopId, [{ ...at, what: "accepted", before: units, after: null, text }]);
    await markPairs(tx, posId, [pair]);
    return { subject: `shop:${shopId}`, change: { ...at, units }, answer: undefined };
  },
});
