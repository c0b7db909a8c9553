import type { Connector } from "./connector";
import { shopify } from "./shopify";
import { sitoo } from "./sitoo";

export const connectors: Readonly<Record<string, Connector>> = { sitoo, shopify };
