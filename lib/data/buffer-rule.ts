type Of = { shop: string; sku: string; category: string; location: string };

/**
 * The buffer that counts for a product at a location, as an expression of a query: the product's own rule before its category's
 * before that for all, and within each the location's before that for all.
 */
export const bufferOf = ({ shop, sku, category, location }: Of): string => `
  coalesce((select units from buffer b where b.shop_id = ${shop} and b.sku in (${sku}, '') and b.category in (${category}, '') and b.location_id in (${location}, '')
    order by (b.sku <> '') desc, (b.category <> '') desc, (b.location_id <> '') desc limit 1), 0)`;

/** What an accepted edit in the shop adds at a pair, until it ends. */
export const allowanceOf = ({ shop, sku, location }: Omit<Of, "category">): string =>
  `coalesce((select units from allowance a where a.shop_id = ${shop} and a.location_id = ${location} and a.sku = ${sku} and a.until > now()), 0)`;
