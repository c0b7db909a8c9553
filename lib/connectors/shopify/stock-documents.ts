import { mutation, query } from "./graphql";

/** Items in one question: keeps it below Shopify's thousand points and leaves room for a second one beside it. */
export const readAtOnce = 100;

export const readLevels = query(
  "stock.read",
  405,
  `query StockAtLocation($itemIds: [ID!]!, $locationId: ID!) {
    nodes(ids: $itemIds) {
      ... on InventoryItem {
        id tracked
        variants(first: 1) { nodes { inventoryPolicy } }
        inventoryLevel(locationId: $locationId) { isActive quantities(names: ["available", "on_hand"]) { name quantity } }
      }
    }
  }`,
);

export const listLevels = query(
  "stock.listLevels",
  405,
  `query LevelsAtLocation($locationId: ID!, $cursor: String) {
    location(id: $locationId) {
      inventoryLevels(first: 100, after: $cursor) {
        nodes {
          isActive
          item { id sku tracked variants(first: 1) { nodes { inventoryPolicy } } }
          quantities(names: ["available", "on_hand"]) { name quantity }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
);

export const setLevels = mutation(
  "stock.write",
  `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
    inventorySetQuantities(input: $input) @idempotent(key: $key) {
      inventoryAdjustmentGroup { id }
      userErrors { code field message }
    }
  }`,
);

export const activateLevel = mutation(
  "stock.activate",
  `mutation ActivateStock($itemId: ID!, $locationId: ID!, $key: String!) {
    inventoryActivate(inventoryItemId: $itemId, locationId: $locationId) @idempotent(key: $key) {
      inventoryLevel { id }
      userErrors { field message }
    }
  }`,
);
