import { ConnectorError } from "@/lib/connectors/error";
import type { Connection } from "@/lib/data/connections";
import type { NamedPair } from "@/lib/data/stock-leases";

import { readPairs, type SeenPair } from "./read-pairs";
import type { StockPorts } from "./stock-ports";

export type OddPair<P> = { pair: P; error: ConnectorError };

/** More than that make no sense at once: the trouble is the connection's. */
const mostOdd = 5;

/** Reads both sides; an answer that makes no sense is halved until only the pairs that it is about are left out. Throws ConnectorError. */
export async function readApart<P extends NamedPair>(
  ports: StockPorts,
  shop: Connection,
  pos: Connection,
  pairs: readonly P[],
): Promise<{ seen: SeenPair<P>[]; odd: OddPair<P>[] }> {
  const odd: OddPair<P>[] = [];
  const seen: SeenPair<P>[] = [];

  async function read(some: readonly P[]): Promise<void> {
    try {
      seen.push(...(await readPairs(ports, shop, pos, some)));
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.failure.kind !== "odd-answer") throw error;
      const [only] = some;
      if (some.length > 1) {
        const half = Math.ceil(some.length / 2);
        await read(some.slice(0, half));
        await read(some.slice(half));
      } else if (only) odd.push({ pair: only, error });
      if (odd.length > mostOdd) throw error;
    }
  }
  await read(pairs);
  if (odd[0] && odd.length === pairs.length && pairs.length > 1) throw odd[0].error;
  return { seen, odd };
}
