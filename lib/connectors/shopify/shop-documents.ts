import { query } from "./graphql";

export const getShop = query("check.ping", 1, "query Shop { shop { name currencyCode ianaTimezone } }");

export const listLocations = query(
  "locations.list",
  105,
  `query Locations($cursor: String) {
    locations(first: 50, after: $cursor, includeInactive: true) {
      nodes { id name isActive localPickupSettingsV2 { pickupTime } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);

export const listScopes = query("audit.listScopes", 3, "query Scopes { currentAppInstallation { accessScopes { handle } } }");

// The API filters variants neither by policy nor by tracking; what is not for sale is left out.
export const listPolicies = query(
  "audit.listPolicies",
  505,
  `query Policies($cursor: String) {
    productVariants(first: 250, after: $cursor, query: "product_status:ACTIVE") {
      nodes { sku inventoryPolicy inventoryItem { tracked } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);
