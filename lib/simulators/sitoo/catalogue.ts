import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerBatch, answerOne } from "./batch";
import { listOf, listPage, Paging, readQuery } from "./listing";
import {
  changeProduct,
  createProduct,
  defaultFields,
  deleteProduct,
  findProduct,
  NewProduct,
  ProductChanges,
  productColumns,
  toProduct,
} from "./products";
import { found } from "./refused";
import { BoolText, CommaList, IntText } from "./scalars";
import { getVariants, replaceVariants, VariantSet } from "./variants";

const ProductQuery = Paging.extend({
  sku: CommaList.optional(),
  productid: CommaList.transform((ids) => ids.map(Number)).optional(),
  includeinactive: BoolText.default(false),
  datelastmodified: IntText.optional(),
});
const Named = z.object({ productid: z.int() });

export function catalogueRoutes(app: SitooApp, account: Account): void {
  const products: SitooApp = new Hono<SitooEnv>();
  products.get("/", (c) => {
    const query = readQuery(c, ProductQuery);
    return c.json(
      listPage<Parameters<typeof toProduct>[1]>(account.state, query, {
        read: productColumns,
        from: "product",
        filters: [
          ["eshopid = ?", c.var.eshopid],
          ["sku in (select value from json_each(?))", listOf(query.sku)],
          ["productid in (select value from json_each(?))", listOf(query.productid)],
          ["active = ?", query.includeinactive ? undefined : 1],
          ["datemodified > ?", query.datelastmodified],
        ],
        order: "productid",
        toItem: (row) => toProduct(account, row),
        subset: defaultFields,
      }),
    );
  });
  products.post("/", (c) => answerBatch(c, account, NewProduct, (product) => createProduct(account, c.var.eshopid, product)));
  products.put("/", (c) =>
    answerBatch(c, account, ProductChanges.extend(Named.shape), ({ productid, ...changes }) =>
      changeProduct(account, c.var.eshopid, productid, changes),
    ),
  );
  products.delete("/", (c) => answerBatch(c, account, Named, ({ productid }) => deleteProduct(account, c.var.eshopid, productid)));

  products.get("/:productid{[0-9]+}", (c) =>
    c.json(found(findProduct(account, c.var.eshopid, Number(c.req.param("productid"))), "productid")),
  );
  products.put("/:productid{[0-9]+}", (c) =>
    answerOne(c, account, ProductChanges, (changes) => changeProduct(account, c.var.eshopid, Number(c.req.param("productid")), changes)),
  );
  products.delete("/:productid{[0-9]+}", (c) => c.json(deleteProduct(account, c.var.eshopid, Number(c.req.param("productid")))));

  products.get("/:productid{[0-9]+}/productvariants", (c) => c.json(getVariants(account, c.var.eshopid, Number(c.req.param("productid")))));
  products.put("/:productid{[0-9]+}/productvariants", (c) =>
    answerOne(c, account, VariantSet, (set) => replaceVariants(account, c.var.eshopid, Number(c.req.param("productid")), set)),
  );
  app.route("/products", products);
}
