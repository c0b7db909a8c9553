import { z } from "zod";

import type { Account } from "./account";
import { findRegister, putStore, putWarehouse, StoreBody, WarehouseBody } from "./places";
import { defaultGroup, findProductGroup, ProductGroupBody, putProductGroup } from "./product-groups";
import { demand } from "./refused";
import { newGuid } from "./scalars";

const RegisterBody = z.looseObject({
  registerid: z.string().optional(),
  registerkey: z.string().nullable().default(null),
  warehouseid: z.int(),
});

/** One account with its sites, places and registers. Said again it changes what it names and keeps the rest. */
export const Setup = z.object({
  accountid: z.int().optional(),
  currencycode: z.string().length(3).optional(),
  credentials: z.array(z.object({ apiid: z.string(), password: z.string() })).default([]),
  eshopid: z.int().default(1),
  site: z.looseObject({}).default({}),
  productgroups: z.array(ProductGroupBody.extend({ vatid: z.int().optional() })).default([]),
  stores: z.array(StoreBody.extend({ storeid: z.int().optional(), storetype: StoreBody.shape.storetype.default(10) })).default([]),
  warehouses: z
    .array(
      WarehouseBody.extend({
        warehouseid: z.int().optional(),
        usetype: z.int().default(10),
        currencycode: z.string().length(3).optional(),
      }),
    )
    .default([]),
  registers: z.array(RegisterBody).default([]),
});

export function setUp(account: Account, body: z.infer<typeof Setup>): object {
  const { state, profile } = account;
  const { eshopid } = body;
  const before = profile.get();
  profile.put({ accountid: body.accountid ?? before.accountid, currencycode: body.currencycode ?? before.currencycode });
  for (const { apiid, password } of body.credentials)
    state.run("insert or replace into credential (apiid, password) values (?, ?)", apiid, password);

  const site = {
    siteid: newGuid(),
    protocol: "https",
    server: "shop.example",
    abspath: "/",
    siteurl: "https://shop.example/",
    ...body.site,
  };
  state.run("insert or ignore into site (eshopid, doc) values (?, ?)", eshopid, JSON.stringify(site));
  state.run(
    "insert or ignore into price_list (pricelistid, eshopid, doc) values (1, ?, ?)",
    eshopid,
    JSON.stringify({ pricelistname: "Default", active: true }),
  );
  if (!findProductGroup(account, eshopid, defaultGroup))
    putProductGroup(account, eshopid, defaultGroup, ProductGroupBody.parse({ productgroupname: "Standard", value: 20 }));

  return {
    accountid: profile.get().accountid,
    vatids: body.productgroups.map(({ vatid, ...group }) => putProductGroup(account, eshopid, vatid ?? null, group)),
    storeids: body.stores.map(({ storeid, ...store }) => putStore(account, eshopid, storeid ?? null, store)),
    warehouseids: body.warehouses.map(({ warehouseid, currencycode, ...warehouse }) =>
      putWarehouse(account, eshopid, warehouseid ?? null, { ...warehouse, currencycode: currencycode ?? profile.get().currencycode }),
    ),
    registerids: body.registers.map((register) => putRegister(account, eshopid, register)),
  };
}

function putRegister(
  account: Account,
  eshopid: number,
  { registerid = newGuid(), registerkey, warehouseid, ...doc }: z.infer<typeof RegisterBody>,
): string {
  demand(account.state.one("select 1 from warehouse where warehouseid = ?", warehouseid) !== null, "Unknown warehouseid");
  const { currencycode } = account.profile.get();
  account.state.run(
    "insert or replace into register (registerid, eshopid, warehouseid, registerkey, receipts, doc) values (?, ?, ?, ?, ?, ?)",
    registerid,
    eshopid,
    warehouseid,
    registerkey,
    findRegister(account, registerid)?.receipts ?? 0,
    JSON.stringify({ manufacturerid: "", company: "", companyid: "", receiptlanguagetag: "en", currencycode, ...doc }),
  );
  return registerid;
}
