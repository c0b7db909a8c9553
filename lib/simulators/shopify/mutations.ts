import type { GraphQLResolveInfo } from "graphql";
import { z } from "zod";

import { cancelOrder } from "./cancel-order";
import { findVariant, inventoryItemSource } from "./catalogue";
import { type FulfillmentInput, fulfil, prepareForPickup } from "./fulfil";
import { type FulfilmentRow, findFulfilmentOrder, fulfilmentOrderSource, fulfilmentSource } from "./fulfilment-source";
import { openIdempotency } from "./idempotency";
import { gid, rowOf } from "./ids";
import { findLevel, levelSource } from "./levels";
import { findLocation, locationSource } from "./locations";
import { type MetafieldInput, setMetafields } from "./metafields";
import { moveFulfilmentOrder } from "./move-fulfilment-order";
import { orderSource } from "./order-source";
import { findOrder, touchOrder } from "./orders";
import { refusal } from "./refusal";
import { type Adjusted, type AdjustInput, activate, adjustmentGid, adjustQuantities, type SetInput, setQuantities } from "./set-quantities";
import { type Caller, type Shop, timeText } from "./shop";
import { createSubscription, deleteSubscription, type SubscriptionInput, subscriptionSource, updateSubscription } from "./subscriptions";

const AdjustmentDoc = z.object({
  reason: z.string(),
  referenceDocumentUri: z.string().nullable(),
  changes: z.array(z.object({ name: z.string(), delta: z.int(), item: z.int(), location: z.int(), after: z.int().nullable() })),
});
const largestInput = 250;

function demandSize(value: unknown): void {
  if (Array.isArray(value) && value.length > largestInput)
    throw refusal(
      "MAX_INPUT_SIZE_EXCEEDED",
      `The input array size of ${value.length} is greater than the maximum allowed of ${largestInput}.`,
    );
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) demandSize(inner);
}

export function mutationsOf(shop: Shop) {
  const { state, webhooks } = shop;
  const once = openIdempotency(shop);
  const fulfilmentOrder = (id: number | null) => {
    const row = findFulfilmentOrder(shop, id);
    return row && fulfilmentOrderSource(shop, row);
  };

  /** One transaction with its events, after the sizes of the lists were looked at. */
  const changing =
    <A extends object, P>(work: (args: A, caller: Caller) => P) =>
    (args: A, caller: Caller): P => {
      demandSize(args);
      return webhooks.together(() => work(args, caller));
    };

  function groupSource(id: number) {
    const row = state.one<{ created_at: number; doc: string }>("select created_at, doc from adjustment where id = ?", id);
    if (!row) return null;
    const { reason, referenceDocumentUri, changes } = AdjustmentDoc.parse(JSON.parse(row.doc));
    return {
      __typename: "InventoryAdjustmentGroup",
      id: adjustmentGid(id),
      createdAt: timeText(row.created_at),
      reason,
      referenceDocumentUri,
      app: null,
      changes: () =>
        changes.map(({ name, delta, item, location, after }) => ({
          name,
          delta,
          quantityAfterChange: after,
          ledgerDocumentUri: null,
          item: () => {
            const variant = findVariant(shop, item);
            return variant && inventoryItemSource(shop, variant);
          },
          location: () => {
            const known = findLocation(shop, location);
            return known && locationSource(shop, known);
          },
        })),
    };
  }
  const adjusted = ({ group, userErrors }: Adjusted) => ({
    inventoryAdjustmentGroup: group === null ? null : groupSource(group),
    userErrors,
  });
  const inTogether =
    <P>(work: () => P) =>
    (): P =>
      webhooks.together(work);

  return {
    async inventorySetQuantities(args: { input: SetInput }, _: Caller, info: GraphQLResolveInfo) {
      demandSize(args);
      const work = inTogether(() => setQuantities(shop, args.input));
      return adjusted(
        await once<Adjusted>(info, args, work, (code, message) => ({ group: null, userErrors: [{ code, field: null, message }] })),
      );
    },
    async inventoryAdjustQuantities(args: { input: AdjustInput }, _: Caller, info: GraphQLResolveInfo) {
      demandSize(args);
      const work = inTogether(() => adjustQuantities(shop, args.input));
      return adjusted(
        await once<Adjusted>(info, args, work, (code, message) => ({ group: null, userErrors: [{ code, field: null, message }] })),
      );
    },
    async inventoryActivate(
      args: { inventoryItemId: string; locationId: string; available?: number | null },
      _: Caller,
      info: GraphQLResolveInfo,
    ) {
      const work = inTogether(() => activate(shop, args));
      const { level, userErrors } = await once(info, args, work, (_code, message) => ({
        level: null,
        userErrors: [{ field: [""], message }],
      }));
      const row = level && findLevel(shop, level.item, level.location);
      return { inventoryLevel: row && levelSource(shop, row), userErrors };
    },

    orderCancel: changing(
      (args: {
        orderId: string;
        reason: string;
        restock: boolean;
        refund?: boolean | null;
        refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null;
      }) => {
        const order = findOrder(shop, rowOf("Order", args.orderId));
        const refund = args.refundMethod?.originalPaymentMethodsRefund ?? args.refund ?? false;
        const errors = order
          ? cancelOrder(shop, order, { reason: args.reason, restock: args.restock, refund })
          : [{ code: "NOT_FOUND", field: ["orderId"], message: "Order does not exist" }];
        const job = errors.length > 0 ? null : { id: gid("Job", order?.id ?? 0), done: false };
        return { job, jobResult: null, orderCancelUserErrors: errors, userErrors: errors };
      },
    ),

    metafieldsSet: changing(({ metafields }: { metafields: MetafieldInput[] }) => setMetafields(shop, metafields)),

    tagsAdd: changing(({ id, tags }: { id: string; tags: string[] }) => {
      const order = findOrder(shop, rowOf("Order", id));
      if (!order) return { node: null, userErrors: [{ field: ["id"], message: "Resource does not exist" }] };
      const next = [...new Set([...order.doc.tags, ...tags])].sort();
      state.run("update sale_order set doc = ? where id = ?", JSON.stringify({ ...order.doc, tags: next }), order.id);
      touchOrder(shop, order.id);
      const saved = findOrder(shop, order.id);
      return { node: saved && orderSource(shop, saved), userErrors: [] };
    }),

    fulfillmentCreate: changing(({ fulfillment }: { fulfillment: FulfillmentInput }) => {
      const { fulfilment, userErrors } = fulfil(shop, fulfillment);
      const row = fulfilment === null ? null : state.one<FulfilmentRow>("select * from fulfilment where id = ?", fulfilment);
      return { fulfillment: row && fulfilmentSource(shop, row), userErrors };
    }),
    fulfillmentOrderLineItemsPreparedForPickup: changing(({ input }: { input: Parameters<typeof prepareForPickup>[1] }) => ({
      userErrors: prepareForPickup(shop, input),
    })),
    fulfillmentOrderMove: changing((args: Parameters<typeof moveFulfilmentOrder>[1]) => {
      const { original, moved, remaining, userErrors } = moveFulfilmentOrder(shop, args);
      return {
        originalFulfillmentOrder: fulfilmentOrder(original),
        movedFulfillmentOrder: fulfilmentOrder(moved),
        remainingFulfillmentOrder: fulfilmentOrder(remaining),
        userErrors: userErrors.map((error) => ({ code: null, ...error })),
      };
    }),

    webhookSubscriptionCreate: changing(
      ({ topic, webhookSubscription }: { topic: string; webhookSubscription: SubscriptionInput }, caller) => {
        const { subscription, userErrors } = createSubscription(caller, topic, webhookSubscription);
        return { webhookSubscription: subscription && subscriptionSource(subscription), userErrors };
      },
    ),
    webhookSubscriptionUpdate: changing(({ id, webhookSubscription }: { id: string; webhookSubscription: SubscriptionInput }) => {
      const { subscription, userErrors } = updateSubscription(shop, rowOf("WebhookSubscription", id), webhookSubscription);
      return { webhookSubscription: subscription && subscriptionSource(subscription), userErrors };
    }),
    webhookSubscriptionDelete: changing(({ id }: { id: string }) =>
      deleteSubscription(shop, rowOf("WebhookSubscription", id))
        ? { deletedWebhookSubscriptionId: id, userErrors: [] }
        : { deletedWebhookSubscriptionId: null, userErrors: [{ field: ["id"], message: "Webhook subscription does not exist" }] },
    ),
  };
}
