import type { Product } from "@/lib/domain/catalogue/product";
import type { Sku } from "@/lib/domain/ids";
import { rateFromPercent } from "@/lib/domain/money";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { fromSeconds, toSeconds } from "./amounts";
import { askable, inChunks, listAll, nextPage } from "./paging";
import { SitooProduct, sitooPage } from "./schemas";

const fields =
  "productid,sku,title,barcode,activepos,stockcountenable,stockallowbackorder,vatvalue,moneyprice,moneyfinalprice,datemodified";
const pageSize = 500;

export function cataloguePort(http: Http, site: string): Ports["catalogue"] {
  const page = (operation: string, query: Record<string, string | number | undefined>) =>
    http.send(
      operation,
      { method: "GET", path: `${site}/products.json`, query: { ...query, includeinactive: "true", fields } },
      sitooPage(SitooProduct),
    );

  return {
    async listChanged(since, cursor) {
      const start = Number(cursor ?? 0);
      const query = { datelastmodified: since === null ? undefined : toSeconds(since), start, num: pageSize };
      const { totalcount, items } = await page("catalogue.listChanged", query);
      const products = items.filter(hasSku).map(toProduct);
      return {
        items: products.toSorted((one, other) => one.changedAt.localeCompare(other.changedAt)),
        next: nextPage(start, items.length, totalcount),
      };
    },

    async listBySku(skus) {
      const wanted = new Set(skus);
      const found = await Promise.all(
        inChunks(askable(wanted)).map((some) => {
          const query = { sku: some.join(","), num: 2 * some.length };
          return listAll((start) => page("catalogue.listBySku", { ...query, start }));
        }),
      );
      return found
        .flat()
        .filter(hasSku)
        .map(toProduct)
        .filter(({ sku }) => wanted.has(sku));
    },
  };
}

/** The price in effect, VAT included. Sitoo says 0.00 of what has no price. */
const priceOf = (money: string | null) => (money === null || Number(money) <= 0 ? null : money);
const hasSku = ({ sku }: SitooProduct) => sku !== "";

const toProduct = ({
  productid,
  sku,
  title,
  barcode,
  activepos,
  stockcountenable,
  stockallowbackorder,
  vatvalue,
  moneyprice,
  moneyfinalprice,
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
  price: priceOf(moneyfinalprice ?? moneyprice ?? null),
  category: "",
  rate: vatvalue == null ? null : rateFromPercent(vatvalue),
  changedAt: fromSeconds(datemodified ?? 0),
});
