import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openTestAccount, type TestAccount } from "./open-test-account";

let account: TestAccount;
beforeAll(async () => {
  account = await openTestAccount();
});
afterAll(() => account.close());

const variant = (productid: number, sku: string, size: string) => ({ productid, sku, title: sku, moneyprice: "10.00", attributes: [size] });
const groups = [{ name: "Size", options: ["S", "M", "L"] }];

describe("10.8 catalogue", () => {
  test("a sku is unique and of the documented characters", async () => {
    expect((await account.site("/products", { sku: "TEE-M" })).status).toBe(400);
    expect((await account.site("/products", { sku: "TEE M" })).status).toBe(400);
  });

  test("product group 2 is the default and cannot be deleted", async () => {
    const { body: productid } = await account.site("/products", { sku: "MUG" });
    expect((await account.site(`/products/${productid}`)).body).toMatchObject({ vatid: 2, vatvalue: 25, productgrouptype: 10 });
    expect((await account.site("/productgroups/2", undefined, { method: "DELETE" })).status).toBe(400);
    expect((await account.site("/products", { sku: "MUG2", vatid: 77 })).status).toBe(400);
  });

  test("a variant set replaces the whole set; the main variant points at itself", async () => {
    const { body: main } = await account.site("/products", { sku: "HAT-S" });
    const set = (variants: object[]) => account.put(`/products/${main}/productvariants`, { groups, variants });
    expect((await set([variant(Number(main), "HAT-S", "S"), variant(0, "HAT-M", "M")])).body).toBe(true);
    const fields = "fields=sku,variantparentid,variant&sku=HAT-S,HAT-M,HAT-L";
    expect((await account.site(`/products?${fields}`)).body).toEqual({
      totalcount: 2,
      items: [
        { sku: "HAT-S", variantparentid: main, variant: [{ name: "Size", value: "S" }] },
        { sku: "HAT-M", variantparentid: main, variant: [{ name: "Size", value: "M" }] },
      ],
    });

    await set([variant(Number(main), "HAT-S", "S"), variant(0, "HAT-L", "L")]);
    expect((await account.site(`/products?${fields}`)).body).toMatchObject({ items: [{ sku: "HAT-S" }, { sku: "HAT-L" }] });
    expect((await set([variant(Number(main), "HAT-S", "XXL")])).status).toBe(400);
  });

  test("price list 1 mirrors moneyprice both ways and cannot be deleted", async () => {
    const { body } = await account.site("/pricelists/1/pricelistitems?num=1");
    expect(body).toMatchObject({ items: [{ sku: "TEE-M", moneyprice: "249.00", moneypricevolume: null }] });
    expect((await account.put("/pricelists/1/pricelistitems", [{ sku: "TEE-M", moneyprice: "199.00" }])).body).toEqual([
      { statuscode: 200, return: true },
    ]);
    expect((await account.site("/products?sku=TEE-M&fields=moneyprice")).body).toMatchObject({ items: [{ moneyprice: "199.00" }] });
    expect((await account.site("/pricelists/1", undefined, { method: "DELETE" })).status).toBe(400);
  });

  test("another price list keeps its own prices", async () => {
    const { body: list } = await account.site("/pricelists", { pricelistname: "Outlet" });
    await account.put(`/pricelists/${list}/pricelistitems`, [{ sku: "BOOK", moneyprice: "9.00" }]);
    expect((await account.site(`/pricelists/${list}/pricelistitems`)).body).toMatchObject({
      totalcount: 1,
      items: [{ moneyprice: "9.00" }],
    });
    expect((await account.site("/products?sku=BOOK")).body).toMatchObject({ items: [{ moneyprice: "15.00" }] });
  });

  test("datelastmodified gives what changed after it, inactive products only when asked for", async () => {
    await account.control("/clock", { offsetSeconds: 1000 }, "PUT");
    const since = Math.floor(Date.now() / 1000) + 500;
    await account.control("/products/BOOK", { title: "Big book", active: false }, "PATCH");
    expect((await account.site(`/products?datelastmodified=${since}`)).body).toMatchObject({ totalcount: 0 });
    const { body } = await account.site(`/products?datelastmodified=${since}&includeinactive=true&fields=sku,title`);
    expect(body).toEqual({ totalcount: 1, items: [{ sku: "BOOK", title: "Big book" }] });
  });

  test("a renamed sku takes its stock along", async () => {
    await account.control("/products/TEE-M", { sku: "TEE-MEDIUM" }, "PATCH");
    expect((await account.site("/warehouses/3/warehouseitems?sku=TEE-MEDIUM")).body).toMatchObject({ items: [{ decimaltotal: "12.000" }] });
    expect((await account.site("/products?sku=TEE-M")).body).toMatchObject({ totalcount: 0 });
  });

  test("users: e-mail is required and unique", async () => {
    const { body } = await account.site("/users", [{ email: "kim@example.org", namefirst: "Kim" }, { email: "KIM@example.org" }, {}]);
    expect(body).toMatchObject([
      { statuscode: 200, return: expect.stringMatching(/^\{[0-9A-F-]{36}\}$/) },
      { statuscode: 400 },
      { statuscode: 400 },
    ]);
    expect((await account.site("/users?email=kim@example.org")).body).toMatchObject({ totalcount: 1, items: [{ namefirst: "Kim" }] });
  });
});
