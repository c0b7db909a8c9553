import type { ConnectorError } from "@/lib/connectors/error";
import type { SettledPair } from "@/lib/data/record-pairs";
import type { ClaimedPair } from "@/lib/data/stock-leases";
import { stockUnreadable } from "@/lib/domain/exceptions/kinds/stock-unreadable";
import { sayFailure } from "@/lib/domain/failure";

import { blank, head, type Place } from "./settle-pair";

/** What one side says of a pair makes no sense: it stands still, clear, until it is pushed or moves again; the others go on. */
export function settleOdd(pair: ClaimedPair, { failure }: ConnectorError, side: string, place: Place): SettledPair {
  const { sku, locationId, shopAvailable, heldBy } = pair;
  const at = failure.kind === "odd-answer" ? failure.at : "";
  const why = sayFailure(failure, side);
  const held = stockUnreadable.raise({ sku, locationId, store: place.store, side, at }, { field: "The answer", value: at });
  return {
    ...blank,
    ...head(pair, place),
    isClear: true,
    shopAvailable,
    heldBy: stockUnreadable.id,
    causes: [held],
    record: heldBy === stockUnreadable.id ? null : { outcome: "held", why, detail: { sku, locationId } },
  };
}
