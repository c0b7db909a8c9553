import { z } from "zod";

// Ids arrive as integers; GUIDs and a few newer ones as text.
const id = z.union([z.int(), z.string().min(1)]).transform(String);
const money = z.string().regex(/^-?\d+(\.\d+)?$/);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const seconds = z.int().min(0).max(8_000_000_000);
// An empty object may come as an empty list.
const notes = z
  .union([z.record(z.string(), z.unknown()), z.array(z.unknown()).length(0)])
  .nullish()
  .transform((value): Record<string, unknown> => (value && !Array.isArray(value) ? value : {}));

export const SitooRefusal = z.object({ errortext: z.string().min(1) });

export const SitooId = id;
export const SitooDone = z.literal(true);
export const sitooPage = <T extends z.ZodType>(item: T) => z.object({ totalcount: z.int(), items: z.array(item) });

export const SitooOrder = z.object({
  orderid: id,
  externalid: z.string().nullish(),
  orderstateid: z.int(),
  warehouseid: id.nullish(),
  currencycode: z.string(),
  datereserved: seconds.nullish(),
  moneytotal_gross_all: money,
  orderitems: z.array(
    z.object({
      sku: z.string().nullish(),
      quantity: z.int(),
      vatvalue: z.number().min(0).nullish(),
      moneyitemtotal_net: money,
      moneyitemtotal_vat: money,
    }),
  ),
  additionaldata: notes,
});
export type SitooOrder = z.output<typeof SitooOrder>;

/** A list in which an item that makes no sense is left out: of stock, the look at each pair finds it. */
const sensible = <T extends z.ZodType>(item: T) =>
  z.array(z.unknown()).transform((items) =>
    items.flatMap((one) => {
      const read = item.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );

export const SitooLevel = z.object({ sku: z.string(), decimaltotal: decimal, decimalreserved: decimal.nullish() });
export type SitooLevel = z.output<typeof SitooLevel>;
/** Of a level in a list that makes no sense the SKU is enough: it is to be looked at. */
export const SitooListedLevel = z.object({
  sku: z.string(),
  decimaltotal: decimal.nullable().catch(null),
  decimalreserved: decimal.nullish().catch(null),
});

export const SitooMovement = z.object({
  warehousetransactionid: id,
  warehouseid: id,
  datecreated: seconds,
  transactiontype: z.int(),
  items: sensible(z.object({ sku: z.string(), decimalquantity: decimal, decimaltotal: decimal })),
});
export type SitooMovement = z.output<typeof SitooMovement>;

export const SitooProduct = z.object({
  productid: id,
  sku: z.string(),
  title: z.string().nullish(),
  barcode: z.string().nullish(),
  activepos: z.boolean(),
  stockcountenable: z.boolean(),
  stockallowbackorder: z.boolean().nullish(),
  vatvalue: z.number().min(0).nullish(),
  moneyprice: money.nullish(),
  moneyfinalprice: money.nullish(),
  datemodified: seconds.nullish(),
});
export type SitooProduct = z.output<typeof SitooProduct>;

export const SitooWarehouse = z.object({
  warehouseid: id,
  warehousetype: z.int().nullish(),
  storeid: id.nullish(),
  sellable: z.boolean().nullish(),
  currencycode: z.string(),
  name: z.string(),
});
export const SitooStore = z.object({ storeid: id, name: z.string() });
export const SitooProductGroup = z.object({ value: z.number() });
