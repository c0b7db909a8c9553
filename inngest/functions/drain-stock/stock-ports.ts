import type { Ports } from "@/lib/connectors/connector";
import { openPort } from "@/lib/connectors/open-port";
import type { Connection } from "@/lib/data/connections";

/** Both sides of a shop's stock. */
export type StockPorts = {
  posStock: Pick<Ports["posStock"], "read">;
  posOrders: Pick<Ports["posOrders"], "listByIds">;
  stock: Pick<Ports["stock"], "batchSize" | "read" | "write" | "activate">;
};

export const openStockPorts = (shop: Connection, pos: Connection): StockPorts => ({
  posStock: openPort(pos, "posStock"),
  posOrders: openPort(pos, "posOrders"),
  stock: openPort(shop, "stock"),
});
