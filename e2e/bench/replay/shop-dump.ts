import { z } from "zod";

import { pence } from "./pence";

/** One Shopify order of the dump, money in pence; gross whether or not the shop's prices include tax. */
export type ShopDumpOrder = {
  /** The number behind the gid. */
  id: string;
  name: string;
  total: number;
  rows: ShopDumpRow[];
  /** One per location that hands over or ships something. */
  places: { locationId: string; units: { lineId: string; quantity: number }[] }[];
};
export type ShopDumpRow = {
  id: string;
  sku: string | null;
  title: string;
  quantity: number;
  isShipping: boolean;
  gross: number;
  tax: number;
  /** Per cent. */
  rate: number;
};

const Money = z.object({ shopMoney: z.object({ amount: z.string() }) }).transform(({ shopMoney }) => pence(shopMoney.amount));
const Id = z.string().transform((gid) => gid.split("/").at(-1) ?? gid);
const taxLines = z.array(z.object({ rate: z.number(), priceSet: Money }));
const nodes = <T extends z.ZodType>(item: T) => z.object({ nodes: z.array(item) }).transform(({ nodes: list }) => list);

const ShopifyOrder = z.object({
  id: Id,
  name: z.string(),
  taxesIncluded: z.boolean(),
  totalPriceSet: Money,
  lineItems: nodes(
    z.object({
      id: Id,
      sku: z.string().nullable(),
      name: z.string(),
      quantity: z.int(),
      originalUnitPriceSet: Money,
      discountAllocations: z.array(z.object({ allocatedAmountSet: Money })),
      taxLines,
    }),
  ),
  shippingLines: nodes(z.object({ id: Id, title: z.string(), discountedPriceSet: Money, taxLines })),
  fulfillmentOrders: nodes(
    z.object({
      assignedLocation: z.object({ location: z.object({ id: Id }) }),
      lineItems: nodes(z.object({ totalQuantity: z.int(), lineItem: z.object({ id: Id }) })),
    }),
  ),
});

export const readShopOrders = (lines: readonly string[]): ShopDumpOrder[] =>
  lines.map((line) => toShopOrder(ShopifyOrder.parse(JSON.parse(line))));

function toShopOrder({
  id,
  name,
  taxesIncluded,
  totalPriceSet,
  lineItems,
  shippingLines,
  fulfillmentOrders,
}: z.infer<typeof ShopifyOrder>): ShopDumpOrder {
  const row = (
    line: Pick<ShopDumpRow, "id" | "sku" | "title" | "quantity" | "isShipping">,
    paid: number,
    taxes: z.infer<typeof taxLines>,
  ): ShopDumpRow => {
    const tax = taxes.reduce((total, { priceSet }) => total + priceSet, 0);
    const rate = taxes.reduce((total, each) => total + Math.round(each.rate * 10_000), 0) / 100;
    return { ...line, gross: paid + (taxesIncluded ? 0 : tax), tax, rate };
  };
  return {
    id,
    name,
    total: totalPriceSet,
    rows: [
      ...lineItems.map(({ id: lineId, sku, name: title, quantity, originalUnitPriceSet, discountAllocations, taxLines: taxes }) => {
        const off = discountAllocations.reduce((total, { allocatedAmountSet }) => total + allocatedAmountSet, 0);
        return row({ id: lineId, sku: sku || null, title, quantity, isShipping: false }, originalUnitPriceSet * quantity - off, taxes);
      }),
      ...shippingLines.map(({ id: lineId, title, discountedPriceSet, taxLines: taxes }) =>
        row({ id: lineId, sku: null, title, quantity: 1, isShipping: true }, discountedPriceSet, taxes),
      ),
    ],
    places: fulfillmentOrders.map(({ assignedLocation, lineItems: units }) => ({
      locationId: assignedLocation.location.id,
      units: units.map(({ totalQuantity, lineItem }) => ({ lineId: lineItem.id, quantity: totalQuantity })),
    })),
  };
}
