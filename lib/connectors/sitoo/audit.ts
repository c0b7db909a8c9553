import { z } from "zod";

import type { Finding, Ports } from "../connector";
import type { Http } from "../http";
import { listAll } from "./paging";
import { sitooPage } from "./schemas";

const Counted = z.object({ sku: z.string(), stockcountenable: z.boolean() });

/** Products whose stock Sitoo does not count: their level never moves, so a shop would show it for ever. */
export function auditPort(http: Http, site: string): Ports["audit"] {
  return {
    async list() {
      const products = await listAll((start) =>
        http.send(
          "audit.list",
          { method: "GET", path: `${site}/products.json`, query: { start, num: 1000, fields: "sku,stockcountenable" } },
          sitooPage(Counted),
        ),
      );
      return products
        .filter(({ stockcountenable }) => !stockcountenable)
        .map(({ sku }): Finding => ({ kind: "not-tracked", entity: sku, detail: "Stock handling is off for this product in Sitoo" }));
    },
  };
}
