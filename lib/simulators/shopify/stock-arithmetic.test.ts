import fc from "fast-check";
import { expect, test } from "vitest";

import { leeds, locationGid, london, openTestShop } from "./open-test-shop";

type Step = { do: "place" | "fulfil" | "cancel" | "keep"; sku: "A" | "B"; units: number; order: number };
const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom("place", "place", "fulfil", "cancel", "keep"),
    sku: fc.constantFrom("A", "B"),
    units: fc.integer({ min: 1, max: 3 }),
    order: fc.nat(5),
  }),
  { maxLength: 12 },
);

test("whatever happens: on hand is what was there less what left, committed is what open orders wait for", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const shop = await openTestShop();
      const onHand = { A: 10, B: 4 };
      const orders: { sku: "A" | "B"; units: number; isOpen: boolean }[] = [];
      for (const step of plan) {
        const name = `#${1001 + step.order}`;
        const order = orders[step.order];
        if (step.do === "place") {
          orders.push({ sku: step.sku, units: step.units, isOpen: true });
          await shop.control("orders", { pickupLocationId: london, lines: [{ sku: step.sku, quantity: step.units }] });
        } else if (order?.isOpen) {
          if (step.do === "fulfil") onHand[order.sku] -= order.units;
          if (step.do !== "keep") order.isOpen = false;
          if (step.do !== "keep") await shop.control(`${step.do}-order`, { order: name });
        }
        for (const sku of ["A", "B"] as const) {
          const committed = orders.reduce((sum, one) => sum + (one.sku === sku && one.isOpen ? one.units : 0), 0);
          expect(await shop.level(sku)).toEqual({ available: onHand[sku] - committed, committed, onHand: onHand[sku] });
        }
      }
      expect(await shop.level("A", leeds)).toEqual({ available: 5, committed: 0, onHand: 5 });
      await shop.stop();
    }),
    { numRuns: 15 },
  );
});

test("a level is what the API shows too", async () => {
  const shop = await openTestShop();
  await shop.control("orders", { pickupLocationId: london, lines: [{ sku: "A", quantity: 2 }] });
  const answer = await shop.ask(
    `query($item: ID!, $location: ID!) { nodes(ids: [$item]) { ... on InventoryItem { sku tracked variants(first: 1) { nodes { inventoryPolicy } }
      inventoryLevel(locationId: $location) { id isActive quantities(names: ["available", "on_hand", "committed", "incoming"]) { name quantity } } } } }`,
    { item: shop.item("A"), location: locationGid(london) },
  );
  expect(answer.at("data.nodes.0")).toMatchObject({
    sku: "A",
    tracked: true,
    variants: { nodes: [{ inventoryPolicy: "DENY" }] },
    inventoryLevel: {
      id: "gid://shopify/InventoryLevel/17?inventory_item_id=46300000001",
      isActive: true,
      quantities: [
        { name: "available", quantity: 8 },
        { name: "on_hand", quantity: 10 },
        { name: "committed", quantity: 2 },
        { name: "incoming", quantity: 0 },
      ],
    },
  });
  await shop.stop();
});
