import { z } from "zod";

import { openControl } from "./control";
import { onlineWarehouse, popUp, silentStore, stores } from "./demo-plan";
import { goods, slips } from "./goods";
import { type Places, placed } from "./retailer-plan";

const seedNumber = 1909;
/** A VAT rate that the till has no product group for. */
const galway = { countryCode: "IE", city: "Galway", zip: "H91 E2K3", rate: 23 };

/** The one of the last days' orders whose customer forgot it: paid, and meant to be delivered. */
const withoutPostcode = 117;

/** Tells the traffic who sells what and what goes wrong, and has it place the orders of the last days. Answers how many those are. */
export async function openSaturday(sitooUrl: string, { warehouses, locations }: Places, history: { orders: number; hours: number }) {
  const control = openControl(sitooUrl);
  const placeOf = (name: string) => ({ warehouseid: placed(warehouses, name), locationid: placed(locations, name) });
  await control.post("/saturday/scene", {
    seed: seedNumber,
    stores: stores.map(placeOf),
    online: placeOf(onlineWarehouse),
    goods: goods.map((good) => ({
      tillSku: good.tillSku,
      webSku: good.webSku,
      price: good.price,
      rate: good.rate,
    })),
    stumbles: [
      { every: 9, first: 4, webSku: slips.renamed.web },
      { every: 17, first: 8, webSku: slips.lowerCase.web },
      { every: 12, first: 2, webSku: slips.oversold },
      { every: 14, first: 6, locationid: placed(locations, popUp) },
      { every: 30, first: 15, abroad: galway },
      // One alone: a warehouse was switched off while the customer paid.
      { every: 100_000, first: 11, isUnplaced: true },
      { every: 1_000, first: withoutPostcode, blank: "zip" },
    ],
    offline: [placed(warehouses, silentStore)],
    throttling: { from: 6 * 60, seconds: 120, callsPerMinute: 24 },
  });
  const { placed: orders } = await control.post("/saturday/history", history, z.object({ placed: z.int() }));
  return orders;
}
