import { z } from "zod";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { ask } from "./graphql";
import { getShop } from "./shop-documents";

const Answer = z.object({ shop: z.object({ name: z.string(), currencyCode: z.string(), ianaTimezone: z.string() }) });

export const checkPort = (http: Http): Ports["check"] => ({
  async ping() {
    const { name, currencyCode, ianaTimezone } = (await ask(http, getShop, {}, Answer)).shop;
    return { name, currency: currencyCode, zone: ianaTimezone };
  },
});
