import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerBatch, answerOne } from "./batch";
import { listOf, listPage, Paging, readQuery } from "./listing";
import { demand, found } from "./refused";
import { CommaList, newGuid } from "./scalars";

const textFields = [
  "namefirst",
  "namelast",
  "personalid",
  "externalid",
  "company",
  "department",
  "companyid",
  "address",
  "address2",
  "zip",
  "city",
  "state",
  "countryid",
  "phone",
  "mobile",
  "notes",
  "customernumber",
] as const;
type TextField = (typeof textFields)[number];
const blank = Object.fromEntries(textFields.map((name) => [name, ""]));
const Texts = z.object(Object.fromEntries(textFields.map((name) => [name, z.string()])) as Record<TextField, z.ZodString>).partial();
const NewUser = Texts.extend({ email: z.string().min(1) });
const UserChanges = Texts.extend({ email: z.string().min(1).optional() });

type Row = { userid: string; email: string; doc: string };
const toUser = ({ userid, email, doc }: Row) => ({ userid, email, role: null, voucherpasswords: [], warehouses: [], ...JSON.parse(doc) });

const UserQuery = Paging.extend({
  email: z.string().optional(),
  customernumber: z.string().optional(),
  personalid: z.string().optional(),
  mobile: z.string().optional(),
  userid: CommaList.optional(),
});

/** Users are staff and customers alike; e-mail is unique whatever its case. */
export function customerRoutes(site: SitooApp, account: Account): void {
  const { state, clock } = account;
  const findByEmail = (email: string) => state.one<Row>("select * from customer where email = ?", email);
  const getUser = (userid: string) => found(state.one<Row>("select * from customer where userid = ?", userid), "userid");

  const change = (userid: string, { email, ...fields }: z.infer<typeof UserChanges>): true => {
    const row = getUser(userid);
    const other = email === undefined ? null : findByEmail(email);
    demand(other === null || other.userid === userid, "email is already in use");
    const doc = { ...JSON.parse(row.doc), ...fields, datemodified: clock.now() };
    state.run("update customer set email = ?, doc = ? where userid = ?", email ?? row.email, JSON.stringify(doc), userid);
    return true;
  };

  const users: SitooApp = new Hono<SitooEnv>();
  users.get("/", (c) => {
    const query = readQuery(c, UserQuery);
    return c.json(
      listPage<Row>(state, query, {
        read: "*",
        from: "customer",
        filters: [
          ["eshopid = ?", c.var.eshopid],
          ["email = ?", query.email],
          ["json_extract(doc, '$.customernumber') = ?", query.customernumber],
          ["json_extract(doc, '$.personalid') = ?", query.personalid],
          ["json_extract(doc, '$.mobile') = ?", query.mobile],
          ["userid in (select value from json_each(?))", listOf(query.userid)],
        ],
        order: "rowid",
        toItem: toUser,
      }),
    );
  });
  users.post("/", (c) =>
    answerBatch(c, account, NewUser, ({ email, ...fields }) => {
      demand(findByEmail(email) === null, "email is already in use");
      const userid = newGuid();
      const doc = { ...blank, ...fields, datecreated: clock.now(), datemodified: clock.now() };
      const sql = "insert into customer (userid, eshopid, email, doc) values (?, ?, ?, ?)";
      state.run(sql, userid, c.var.eshopid, email, JSON.stringify(doc));
      return userid;
    }),
  );
  users.put("/", (c) =>
    answerBatch(c, account, UserChanges.extend({ userid: z.string() }), ({ userid, ...fields }) => change(userid, fields)),
  );
  users.get("/:userid", (c) => c.json(toUser(getUser(c.req.param("userid")))));
  users.put("/:userid", (c) => answerOne(c, account, UserChanges, (fields) => change(c.req.param("userid"), fields)));
  users.delete("/:userid", (c) => {
    const { userid } = getUser(c.req.param("userid"));
    state.run("delete from customer where userid = ?", userid);
    return c.json(true);
  });
  site.route("/users", users);
}
