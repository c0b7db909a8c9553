import { z } from "zod";

import type { Account } from "./account";
import { changeProduct, createProduct, deleteProduct, findProduct, ProductChanges } from "./products";
import { demand, found } from "./refused";

export const VariantSet = z.object({
  groups: z.array(z.object({ name: z.string(), options: z.array(z.string()) })),
  variants: z.array(ProductChanges.extend({ productid: z.int(), sku: z.string(), attributes: z.array(z.string()) })),
});

type Member = { productid: number };
const listMembers = ({ state }: Account, main: number) =>
  state.many<Member>("select productid from product where variantparentid = ? order by productid", main).map(({ productid }) => productid);

export function getVariants(account: Account, eshopid: number, main: number): object {
  found(findProduct(account, eshopid, main), "productid");
  const products = listMembers(account, main).flatMap((productid) => findProduct(account, eshopid, productid) ?? []);
  const names = products[0]?.variant.map(({ name }) => name) ?? [];
  const options = (name: string) => [...new Set(products.flatMap(({ variant }) => variant.find((one) => one.name === name)?.value ?? []))];
  return {
    groups: names.map((name) => ({ name, options: options(name) })),
    variants: products.map((product) => ({ ...product, attributes: product.variant.map(({ value }) => value) })),
  };
}

/** The whole set at once: who is not named is deleted, productid 0 is created, the main variant points at itself. */
export function replaceVariants(account: Account, eshopid: number, main: number, { groups, variants }: z.infer<typeof VariantSet>): true {
  found(findProduct(account, eshopid, main), "productid");
  demand(
    variants.every(
      ({ attributes }) => attributes.length === groups.length && attributes.every((value, at) => groups[at]?.options.includes(value)),
    ),
    "attributes do not fit groups",
  );
  const kept = new Set(variants.map(({ productid }) => productid));
  for (const productid of listMembers(account, main))
    if (!kept.has(productid) && productid !== main) deleteProduct(account, eshopid, productid);
  for (const { productid, attributes, ...fields } of variants) {
    const id = productid === 0 ? createProduct(account, eshopid, fields) : productid;
    const variant = attributes.map((value, at) => ({ name: groups[at]?.name ?? "", value }));
    changeProduct(account, eshopid, id, fields, { variantparentid: main, variant });
  }
  return true;
}
