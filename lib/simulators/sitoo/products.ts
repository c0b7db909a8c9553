import { z } from "zod";

import type { Account } from "./account";
import { defaultGroup, findProductGroup, type ProductGroup } from "./product-groups";
import { demand, found } from "./refused";
import { Money } from "./scalars";

const Fields = z
  .object({
    title: z.string(),
    descriptionshort: z.string(),
    description: z.string(),
    skumanufacturer: z.string(),
    manufacturerurl: z.string(),
    moneyprice: Money,
    moneypriceorg: Money,
    moneypricein: Money,
    vatid: z.int(),
    defaultcategoryid: z.int().nullable(),
    categories: z.array(z.int()),
    manufacturerid: z.int().nullable(),
    active: z.boolean(),
    activepos: z.boolean(),
    stockcountenable: z.boolean(),
    stockallowbackorder: z.boolean(),
    barcode: z.string().nullable(),
    barcodealiases: z.array(z.string()),
    unitlabel: z.string(),
    allowdecimals: z.boolean(),
    deliveryinfo: z.string(),
    customattributes: z.record(z.string(), z.unknown()),
    custom1: z.string(),
    custom2: z.string(),
    custom3: z.string(),
    custom4: z.string(),
    custom5: z.string(),
  })
  .partial();
const SkuText = z.string().regex(/^[A-Za-z0-9_+\-/]+$/);
export const NewProduct = Fields.extend({ sku: SkuText });
export const ProductChanges = Fields.extend({ sku: SkuText.optional() });

const blank = {
  title: "",
  descriptionshort: "",
  description: "",
  skumanufacturer: "",
  manufacturerurl: "",
  moneyprice: "0.00",
  moneypriceorg: "0.00",
  moneypricein: "0.00",
  vatid: defaultGroup,
  defaultcategoryid: null as number | null,
  categories: [] as number[],
  manufacturerid: null as number | null,
  active: true,
  activepos: true,
  stockcountenable: true,
  stockallowbackorder: false,
  barcode: null as string | null,
  barcodealiases: [] as string[],
  unitlabel: "",
  allowdecimals: false,
  deliveryinfo: "",
  customattributes: {} as Record<string, unknown>,
  variant: [] as { name: string; value: string }[],
  datecreated: 0,
};

type Row = { productid: number; eshopid: number; sku: string; variantparentid: number | null; datemodified: number; doc: string };
export type Product = typeof blank &
  Omit<Row, "doc"> &
  Pick<ProductGroup, "productgrouptype"> & { vatvalue: number; moneyfinalprice: string };

export const defaultFields =
  "productid,sku,datemodified,active,activepos,vatid,manufacturerid,stockcountenable,stockallowbackorder,barcode,moneyprice,moneyfinalprice".split(
    ",",
  );
export const productColumns = "productid, eshopid, sku, variantparentid, datemodified, doc";

export function toProduct(account: Account, { doc, ...row }: Row): Product {
  const stored: typeof blank = JSON.parse(doc);
  const group = findProductGroup(account, row.eshopid, stored.vatid);
  return {
    ...stored,
    ...row,
    vatvalue: group?.value ?? 0,
    productgrouptype: group?.productgrouptype ?? 10,
    moneyfinalprice: stored.moneyprice,
  };
}

export function findProduct(account: Account, eshopid: number, productid: number): Product | null {
  const row = account.state.one<Row>(`select ${productColumns} from product where productid = ? and eshopid = ?`, productid, eshopid);
  return row && toProduct(account, row);
}
export function findProductBySku(account: Account, eshopid: number, sku: string): Product | null {
  const row = account.state.one<Row>(`select ${productColumns} from product where eshopid = ? and sku = ?`, eshopid, sku);
  return row && toProduct(account, row);
}

type Writable = z.infer<typeof ProductChanges>;

export function createProduct(account: Account, eshopid: number, { sku, ...fields }: Writable & { sku: string }): number {
  demand(findProductBySku(account, eshopid, sku) === null, `Duplicate sku ${sku}`);
  const doc = { ...blank, ...fields, datecreated: account.clock.now() };
  demand(findProductGroup(account, eshopid, doc.vatid ?? defaultGroup) !== null, "Unknown vatid");
  return account.state.run(
    "insert into product (eshopid, sku, active, counted, datemodified, doc) values (?, ?, ?, ?, ?, ?)",
    eshopid,
    sku,
    Number(doc.active),
    Number(doc.stockcountenable),
    account.clock.now(),
    JSON.stringify(doc),
  ).id;
}

/** `place` is what a variant set decides: the main variant and the attribute values. */
export function changeProduct(
  account: Account,
  eshopid: number,
  productid: number,
  { sku, ...fields }: Writable,
  place?: { variantparentid: number; variant: { name: string; value: string }[] },
): true {
  const product = found(findProduct(account, eshopid, productid), "productid");
  const sameSku = sku === undefined ? null : findProductBySku(account, eshopid, sku);
  demand(sameSku === null || sameSku.productid === productid, `Duplicate sku ${sku}`);
  const { productid: _id, eshopid: _site, sku: oldSku, variantparentid, datemodified: _changed, ...known } = product;
  const { vatvalue: _vat, productgrouptype: _type, moneyfinalprice: _price, ...stored } = known;
  const doc = { ...stored, ...fields, variant: place?.variant ?? stored.variant };
  demand(findProductGroup(account, eshopid, doc.vatid ?? defaultGroup) !== null, "Unknown vatid");
  account.state.run(
    "update product set sku = ?, active = ?, counted = ?, datemodified = ?, variantparentid = ?, doc = ? where productid = ?",
    sku ?? oldSku,
    Number(doc.active),
    Number(doc.stockcountenable),
    account.clock.now(),
    place?.variantparentid ?? variantparentid,
    JSON.stringify(doc),
    productid,
  );
  return true;
}

export function deleteProduct(account: Account, eshopid: number, productid: number): true {
  found(findProduct(account, eshopid, productid), "productid");
  account.state.run("delete from product where productid = ?", productid);
  return true;
}
