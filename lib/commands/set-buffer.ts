import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { saveBuffer } from "@/lib/data/buffers";
import { getConnection } from "@/lib/data/connections";
import { listMappedLocations } from "@/lib/data/find-pairs";
import { keepStockEntries } from "@/lib/data/stock-entries";
import { markEverywhere } from "@/lib/data/stock-pairs";
import { holdAll } from "@/lib/domain/stock/sellable";

import { command } from "./command";

const mostEntries = 100;

export const BufferInput = z.object({
  shopId: z.uuid(),
  /** Empty: every product. */
  sku: z.string().max(255),
  /** Empty: of every category. A product's own rule names none. */
  category: z.string().max(255).default(""),
  /** Empty: every location. */
  locationId: z.string().max(100),
  /** Null takes the rule away; the next wider one counts again. */
  units: z.int("Whole units.").min(0, "At least 0.").max(holdAll, "At most 9,999.").nullable(),
});

/** Holds units back from the web. The figure online follows with the next drain. */
export const setBuffer = command({
  action: "stock.buffer",
  needs: "stock:write",
  input: BufferInput,
  async run(tx, input, actor) {
    const { shopId, sku, category, locationId, units } = input;
    if (sku !== "" && category !== "") throw new AppError("invalid", "A rule is for one product or for one category.");
    const shop = await getConnection(shopId);
    if (!shop.posId) throw new AppError("invalid", "Choose a shop.");
    const locations = (await listMappedLocations(shopId)).filter((place) => locationId === "" || place.locationId === locationId);
    if (locations.length === 0) throw new AppError("invalid", "This location is not mapped to the till.");
    const before = await saveBuffer(tx, input, units, actor.id);
    const marked = await markEverywhere(
      tx,
      { id: shopId, posId: shop.posId },
      { skus: sku === "" ? null : [sku], category: category || null, locationIds: locationId === "" ? null : [locationId] },
    );
    if (sku !== "") {
      const text = units === null ? "Buffer taken away" : units === holdAll ? "Held from the web" : `Buffer set to ${units}`;
      const entries = locations
        .slice(0, mostEntries)
        .map((place) => ({ locationId: place.locationId, sku, what: "buffer" as const, before, after: units, text }));
      await keepStockEntries(tx, shopId, entries);
    }
    return { subject: `shop:${shopId}`, change: { ...input, before, pairs: marked }, answer: { pairs: marked, before } };
  },
});
