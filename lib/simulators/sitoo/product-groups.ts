import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerOne } from "./batch";
import { listPage, Paging, readQuery } from "./listing";
import { demand, found } from "./refused";

export const ProductGroupBody = z.object({
  productgroupname: z.string(),
  /** Per cent. */
  value: z.number().min(0).default(0),
  productgrouptype: z.literal([10, 20, 30]).default(10),
  comment: z.string().default(""),
});
export type ProductGroup = z.infer<typeof ProductGroupBody> & { vatid: number };

export const defaultGroup = 2;
type Row = { vatid: number; doc: string };
const toGroup = ({ vatid, doc }: Row): ProductGroup => ({ vatid, ...JSON.parse(doc) });

export function findProductGroup({ state }: Account, eshopid: number, vatid: number): ProductGroup | null {
  const row = state.one<Row>("select vatid, doc from product_group where eshopid = ? and vatid = ?", eshopid, vatid);
  return row && toGroup(row);
}

export function putProductGroup(
  { state }: Account,
  eshopid: number,
  vatid: number | null,
  group: z.infer<typeof ProductGroupBody>,
): number {
  const next = state.one<{ n: number }>("select coalesce(max(vatid), ?) + 1 n from product_group where eshopid = ?", defaultGroup, eshopid);
  const id = vatid ?? next?.n ?? defaultGroup + 1;
  state.run("insert or replace into product_group (eshopid, vatid, doc) values (?, ?, ?)", eshopid, id, JSON.stringify(group));
  return id;
}

/** The group with this rate, made when there is none. */
export function groupForRate(account: Account, eshopid: number, value: number): number {
  const groups = account.state.many<Row>("select vatid, doc from product_group where eshopid = ? order by vatid", eshopid).map(toGroup);
  const same = groups.find((group) => group.value === value && group.productgrouptype === 10);
  return same?.vatid ?? putProductGroup(account, eshopid, null, ProductGroupBody.parse({ productgroupname: `VAT ${value}`, value }));
}

export function productGroupRoutes(app: SitooApp, account: Account): void {
  const { state } = account;
  const groups: SitooApp = new Hono<SitooEnv>();
  groups.get("/", (c) => {
    const filters = [["eshopid = ?", c.var.eshopid]] as const;
    return c.json(
      listPage<Row>(state, readQuery(c, Paging), { read: "*", from: "product_group", filters, order: "vatid", toItem: toGroup }),
    );
  });
  groups.post("/", (c) => answerOne(c, account, ProductGroupBody, (group) => putProductGroup(account, c.var.eshopid, null, group)));
  groups.get("/:vatid{[0-9]+}", (c) => c.json(found(findProductGroup(account, c.var.eshopid, Number(c.req.param("vatid"))), "vatid")));
  groups.put("/:vatid{[0-9]+}", (c) =>
    answerOne(c, account, z.looseObject({}), (changes) => {
      const group = found(findProductGroup(account, c.var.eshopid, Number(c.req.param("vatid"))), "vatid");
      putProductGroup(account, c.var.eshopid, group.vatid, ProductGroupBody.parse({ ...group, ...changes }));
      return true;
    }),
  );
  groups.delete("/:vatid{[0-9]+}", (c) => {
    const vatid = Number(c.req.param("vatid"));
    demand(vatid !== defaultGroup, "The default product group cannot be deleted");
    found(findProductGroup(account, c.var.eshopid, vatid), "vatid");
    state.run("delete from product_group where eshopid = ? and vatid = ?", c.var.eshopid, vatid);
    return c.json(true);
  });
  app.route("/productgroups", groups);
}
