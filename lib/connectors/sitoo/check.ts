import { z } from "zod";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { sitooPage } from "./schemas";

/** Sitoo has no resource for the account itself: the first warehouse speaks for it. It does not say its time zone. */
export function checkPort(http: Http, site: string): Ports["check"] {
  return {
    async ping() {
      const query = { num: 1, fields: "name,currencycode" };
      const { items } = await http.send(
        "check.ping",
        { method: "GET", path: `${site}/warehouses.json`, query },
        sitooPage(z.object({ name: z.string(), currencycode: z.string() })),
      );
      return { name: items[0]?.name ?? "", currency: items[0]?.currencycode ?? "", zone: "" };
    },
  };
}
