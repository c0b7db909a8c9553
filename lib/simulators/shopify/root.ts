import type { GraphQLResolveInfo } from "graphql";

import {
  findProduct,
  findVariant,
  inventoryItemSource,
  itemsConnection,
  type ListArgs,
  productSource,
  productsConnection,
  variantSource,
  variantsConnection,
} from "./catalogue";
import { allFulfilmentOrders, type FulfilmentRow, findFulfilmentOrder, fulfilmentOrderSource, fulfilmentSource } from "./fulfilment-source";
import { gid, idOf, kindOf, levelOf, rowOf } from "./ids";
import { findLevel, levelSource } from "./levels";
import { findLocation, locationSource } from "./locations";
import { mutationsOf } from "./mutations";
import { orderSource } from "./order-source";
import { findOrder } from "./orders";
import { ordersConnection } from "./orders-list";
import { connection, type PageArgs } from "./paging";
import { refusal } from "./refusal";
import { mayRead, needsOf } from "./schema";
import type { Caller, Profile, Shop } from "./shop";
import { findSubscription, subscriptionSource, subscriptionsConnection } from "./subscriptions";

type ById = { id: string };
const largestInput = 250;

export function rootOf(shop: Shop): object {
  const found = <T, S>(thing: T | null, show: (thing: T) => S): S | null => (thing === null ? null : show(thing));

  /** What a gid of any kind stands for. */
  function nodeOf(id: string, { scopes }: Caller, info: GraphQLResolveInfo): object | null {
    const row = (kind: Parameters<typeof rowOf>[0]) => rowOf(kind, id);
    const kind = kindOf(id);
    if (kind === null) throw refusal("INVALID_GLOBAL_ID", `Invalid global id '${id}'`);
    const needs = needsOf(info.schema, kind);
    if (!mayRead(scopes, needs))
      throw refusal("ACCESS_DENIED", `Access denied for ${info.fieldName} field. Required access: ${needs?.says}`);
    switch (kind) {
      case "Order":
        return found(findOrder(shop, row("Order")), (order) => orderSource(shop, order));
      case "Product":
        return found(findProduct(shop, row("Product")), (product) => productSource(shop, product));
      case "ProductVariant":
        return found(findVariant(shop, row("ProductVariant")), (variant) => variantSource(shop, variant));
      case "InventoryItem":
        return found(findVariant(shop, row("InventoryItem")), (variant) => inventoryItemSource(shop, variant));
      case "InventoryLevel": {
        const at = levelOf(id);
        return found(at && findLevel(shop, at.item, at.location), (level) => levelSource(shop, level));
      }
      case "Location":
        return found(findLocation(shop, row("Location")), (location) => locationSource(shop, location));
      case "FulfillmentOrder":
        return found(findFulfilmentOrder(shop, row("FulfillmentOrder")), (order) => fulfilmentOrderSource(shop, order));
      case "Fulfillment": {
        const id = row("Fulfillment");
        return found(id === null ? null : shop.state.one<FulfilmentRow>("select * from fulfilment where id = ?", id), (one) =>
          fulfilmentSource(shop, one),
        );
      }
      case "WebhookSubscription":
        return found(findSubscription(shop, row("WebhookSubscription")), subscriptionSource);
      default:
        return null;
    }
  }

  /** For `order(id:)` and the like: a gid of another kind is no such thing. */
  const only = (kind: string) => (args: ById, caller: Caller, info: GraphQLResolveInfo) =>
    kindOf(args.id) === kind ? nodeOf(args.id, caller, info) : invalidId(args.id);
  const invalidId = (id: string) => {
    throw refusal("RESOURCE_NOT_FOUND", `Invalid id: ${id}`);
  };

  const queries = {
    shop: () => shopSource(shop.profile.get()),
    locations: (args: PageArgs & { includeInactive?: boolean | null }) =>
      connection<{ id: number }>(
        shop.state,
        args,
        {
          select: "id",
          from: "location",
          where: "active >= ?",
          values: [args.includeInactive ? 0 : 1],
          sort: "json_extract(doc, '$.name')",
          id: "id",
        },
        ({ id }) => found(findLocation(shop, id), (location) => locationSource(shop, location)) ?? {},
      ),
    location: (args: { id?: string | null }, caller: Caller, info: GraphQLResolveInfo) => (args.id ? nodeOf(args.id, caller, info) : null),
    products: (args: ListArgs) => productsConnection(shop, args),
    productVariants: (args: ListArgs) => variantsConnection(shop, args),
    inventoryItems: (args: ListArgs) => itemsConnection(shop, args),
    orders: (args: ListArgs, caller: Caller) => ordersConnection(caller, args),
    fulfillmentOrders: (args: ListArgs) => allFulfilmentOrders(shop, args),
    order: only("Order"),
    product: only("Product"),
    productVariant: only("ProductVariant"),
    inventoryItem: only("InventoryItem"),
    inventoryLevel: only("InventoryLevel"),
    fulfillmentOrder: only("FulfillmentOrder"),
    fulfillment: only("Fulfillment"),
    node: ({ id }: ById, caller: Caller, info: GraphQLResolveInfo) => nodeOf(id, caller, info),
    nodes({ ids }: { ids: string[] }, caller: Caller, info: GraphQLResolveInfo) {
      if (ids.length > largestInput)
        throw refusal(
          "MAX_INPUT_SIZE_EXCEEDED",
          `The input array size of ${ids.length} is greater than the maximum allowed of ${largestInput}.`,
        );
      return ids.map((id) => nodeOf(id, caller, info));
    },
    webhookSubscription: only("WebhookSubscription"),
    webhookSubscriptions: (args: PageArgs) => subscriptionsConnection(shop, args),
    webhookSubscriptionsCount: () => ({
      count: shop.state.one<{ n: number }>("select count(*) n from subscription")?.n ?? 0,
      precision: "EXACT",
    }),
    currentAppInstallation: (_: object, { scopes }: Caller) => ({
      id: gid("AppInstallation", 1),
      accessScopes: [...scopes].map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
    }),
    job: ({ id }: ById) => ({ id, done: true }),
  };
  return { ...queries, ...mutationsOf(shop) };
}

const shopSource = ({ name, domain, currency, taxesIncluded, taxShipping, timezone }: Profile) => ({
  __typename: "Shop",
  id: gid("Shop", idOf("Shop", 68_000_001)),
  name,
  myshopifyDomain: domain,
  currencyCode: currency,
  taxesIncluded,
  taxShipping,
  ianaTimezone: timezone,
  email: `owner@${domain}`,
  contactEmail: `owner@${domain}`,
  url: `https://${domain}`,
  enabledPresentmentCurrencies: [currency],
  orderNumberFormatPrefix: "#",
  orderNumberFormatSuffix: "",
  plan: { publicDisplayName: "Shopify Plus", displayName: "Shopify Plus", shopifyPlus: true, partnerDevelopment: true },
});
