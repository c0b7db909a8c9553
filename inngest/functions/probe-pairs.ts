import type { HttpOptions } from "@/lib/connectors/http";
import { openPort } from "@/lib/connectors/open-port";
import { keepProducts, markOthersGone } from "@/lib/data/catalogue";
import type { CauseRow } from "@/lib/data/causes";
import { inTransaction } from "@/lib/data/client";
import type { Connection } from "@/lib/data/connections";
import { listHeldPairs } from "@/lib/data/held-pairs";
import { markPairs } from "@/lib/data/stock-pairs";
import { notInShop } from "@/lib/domain/exceptions/kinds/not-in-shop";
import { skuDuplicate } from "@/lib/domain/exceptions/kinds/sku-duplicate";
import type { Sku } from "@/lib/domain/ids";

const aboutProducts: readonly string[] = [skuDuplicate.id, notInShop.id];

/** Looks again at the pairs that these causes hold; where a product itself is in question, at the product first. Throws ConnectorError. */
export async function probePairs(
  shop: Connection,
  causes: readonly CauseRow[],
  how: Pick<HttpOptions, "onlyWhenIdle"> = {},
): Promise<void> {
  if (causes.length === 0 || !shop.posId) return;
  const { posId } = shop;
  const skus = causes.filter(({ kind }) => aboutProducts.includes(kind)).map(({ entity }) => entity as Sku);
  if (skus.length > 0) {
    const products = await openPort(shop, "catalogue", how).listBySku(skus);
    await keepProducts(shop.id, products);
    await markOthersGone(
      shop.id,
      skus,
      products.map(({ remoteId }) => remoteId),
    );
  }
  const pairs = await listHeldPairs(causes.map(({ id }) => id));
  await inTransaction((tx) => markPairs(tx, posId, pairs));
}
