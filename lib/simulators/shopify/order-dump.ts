import { type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";

import { orderSource } from "./order-source";
import { type OrderRow, readOrder } from "./orders";
import { everything } from "./paging";
import type { Shop } from "./shop";

const money = "{ shopMoney { amount currencyCode } }";
const taxes = `taxLines { title rate priceSet ${money} }`;
const discounts = `discountAllocations { allocatedAmountSet ${money} discountApplication { index } }`;
const address = "{ name company address1 address2 zip city province countryCodeV2 phone }";

const selection = selectionOf(`{
  id legacyResourceId name createdAt updatedAt processedAt cancelledAt cancelReason test sourceName email phone note tags edited
  customAttributes { key value } currencyCode presentmentCurrencyCode taxesIncluded displayFinancialStatus displayFulfillmentStatus
  customer { id firstName lastName defaultEmailAddress { emailAddress } }
  billingAddress ${address} shippingAddress ${address}
  totalPriceSet ${money} subtotalPriceSet ${money} totalTaxSet ${money} totalDiscountsSet ${money} totalShippingPriceSet ${money}
  currentTotalPriceSet ${money} currentSubtotalPriceSet ${money} currentTotalTaxSet ${money} totalReceivedSet ${money} totalRefundedSet ${money}
  ${taxes}
  currentTaxLines { title rate priceSet ${money} }
  discountApplications { nodes { __typename index title targetType value { __typename } } }
  shippingLines { nodes { id title code source originalPriceSet ${money} discountedPriceSet ${money} ${discounts} ${taxes} } }
  lineItems { nodes {
    id sku name title variantTitle quantity currentQuantity unfulfilledQuantity requiresShipping isGiftCard taxable
    customAttributes { key value } originalUnitPriceSet ${money} originalTotalSet ${money} discountedTotalSet ${money}
    discountedUnitPriceAfterAllDiscountsSet ${money} ${discounts} ${taxes} variant { id sku inventoryItem { id } }
  } }
  transactions { id kind status gateway amountSet ${money} processedAt parentTransaction { id } }
  fulfillmentOrders { nodes {
    id status assignedLocation { name location { id } } deliveryMethod { methodType }
    lineItems { nodes { id sku totalQuantity remainingQuantity lineItem { id } } }
  } }
  fulfillments { id name status displayStatus createdAt location { id } trackingInfo { company number url } }
  metafields { nodes { namespace key type value } }
}`);

function selectionOf(text: string): SelectionSetNode {
  return (parse(text).definitions[0] as OperationDefinitionNode).selectionSet;
}

/** What the API would answer, without its limits on pages and points. */
function shown(source: unknown, { selections }: SelectionSetNode): Record<string, unknown> {
  const of = source as Record<string, unknown>;
  return Object.fromEntries(
    selections.flatMap((field) => {
      if (field.kind !== "Field") return [];
      const name = field.name.value;
      const held = of[name];
      const value: unknown = typeof held === "function" ? held.call(source, { first: everything }) : held;
      const inner = field.selectionSet;
      if (!inner || value === null || value === undefined) return [[name, value]];
      return [[name, Array.isArray(value) ? value.map((item) => shown(item, inner)) : shown(value, inner)]];
    }),
  );
}

export function* everyOrder(shop: Shop): Generator<object> {
  const ids = shop.state.many<{ id: number }>("select id from sale_order order by id");
  for (const { id } of ids) {
    const row = shop.state.one<OrderRow>("select * from sale_order where id = ?", id);
    if (row) yield shown(orderSource(shop, readOrder(row)), selection);
  }
}
