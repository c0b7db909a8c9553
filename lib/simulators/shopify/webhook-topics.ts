// The first words of a topic that are one resource; the rest is what happened to it.
const resources = [
  "REVERSE_FULFILLMENT_ORDERS",
  "FULFILLMENT_ORDERS",
  "FULFILLMENTS",
  "INVENTORY_LEVELS",
  "INVENTORY_ITEMS",
  "BULK_OPERATIONS",
  "CUSTOMERS",
  "LOCATIONS",
  "PRODUCTS",
  "REFUNDS",
  "RETURNS",
  "ORDERS",
  "SHOP",
  "APP",
];

/** ORDERS_CREATE → orders/create. */
export function headerOf(topic: string): string {
  const resource = resources.find((known) => topic.startsWith(`${known}_`));
  return resource ? `${resource}/${topic.slice(resource.length + 1)}`.toLowerCase() : topic.toLowerCase();
}

const scopes: Record<string, string[]> = {
  ORDERS: ["read_orders"],
  REFUNDS: ["read_orders"],
  RETURNS: ["read_returns"],
  REVERSE_FULFILLMENT_ORDERS: ["read_returns"],
  FULFILLMENTS: ["read_fulfillments", "read_orders"],
  FULFILLMENT_ORDERS: ["read_merchant_managed_fulfillment_orders", "read_assigned_fulfillment_orders"],
  INVENTORY_LEVELS: ["read_inventory"],
  INVENTORY_ITEMS: ["read_inventory"],
  LOCATIONS: ["read_locations"],
  PRODUCTS: ["read_products"],
  CUSTOMERS: ["read_customers"],
};

/** One of them is enough; none needed: an empty list. */
export const scopesFor = (topic: string): string[] => scopes[resources.find((known) => topic.startsWith(`${known}_`)) ?? ""] ?? [];
