import { listSkuBuffers } from "@/lib/data/sku-buffers";
import { listSkuCauses } from "@/lib/data/sku-causes";
import { findSkuStock } from "@/lib/data/sku-stock";
import { describeCause } from "@/lib/domain/exceptions/view";

/** A web SKU at every location, the rules that hold some of it back, and what is open about it. Null: no shop has it. */
export async function showSku(sku: string) {
  const [stock, buffers, causes] = await Promise.all([findSkuStock(sku), listSkuBuffers(sku), listSkuCauses(sku)]);
  if (!stock) return null;
  return {
    ...stock,
    buffers: buffers.map(({ shopId, locationId, category, units, sku: of }) => ({ shopId, locationId, category, units, isOwn: of !== "" })),
    causes: causes.map((cause) => {
      const { id, state, sentence, nextStep, title, openedAt } = describeCause(cause);
      return { id, state, sentence, nextStep, title, openedAt };
    }),
  };
}
