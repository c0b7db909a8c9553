import { expect, test } from "vitest";

import { usageOf } from "./call-usage";

const call = (method: string, path: string, body: string, answer: string, status = 200) => ({
  method,
  path,
  body,
  answer,
  status,
  headers: {},
  startedAt: 0,
  endedAt: 1,
});
const graphql = (name: string, points: number | null) =>
  call(
    "POST",
    "/admin/api/2026-10/graphql.json",
    JSON.stringify({ query: `query ${name}($id: ID!) { order }` }),
    JSON.stringify({ data: {}, extensions: { cost: { actualQueryCost: points } } }),
  );

test("calls and points by what was asked, the dearest first", () => {
  const orders = "/v2/accounts/90210/sites/1/orders";
  expect(
    usageOf([
      call("POST", `${orders}.json`, "{}", "20177"),
      call("GET", `${orders}/7.json?fields=a`, "", "{}"),
      call("GET", `${orders}.json?num=5`, "", '{"statuscode":429}', 429),
      graphql("OrderFull", 40),
      graphql("OrderFull", 50),
      { ...graphql("Stock", null), answer: '{"errors":[{"extensions":{"code":"THROTTLED"}}]}' },
    ]),
  ).toEqual([
    { operation: "OrderFull", calls: 2, points: 90, refused: 0 },
    { operation: "GET orders", calls: 2, points: 0, refused: 1 },
    { operation: "POST orders", calls: 1, points: 0, refused: 0 },
    { operation: "Stock", calls: 1, points: 0, refused: 1 },
  ]);
});
