import type { Kind } from "../kind";
import { acceptedDifferent } from "./accepted-different";
import { cancelledAfterDelivery } from "./cancelled-after-delivery";
import { cannotTell } from "./cannot-tell";
import { changedAfterImport } from "./changed-after-import";
import { compareOverdue } from "./compare-overdue";
import { connectionAuth } from "./connection-auth";
import { connectionDown } from "./connection-down";
import { currencyDiffers } from "./currency-differs";
import { editedInShop } from "./edited-in-shop";
import { eventUnreadable } from "./event-unreadable";
import { externalIdTaken } from "./external-id-taken";
import { flowSlow } from "./flow-slow";
import { lineWithoutProduct } from "./line-without-product";
import { locationUnmapped } from "./location-unmapped";
import { negativeAtTill } from "./negative-at-till";
import { noReservation } from "./no-reservation";
import { notInShop } from "./not-in-shop";
import { notStocked } from "./not-stocked";
import { orderIncomplete } from "./order-incomplete";
import { orderUnreadable } from "./order-unreadable";
import { orderWithoutLocation } from "./order-without-location";
import { oversold } from "./oversold";
import { posRefused } from "./pos-refused";
import { priceDiffers } from "./price-differs";
import { quantityAbsurd } from "./quantity-absurd";
import { rateUnknown } from "./rate-unknown";
import { scopeMissing } from "./scope-missing";
import { sellsBelowZero } from "./sells-below-zero";
import { skuDuplicate } from "./sku-duplicate";
import { skuInactive } from "./sku-inactive";
import { skuUnknown } from "./sku-unknown";
import { stockDiffers } from "./stock-differs";
import { stockLate } from "./stock-late";
import { stockRefused } from "./stock-refused";
import { stockUnreadable } from "./stock-unreadable";
import { stockUnverified } from "./stock-unverified";
import { storeSilent } from "./store-silent";
import { totalsDiffer } from "./totals-differ";
import { vatDiffers } from "./vat-differs";
import { webTooHigh } from "./web-too-high";
import { webhookMissing } from "./webhook-missing";
import { wrongPassword } from "./wrong-password";

/** Every kind of exception there is. A new kind = one file and one line. */
export const kinds = {
  "accepted-different": acceptedDifferent,
  "cancelled-after-delivery": cancelledAfterDelivery,
  "cannot-tell": cannotTell,
  "changed-after-import": changedAfterImport,
  "compare-overdue": compareOverdue,
  "connection-auth": connectionAuth,
  "connection-down": connectionDown,
  "currency-differs": currencyDiffers,
  "edited-in-shop": editedInShop,
  "event-unreadable": eventUnreadable,
  "external-id-taken": externalIdTaken,
  "flow-slow": flowSlow,
  "line-without-product": lineWithoutProduct,
  "location-unmapped": locationUnmapped,
  "negative-at-till": negativeAtTill,
  "no-reservation": noReservation,
  "not-in-shop": notInShop,
  "not-stocked": notStocked,
  "order-incomplete": orderIncomplete,
  "order-unreadable": orderUnreadable,
  "order-without-location": orderWithoutLocation,
  oversold: oversold,
  "pos-refused": posRefused,
  "price-differs": priceDiffers,
  "quantity-absurd": quantityAbsurd,
  "rate-unknown": rateUnknown,
  "scope-missing": scopeMissing,
  "sells-below-zero": sellsBelowZero,
  "sku-duplicate": skuDuplicate,
  "sku-inactive": skuInactive,
  "sku-unknown": skuUnknown,
  "stock-differs": stockDiffers,
  "stock-late": stockLate,
  "stock-refused": stockRefused,
  "stock-unreadable": stockUnreadable,
  "stock-unverified": stockUnverified,
  "store-silent": storeSilent,
  "totals-differ": totalsDiffer,
  "vat-differs": vatDiffers,
  "web-too-high": webTooHigh,
  "webhook-missing": webhookMissing,
  "wrong-password": wrongPassword,
} as const;
export type KindId = keyof typeof kinds;

/** For data that names its kind by text: the kind with its evidence already checked by its own schema. */
export function kindOf(id: string): Kind | null {
  return id in kinds ? (kinds[id as KindId] as unknown as Kind) : null;
}
