import { createHash } from "node:crypto";
import { z } from "zod";

import type { ShopLevelOutcome, ShopLevelWrite } from "@/lib/domain/stock/level";

import { ConnectorError } from "../error";
import type { Http } from "../http";
import { gid } from "./gid";
import { ask, UserError } from "./graphql";
import { setLevels } from "./stock-documents";

const Answer = z.object({ inventorySetQuantities: z.object({ userErrors: z.array(UserError) }) });
/** Shopify's limit for input arrays. */
const most = 250;
const rounds = 3;
/** No line is to blame: the same lines may go again under a new key. */
const passing = "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";
/** Would come back for every part of the call. */
const wholeCall = new Set([
  "INVALID_NAME",
  "INVALID_REASON",
  "INVALID_REFERENCE_DOCUMENT",
  "IDEMPOTENCY_CONCURRENT_REQUEST",
  "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
]);

type Result = { result: "written" } | { result: "stale" } | { result: "refused"; reason: string } | { result: "unclear" };

/**
 * A refused call has saved nothing: the lines that it names leave the batch, the others go at once.
 * Three rounds, then halves, so that one bad line never sinks the rest. Nothing is sent again after an unclear answer.
 */
export async function writeLevels(
  http: Http,
  writes: readonly ShopLevelWrite[],
  reference: string,
  idempotencyKey: string,
): Promise<ShopLevelOutcome[]> {
  const results = new Map<ShopLevelWrite, Result>();
  let calls = 0;
  let lastReason = "";

  async function send(batch: readonly ShopLevelWrite[]): Promise<UserError[]> {
    calls += 1;
    const key = calls === 1 ? idempotencyKey : keyFrom(`${idempotencyKey}/${calls}`);
    return (await ask(http, setLevels, { input: inputOf(batch, reference), key }, Answer)).inventorySetQuantities.userErrors;
  }

  async function settle(batch: readonly ShopLevelWrite[], round: number): Promise<void> {
    if (batch.length === 0) return;
    if (batch.length > most || round > rounds) return halve(batch);

    const errors = await send(batch);
    const named = new Map<ShopLevelWrite, UserError>();
    for (const error of errors) {
      lastReason = error.message;
      const write = batch[lineOf(error) ?? -1];
      if (write) named.set(write, error);
    }
    for (const [write, error] of named) results.set(write, judge(error));

    const left = batch.filter((write) => !named.has(write));
    const whole = errors.find(({ code }) => wholeCall.has(code ?? ""));
    if (errors.length === 0 || whole) {
      for (const write of left) results.set(write, whole ? judge(whole) : { result: "written" });
      return;
    }
    const isPassing = errors.some(({ code }) => code === passing);
    await settle(left, named.size > 0 || isPassing ? round + 1 : rounds + 1);
  }

  async function halve(batch: readonly ShopLevelWrite[]): Promise<void> {
    const [only] = batch;
    if (only && batch.length === 1) {
      results.set(only, { result: "refused", reason: lastReason });
      return;
    }
    const half = Math.min(most, Math.ceil(batch.length / 2));
    await settle(batch.slice(0, half), 1);
    await settle(batch.slice(half), 1);
  }

  try {
    await settle(writes, 1);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const isUnclear = error.failure.kind === "down" && !error.failure.unsent;
    // What is already decided must not get lost with the connection; with nothing decided the caller learns the cause.
    if (!isUnclear && results.size === 0) throw error;
  }
  return writes.map((write) => ({
    sku: write.sku,
    locationId: write.locationId,
    ...(results.get(write) ?? { result: "unclear" as const }),
  }));
}

const inputOf = (batch: readonly ShopLevelWrite[], reference: string) => ({
  name: "on_hand",
  reason: "correction",
  referenceDocumentUri: reference.includes("://") ? reference : `gid://parity/StockSync/${encodeURIComponent(reference)}`,
  quantities: batch.map(({ itemId, locationId, onHand, from }) => ({
    inventoryItemId: gid("InventoryItem", itemId),
    locationId: gid("Location", locationId),
    quantity: onHand,
    changeFromQuantity: from,
  })),
});

/** ["input", "quantities", "3", …] → 3. */
function lineOf({ field }: UserError): number | null {
  const at = field?.[1] === "quantities" ? Number(field[2]) : Number.NaN;
  return Number.isInteger(at) ? at : null;
}

function judge({ code, message }: UserError): Result {
  if (code === "CHANGE_FROM_QUANTITY_STALE") return { result: "stale" };
  if (code === "IDEMPOTENCY_CONCURRENT_REQUEST") return { result: "unclear" };
  return { result: "refused", reason: message };
}

/** The same text gives the same UUID, so that a repeated step repeats its keys. */
function keyFrom(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
