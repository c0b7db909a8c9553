import { findVariant } from "./catalogue";
import { gid, rowOf } from "./ids";
import { findLevel, type LevelRow, moveLevel, onHandOf } from "./levels";
import { findLocation } from "./locations";
import { refusal, type UserError } from "./refusal";
import type { Shop } from "./shop";

type Line = { inventoryItemId: string; locationId: string; changeFromQuantity?: number | null };
export type SetInput = { name: string; reason: string; referenceDocumentUri?: string | null; quantities: (Line & { quantity: number })[] };
export type AdjustInput = { name: string; reason: string; referenceDocumentUri?: string | null; changes: (Line & { delta: number })[] };
export type Change = { name: string; delta: number; item: number; location: number; after: number | null };
export type Adjusted = { group: number | null; userErrors: UserError[] };

const reasons = new Set(
  (
    "correction cycle_count_available damaged movement_created movement_updated movement_received movement_canceled other promotion " +
    "quality_control received reservation_created reservation_updated reservation_deleted restock safety_stock shrinkage"
  ).split(" "),
);
const largest = 1_000_000_000;
const uri = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

/** The schema leaves it optional; since 2026-04 the server does not. */
function demandChangeFrom(lines: readonly Line[], type: string): void {
  if (lines.some((line) => !("changeFromQuantity" in line)))
    throw refusal("INVALID_FIELD_ARGUMENTS", `${type} must include the following argument: changeFromQuantity.`);
}

function wholeCall(
  { name, reason, referenceDocumentUri }: Pick<SetInput, "name" | "reason" | "referenceDocumentUri">,
  names: string[],
): UserError[] {
  const wrong = (code: string, field: string, message: string) => [{ code, field: ["input", field], message }];
  if (!names.includes(name))
    return wrong(
      names.length > 1 ? "INVALID_NAME" : "INVALID_QUANTITY_NAME",
      "name",
      `The specified quantity name is invalid. Valid values are: ${names.join(", ")}.`,
    );
  if (!reasons.has(reason)) return wrong("INVALID_REASON", "reason", "The specified reason is invalid.");
  if (referenceDocumentUri && !uri.test(referenceDocumentUri))
    return wrong("INVALID_REFERENCE_DOCUMENT", "referenceDocumentUri", "The specified reference document is invalid.");
  return [];
}

type Found = { item: number; location: number; level: LevelRow | null };

/** Item, location and level of a line, or why it cannot be. */
function locate(shop: Shop, line: Line, at: (field: string) => string[]): Found | UserError[] {
  const item = rowOf("InventoryItem", line.inventoryItemId);
  const location = rowOf("Location", line.locationId);
  if (item === null || !findVariant(shop, item))
    return [{ code: "INVALID_INVENTORY_ITEM", field: at("inventoryItemId"), message: "The specified inventory item could not be found." }];
  if (location === null || !findLocation(shop, location)?.active)
    return [{ code: "INVALID_LOCATION", field: at("locationId"), message: "The specified location could not be found." }];
  const level = findLevel(shop, item, location);
  if (level?.active !== 1 && shop.quirks.get().unstocked === "refuse")
    return [{ code: "INVALID_LOCATION", field: at("locationId"), message: "The specified inventory item is not stocked at the location." }];
  return { item, location, level };
}

const stale = (line: Line, current: number, at: (field: string) => string[]): UserError[] =>
  typeof line.changeFromQuantity === "number" && line.changeFromQuantity !== current
    ? [
        {
          code: "CHANGE_FROM_QUANTITY_STALE",
          field: at("changeFromQuantity"),
          message: "The changeFromQuantity value does not match persisted value.",
        },
      ]
    : [];

function keepGroup({ state, clock }: Shop, input: { reason: string; referenceDocumentUri?: string | null }, changes: Change[]): Adjusted {
  if (changes.every(({ delta }) => delta === 0)) return { group: null, userErrors: [] };
  const doc = JSON.stringify({ reason: input.reason, referenceDocumentUri: input.referenceDocumentUri ?? null, changes });
  return { group: state.run("insert into adjustment (created_at, doc) values (?, ?)", clock.nowMs(), doc).id, userErrors: [] };
}

/** Absolute quantities with compare-and-set; one wrong line and nothing is saved. */
export function setQuantities(shop: Shop, input: SetInput): Adjusted {
  demandChangeFrom(input.quantities, "InventoryQuantityInput");
  const whole = wholeCall(input, ["available", "on_hand"]);
  if (whole.length > 0) return { group: null, userErrors: whole };
  const seen = new Set<string>();
  const plan: (Found & { delta: number })[] = [];
  const userErrors = input.quantities.flatMap((line, index): UserError[] => {
    const at = (field: string) => ["input", "quantities", String(index), field];
    const wrong = (code: string, message: string) => [{ code, field: at("quantity"), message }];
    const pair = `${line.inventoryItemId} ${line.locationId}`;
    if (seen.has(pair))
      return [
        {
          code: "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
          field: at("inventoryItemId"),
          message: "The combination of inventoryItemId and locationId must be unique.",
        },
      ];
    seen.add(pair);
    if (line.quantity < -largest) return wrong("INVALID_QUANTITY_TOO_LOW", "The quantity can't be lower than -1,000,000,000.");
    if (line.quantity < 0) return wrong("INVALID_QUANTITY_NEGATIVE", "The quantity can't be negative.");
    if (line.quantity > largest) return wrong("INVALID_QUANTITY_TOO_HIGH", "The quantity can't be higher than 1,000,000,000.");
    const found = locate(shop, line, at);
    if (Array.isArray(found)) return found;
    const current = found.level ? (input.name === "on_hand" ? onHandOf(found.level) : found.level.available) : 0;
    plan.push({ ...found, delta: line.quantity - current });
    return stale(line, current, at);
  });
  if (userErrors.length > 0) return { group: null, userErrors };
  return apply(shop, input, plan);
}

export function adjustQuantities(shop: Shop, input: AdjustInput): Adjusted {
  demandChangeFrom(input.changes, "InventoryChangeInput");
  const whole = wholeCall(input, ["available"]);
  if (whole.length > 0) return { group: null, userErrors: whole };
  const plan: (Found & { delta: number })[] = [];
  const userErrors = input.changes.flatMap((line, index): UserError[] => {
    const at = (field: string) => ["input", "changes", String(index), field];
    const found = locate(shop, line, at);
    if (Array.isArray(found)) return found;
    plan.push({ ...found, delta: line.delta });
    return stale(line, found.level?.available ?? 0, at);
  });
  if (userErrors.length > 0) return { group: null, userErrors };
  return apply(shop, input, plan);
}

function apply(
  shop: Shop,
  input: { name: string; reason: string; referenceDocumentUri?: string | null },
  plan: (Found & { delta: number })[],
) {
  const { deafSkus } = shop.quirks.get();
  const changes = plan.flatMap(({ item, location, level, delta }): Change[] => {
    if (deafSkus.length > 0 && deafSkus.includes(findVariant(shop, item)?.sku ?? "")) return [];
    if (delta !== 0 || level?.active !== 1) moveLevel(shop, item, location, { available: delta });
    if (delta === 0) return [];
    const after = findLevel(shop, item, location);
    const names = ["available", "on_hand"];
    return names.map((name) => ({
      name,
      delta,
      item,
      location,
      after: after && name === input.name ? (name === "on_hand" ? onHandOf(after) : after.available) : null,
    }));
  });
  return keepGroup(shop, input, changes);
}

type ActivateArgs = { inventoryItemId: string; locationId: string; available?: number | null; onHand?: number | null };

/** Stocks an item at a location. What is stocked already keeps its quantities, whatever was sent. */
export function activate(shop: Shop, args: ActivateArgs): { level: { item: number; location: number } | null; userErrors: UserError[] } {
  const item = rowOf("InventoryItem", args.inventoryItemId);
  const location = rowOf("Location", args.locationId);
  const refused = (field: string, message: string) => ({ level: null, userErrors: [{ field: [field], message }] });
  if (item === null || !findVariant(shop, item))
    return refused("inventoryItemId", "The product couldn't be stocked because it wasn't found.");
  if (location === null || !findLocation(shop, location)?.active)
    return refused("locationId", "The product couldn't be stocked because the location wasn't found.");
  const known = findLevel(shop, item, location);
  if (known?.active !== 1) {
    const available = known ? 0 : (args.available ?? args.onHand ?? 0);
    moveLevel(shop, item, location, { available });
    shop.webhooks.levelConnected(item, location);
  }
  return { level: { item, location }, userErrors: [] };
}

export const adjustmentGid = (group: number): string => gid("InventoryAdjustmentGroup", group);
