import { priceDiffers } from "@/lib/domain/exceptions/kinds/price-differs";
import type { PromotionEdit } from "@/lib/domain/mapping/edit";
import { covers } from "@/lib/domain/prices/promotion";
import { db } from "./client";

/** The open causes about prices of products that these promotions are about, as they were or as they will be. */
export async function listPriceCausesOf(shopId: string, edits: readonly PromotionEdit[]): Promise<string[]> {
  const scopes = edits.flatMap(({ promotion }) => (promotion ? [promotion.scope] : []));
  if (scopes.length === 0) return [];
  const causes = await db.cause.findMany({ where: { connectionId: shopId, kind: priceDiffers.id, state: { not: "resolved" } } });
  return causes.flatMap(({ id, evidence }) => {
    const named = priceDiffers.evidence.safeParse(evidence).data?.skus ?? [];
    return named.some((sku) => scopes.some((scope) => covers(scope, sku))) ? [id] : [];
  });
}
