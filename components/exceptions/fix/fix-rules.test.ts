import { expect, test } from "vitest";

import { sayConfidence } from "./confidence";
import { orderWarehouses } from "./order-warehouses";
import { sayPreview, sayRelease } from "./say-release";
import { mappedBy } from "./use-fix";

test("free warehouses of a like name come first", () => {
  const named = (name: string, feeds: string | null, storeName: string | null = null) => ({ name, feeds, storeName });
  const ordered = orderWarehouses(
    [named("Bath", "Bath"), named("York", null), named("Stock 7", null, "EXETER "), named("Exeter", "Leeds")],
    "Exeter",
  );
  expect(ordered.map(({ name, isLike }) => [name, isLike])).toEqual([
    ["Stock 7", true],
    ["York", false],
    ["Exeter", true],
    ["Bath", false],
  ]);
  expect(orderWarehouses([named("York", null)], "—")[0]?.isLike).toBe(false);
});

test("only an equal barcode of a product that is on is called the same", () => {
  expect(sayConfidence({ isSafe: true, score: 100, isActive: true }).label).toBe("Same product");
  expect(sayConfidence({ isSafe: true, score: 90, isActive: false }).label).toBe("Likely");
  expect(sayConfidence({ isSafe: false, score: 20, isActive: true }).label).toBe("Possible");
});

test("a mapping joins the web's own code, also where the cause is the till's product", () => {
  expect(mappedBy({ remedies: ["map-sku"], entity: "TILL-1", evidence: { sku: "WEB-1", ours: "TILL-1" } })).toEqual({
    kind: "sku",
    theirs: "WEB-1",
  });
  expect(mappedBy({ remedies: ["map-location"], entity: "70002", evidence: { name: "Exeter" } })).toEqual({
    kind: "location",
    theirs: "70002",
  });
  expect(mappedBy({ remedies: ["send-again", "look-at-order"], entity: "1", evidence: {} })).toBeNull();
});

test.each([
  [{ goes: 39, edits: 1 }, "Save mapping and release 39 orders"],
  [{ goes: 1, edits: 0 }, "Release 1 order"],
  [{ goes: 0, edits: 1 }, null],
  [{ goes: 1204, edits: 2 }, "Save 2 mappings and release 1,204 orders"],
])("the button for %o", (of, said) => expect(sayRelease(of)).toBe(said));

test("what a preview says first", () => {
  expect(sayPreview({ goes: 39, total: 42 })).toBe("39 of 42 orders would go");
  expect(sayPreview({ goes: 0, total: 1 })).toBe("No order would go yet");
  expect(sayPreview({ goes: 0, total: 0 })).toBe("No order is held that could go");
});
