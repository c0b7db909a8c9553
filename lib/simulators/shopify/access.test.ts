import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestShop, type TestShop } from "./open-test-shop";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop({ clientId: "app", clientSecret: "secret", scopes: ["read_products", "read_inventory"] });
});
afterAll(() => shop.stop());

const grant = (client_secret: string) =>
  shop.send("POST", "/admin/oauth/access_token", { grant_type: "client_credentials", client_id: "app", client_secret });

test("the client credentials grant gives a token with the app's scopes for 24 hours", async () => {
  const answer = await grant("secret");
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ scope: "read_products,read_inventory", expires_in: 86_399 });
  expect((await shop.ask("{ shop { name } }", {}, answer.text("access_token"))).at("data.shop.name")).toBe("Simulated shop");
});

test("a wrong secret is refused with 400", async () => {
  expect((await grant("guess")).status).toBe(400);
});

test("an unknown token and one past its day are 401", async () => {
  const read = (token: string) =>
    shop.send("POST", "/admin/api/2026-10/graphql.json", { query: "{ shop { id } }" }, { "x-shopify-access-token": token });
  expect((await read("nobody")).status).toBe(401);
  const access_token = (await grant("secret")).text("access_token");
  await shop.control("clock", { offsetSeconds: 86_400 }, "PUT");
  expect((await read(access_token)).status).toBe(401);
  await shop.control("clock", { offsetSeconds: 0 }, "PUT");
  expect((await read(access_token)).status).toBe(200);
});

test("a version that is not served is 404", async () => {
  const answer = await shop.send(
    "POST",
    "/admin/api/2019-01/graphql.json",
    { query: "{ shop { id } }" },
    { "x-shopify-access-token": "shpat_test" },
  );
  expect(answer.status).toBe(404);
});

test("a field beyond the scopes is denied by name", async () => {
  const answer = await shop.ask("{ shop { name } orders(first: 1) { nodes { id } } }");
  expect(answer.at("data")).toBeNull();
  expect(answer.at("errors.0")).toMatchObject({ path: ["orders"], extensions: { code: "ACCESS_DENIED" } });
  expect(answer.at("errors.0.message")).toContain("Access denied for orders field. Required access: `read_orders` access scope");
});

test("node asks for the scope of what it finds", async () => {
  const answer = await shop.ask(`{ nodes(ids: ["gid://shopify/Order/1", "${shop.item("A")}"]) { id } }`);
  expect(answer.at("errors.0.extensions.code")).toBe("ACCESS_DENIED");
});

test("scopes shows what was granted, and a change of them reaches tokens at once", async () => {
  const handles = async () =>
    (await shop.ask("{ currentAppInstallation { accessScopes { handle } } }")).at("data.currentAppInstallation.accessScopes");
  expect(await handles()).toMatchObject([{ handle: "read_products" }, { handle: "read_inventory" }]);
  await shop.control("setup", { scopes: ["read_orders"] });
  expect(await handles()).toEqual([{ handle: "read_orders" }]);
  await shop.control("setup", { scopes: ["read_products", "read_inventory"] });
});

test("leave to write includes leave to read", async () => {
  await shop.control("setup", { tokens: [{ token: "writer", scopes: ["write_orders"] }] });
  expect((await shop.ask("{ orders(first: 1) { nodes { id } } }", {}, "writer")).at("errors")).toBeUndefined();
});
