/** Each topic with the few fields we want of it: ids, and one that always changes, or Shopify drops deliveries as repetitions. */
export const topics = {
  ORDERS_CREATE: ["id", "admin_graphql_api_id", "name", "updated_at"],
  ORDERS_PAID: ["id", "admin_graphql_api_id", "name", "updated_at"],
  ORDERS_UPDATED: ["id", "admin_graphql_api_id", "name", "updated_at"],
  ORDERS_EDITED: ["order_edit", "updated_at"],
  ORDERS_CANCELLED: ["id", "admin_graphql_api_id", "name", "updated_at"],
  INVENTORY_LEVELS_UPDATE: ["inventory_item_id", "location_id", "available", "updated_at"],
  PRODUCTS_UPDATE: ["id", "admin_graphql_api_id", "updated_at"],
  PRODUCTS_CREATE: ["id", "admin_graphql_api_id", "updated_at"],
  PRODUCTS_DELETE: ["id", "updated_at"],
  LOCATIONS_UPDATE: ["id", "admin_graphql_api_id", "updated_at"],
  FULFILLMENT_ORDERS_MOVED: ["original_fulfillment_order", "moved_fulfillment_order", "updated_at"],
  FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE: ["fulfillment_order", "updated_at"],
  APP_SCOPES_UPDATE: ["id", "current", "updated_at"],
} satisfies Record<string, readonly string[]>;
