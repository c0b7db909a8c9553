import type { Product } from "@/lib/domain/catalogue/product";
import type { Sku } from "@/lib/domain/ids";
import { rateFromPercent } from "@/lib/domain/money";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { fromSeconds, toSeconds } from "./amounts";
import { askable, inChunks, nextPage } from "./paging";
import { SitooProduct, sitooPage } from "./schemas";

const fields = "productid,sku,title,barcode,activepos,stockcountenable,stockallowbackorder,vatvalue,datemodified";
const pageSize = 500;

export function cataloguePort(http: Http, site: string): Ports["catalogue"] {
  async function page(operation: string, query: Record<string, string | number | undefined>) {
    const { totalcount, items } = await http.send(
      operation,
      { method: "GET", path: `${site}/products.json`, query: { ...query, includeinactive: "true", fields } },
      sitooPage(SitooProduct),
    );
    return { totalcount, got: items.length, products: items.filter(({ sku }) => sku !== "").map(toProduct) };
  }

  return {
    async listChanged(since, cursor) {
      const start = Number(cursor ?? 0);
      const { totalcount, got, products } = await page("catalogue.listChanged", {
        datelastmodified: since === null ? undefined : toSeconds(since),
        start,
        num: pageSize,
      });
      return {
        items: products.toSorted((one, other) => one.changedAt.localeCompare(other.changedAt)),
        next: nextPage(start, got, totalcount),
      };
    },

    async listBySku(skus) {
      const wanted = new Set(skus);
      const found = await Promise.all(
        inChunks(askable(wanted)).map((some) => page("catalogue.listBySku", { sku: some.join(","), num: 2 * some.length })),
      );
      return found.flatMap(({ products }) => products).filter(({ sku }) => wanted.has(sku));
    },
  };
}

const toProduct = ({
  productid,
  sku,
  title,
  barcode,
  activepos,
  stockcountenable,
  stockallowbackorder,
  vatvalue,
  datemodified,
}: SitooProduct): Product => ({
  sku: sku as Sku,
  remoteId: productid,
  stockId: "",
  title: title ?? "",
  barcode: barcode || null,
  isActive: activepos,
  isTracked: stockcountenable,
  mayOversell: stockallowbackorder ?? false,
  rate: vatvalue == null ? null : rateFromPercent(vatvalue),
  changedAt: fromSeconds(datemodified ?? 0),
});
