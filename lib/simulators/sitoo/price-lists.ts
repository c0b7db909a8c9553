import type { Context } from "hono";
import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerBatch, answerOne } from "./batch";
import { listPage, Paging, readQuery } from "./listing";
import { changeProduct, findProduct, findProductBySku } from "./products";
import { demand, found } from "./refused";
import { hundredths, Money, moneyText } from "./scalars";

const defaultList = 1;
const mostLists = 100;
const ListBody = z.object({
  pricelistname: z.string(),
  pricelistdescription: z.string().default(""),
  active: z.boolean().default(true),
  externalid: z.string().nullable().default(null),
  currencycode: z.string().length(3).optional(),
  tags: z.array(z.string()).default([]),
});
const Key = z.object({ sku: z.string().optional(), productid: z.int().optional() });
const ItemBody = Key.extend({
  moneyprice: Money,
  moneypricevolume: z
    .array(z.object({ levelstart: z.int(), moneyprice: Money }))
    .nullable()
    .default(null),
});

type ListRow = { pricelistid: number; doc: string };
type ItemRow = { productid: number; sku: string; moneyprice: number; volume: string };
const toList = ({ pricelistid, doc }: ListRow) => ({ pricelistid, ...JSON.parse(doc) });
const toItem = ({ productid, sku, moneyprice, volume }: ItemRow) => ({
  productid,
  sku,
  moneyprice: moneyText(moneyprice),
  moneypricevolume: JSON.parse(volume),
});

/** The default list is the product's own moneyprice under another address. */
const defaultItems = `(select productid, eshopid, 1 pricelistid, sku, cast(round(json_extract(doc, '$.moneyprice') * 100) as integer) moneyprice, 'null' volume from product)`;
const otherItems = "price_list_item join product using (sku)";

export function priceListRoutes(site: SitooApp, account: Account): void {
  const { state } = account;
  const getList = (c: Context) =>
    found(
      state.one<ListRow>("select pricelistid, doc from price_list where pricelistid = ?", Number(c.req.param("pricelistid"))),
      "pricelistid",
    );
  const getProduct = (eshopid: number, { sku, productid }: z.infer<typeof Key>) => {
    const product = productid === undefined ? findProductBySku(account, eshopid, sku ?? "") : findProduct(account, eshopid, productid);
    demand(product !== null, "Unknown sku");
    return product;
  };

  const lists: SitooApp = new Hono<SitooEnv>();
  lists.get("/", (c) => {
    const filters = [["eshopid = ?", c.var.eshopid]] as const;
    return c.json(
      listPage<ListRow>(state, readQuery(c, Paging), { read: "*", from: "price_list", filters, order: "pricelistid", toItem: toList }),
    );
  });
  lists.post("/", (c) =>
    answerOne(c, account, ListBody, (list) => {
      demand((state.one<{ n: number }>("select count(*) n from price_list")?.n ?? 0) < mostLists, `At most ${mostLists} price lists`);
      const doc = { ...list, currencycode: list.currencycode ?? account.profile.get().currencycode };
      return state.run("insert into price_list (eshopid, doc) values (?, ?)", c.var.eshopid, JSON.stringify(doc)).id;
    }),
  );
  lists.get("/:pricelistid{[0-9]+}", (c) => c.json(toList(getList(c))));
  lists.delete("/:pricelistid{[0-9]+}", (c) => {
    const { pricelistid } = getList(c);
    demand(pricelistid !== defaultList, "The default price list cannot be deleted");
    state.run("delete from price_list_item where pricelistid = ?", pricelistid);
    state.run("delete from price_list where pricelistid = ?", pricelistid);
    return c.json(true);
  });

  lists.get("/:pricelistid{[0-9]+}/pricelistitems", (c) => {
    const { pricelistid } = getList(c);
    const from = pricelistid === defaultList ? defaultItems : otherItems;
    const filters = [
      ["pricelistid = ?", pricelistid],
      ["eshopid = ?", c.var.eshopid],
    ] as const;
    return c.json(listPage<ItemRow>(state, readQuery(c, Paging), { read: "*", from, filters, order: "productid", toItem }));
  });
  lists.put("/:pricelistid{[0-9]+}/pricelistitems", (c) => {
    const { pricelistid } = getList(c);
    return answerBatch(c, account, ItemBody, ({ moneyprice, moneypricevolume, ...key }) => {
      const { productid, sku } = getProduct(c.var.eshopid, key);
      if (pricelistid === defaultList) return changeProduct(account, c.var.eshopid, productid, { moneyprice });
      const sql = "insert or replace into price_list_item (pricelistid, sku, moneyprice, volume) values (?, ?, ?, ?)";
      state.run(sql, pricelistid, sku, hundredths(moneyprice), JSON.stringify(moneypricevolume));
      return true;
    });
  });
  lists.delete("/:pricelistid{[0-9]+}/pricelistitems", (c) => {
    const { pricelistid } = getList(c);
    return answerBatch(c, account, Key, (key) => {
      state.run("delete from price_list_item where pricelistid = ? and sku = ?", pricelistid, getProduct(c.var.eshopid, key).sku);
      return true;
    });
  });
  site.route("/pricelists", lists);
}
