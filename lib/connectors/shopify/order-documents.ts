import { query } from "./graphql";

const lineFields = `
  id sku name quantity currentQuantity isGiftCard
  originalUnitPriceSet { shopMoney { amount } }
  discountAllocations { allocatedAmountSet { shopMoney { amount } } discountApplication { allocationMethod targetSelection } }
  taxLines { rate priceSet { shopMoney { amount } } }`;

const fulfilmentFields = `
  id status
  assignedLocation { name location { id } }
  deliveryMethod { methodType }
  lineItems(first: 25) { nodes { totalQuantity remainingQuantity lineItem { id } } pageInfo { hasNextPage endCursor } }`;

const addressFields = "name address1 address2 zip city countryCodeV2 phone";

export const listOrdersSince = query(
  "orders.listSince",
  101,
  `query OrdersSince($filter: String!, $cursor: String) {
    orders(first: 100, after: $cursor, sortKey: UPDATED_AT, query: $filter) {
      nodes { id name updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);

export const findOrder = query(
  "orders.find",
  515,
  `query OrderFull($id: ID!) {
    order(id: $id) {
      id name createdAt processedAt updatedAt cancelledAt test sourceName email phone currencyCode taxesIncluded discountCodes displayFinancialStatus
      customer { firstName lastName }
      billingAddress { ${addressFields} }
      shippingAddress { ${addressFields} }
      currentTotalPriceSet { shopMoney { amount } }
      shippingLines(first: 5) {
        nodes {
          id title
          originalPriceSet { shopMoney { amount } }
          discountedPriceSet { shopMoney { amount } }
          taxLines { rate priceSet { shopMoney { amount } } }
        }
        pageInfo { hasNextPage endCursor }
      }
      lineItems(first: 25) { nodes { ${lineFields} } pageInfo { hasNextPage endCursor } }
      fulfillmentOrders(first: 3) { nodes { ${fulfilmentFields} } pageInfo { hasNextPage endCursor } }
      transactions(first: 15) { id kind status gateway amountSet { shopMoney { amount } } }
    }
  }`,
);

export const listOrderLines = query(
  "orders.listLines",
  755,
  `query OrderLines($id: ID!, $cursor: String) {
    order(id: $id) { updatedAt lineItems(first: 75, after: $cursor) { nodes { ${lineFields} } pageInfo { hasNextPage endCursor } } }
  }`,
);

export const listFulfilmentOrders = query(
  "orders.listFulfilmentOrders",
  555,
  `query OrderFulfillmentOrders($id: ID!, $cursor: String) {
    order(id: $id) { updatedAt fulfillmentOrders(first: 10, after: $cursor) { nodes { ${fulfilmentFields} } pageInfo { hasNextPage endCursor } } }
  }`,
);

export const listFulfilmentLines = query(
  "orders.listFulfilmentLines",
  205,
  `query FulfillmentOrderLines($id: ID!, $cursor: String) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $cursor) { nodes { totalQuantity remainingQuantity lineItem { id } } pageInfo { hasNextPage endCursor } }
    }
  }`,
);

export const listTransactions = query(
  "orders.listTransactions",
  305,
  `query OrderTransactions($id: ID!) {
    order(id: $id) { transactions(first: 100) { id kind status gateway amountSet { shopMoney { amount } } } }
  }`,
);
