import { z } from "zod";

import type { Product } from "@/lib/domain/catalogue/product";
import type { Sku } from "@/lib/domain/ids";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { listProductsSince, listVariantsBySku, listVariantsOfProduct } from "./catalogue-documents";
import { Gid } from "./gid";
import { ask, connection, listFurther, nextOf } from "./graphql";

const Variant = z.object({
  id: Gid,
  sku: z.string().nullable(),
  displayName: z.string(),
  barcode: z.string().nullable(),
  price: z.string(),
  inventoryPolicy: z.string(),
  updatedAt: z.iso.datetime({ offset: true }),
  inventoryItem: z.object({ id: Gid, tracked: z.boolean() }),
});
const ProductHead = z.object({ status: z.string(), productType: z.string(), updatedAt: z.iso.datetime({ offset: true }) });
const ProductNode = ProductHead.extend({ id: z.string(), variants: connection(Variant) });
const BySkuAnswer = z.object({ productVariants: connection(Variant.extend({ product: ProductHead })) });
const OfProductAnswer = z.object({ product: z.object({ variants: connection(Variant) }).nullable() });

const skusAtOnce = 40;

export function cataloguePort(http: Http): Ports["catalogue"] {
  async function allVariants({ id, variants }: z.output<typeof ProductNode>) {
    const further = await listFurther(nextOf(variants.pageInfo), async (cursor) => {
      const { product } = await ask(http, listVariantsOfProduct, { id, cursor }, OfProductAnswer);
      return product?.variants ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    });
    return [...variants.nodes, ...further];
  }

  async function listBySkus(skus: readonly Sku[]) {
    const filter = skus.map((sku) => `sku:"${sku.replaceAll(/["\\]/g, "\\$&")}"`).join(" OR ");
    const page = async (cursor: string | null) => (await ask(http, listVariantsBySku, { filter, cursor }, BySkuAnswer)).productVariants;
    const first = await page(null);
    return [...first.nodes, ...(await listFurther(nextOf(first.pageInfo), page))];
  }

  return {
    async listChanged(since, page) {
      const variables = { filter: since === null ? null : `updated_at:>='${since}'`, cursor: page };
      const { products } = await ask(http, listProductsSince, variables, z.object({ products: connection(ProductNode) }));
      const found = await Promise.all(
        products.nodes.map(async (product) => (await allVariants(product)).flatMap((variant) => toProduct(variant, product))),
      );
      return { items: found.flat(), next: nextOf(products.pageInfo) };
    },

    async listBySku(skus) {
      const wanted = [...new Set(skus)];
      const chunks = Array.from({ length: Math.ceil(wanted.length / skusAtOnce) }, (_, at) =>
        wanted.slice(at * skusAtOnce, (at + 1) * skusAtOnce),
      );
      const found = (await Promise.all(chunks.map(listBySkus))).flat();
      // Shopify's search does not heed case: only exact ones count.
      return found.flatMap((variant) => toProduct(variant, variant.product)).filter(({ sku }) => wanted.includes(sku));
    },
  };
}

/** None for a variant without a SKU: nothing can be sent for it. */
function toProduct(
  { id, sku, displayName, barcode, price, inventoryPolicy, inventoryItem }: z.output<typeof Variant>,
  { status, productType, updatedAt }: z.output<typeof ProductHead>,
): Product[] {
  if (!sku) return [];
  return [
    {
      sku: sku as Sku,
      remoteId: id,
      stockId: inventoryItem.id,
      title: displayName,
      barcode: barcode || null,
      isActive: status === "ACTIVE",
      isTracked: inventoryItem.tracked,
      mayOversell: inventoryPolicy === "CONTINUE",
      rate: null,
      price,
      category: productType.trim(),
      changedAt: new Date(updatedAt).toISOString(),
    },
  ];
}
