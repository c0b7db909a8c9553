import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { nameWarehouses } from "@/lib/data/catalogue";
import { inTransaction } from "@/lib/data/client";
import { getConnection, noteReserves } from "@/lib/data/connections";
import { listEffects } from "@/lib/data/effects";
import { raiseCauses, releaseHeld } from "@/lib/data/raise-causes";
import type { OrderResult } from "@/lib/data/record-orders";
import { noReservation } from "@/lib/domain/exceptions/kinds/no-reservation";
import { oversold } from "@/lib/domain/exceptions/kinds/oversold";
import type { Sku, WarehouseId } from "@/lib/domain/ids";
import type { PosLevel } from "@/lib/domain/stock/level";

/** After an import: did the POS set the units aside, and is more promised now than there is? Advice, so a fault of the read is no fault of the order. */
export async function checkReservation(posId: string, confirmed: readonly OrderResult[]): Promise<void> {
  const connection = await getConnection(posId);
  const drafts = (await listEffects(confirmed)).filter(({ state }) => state === "done").map(({ request }) => request);
  const wanted = new Map<string, { warehouseId: WarehouseId; sku: Sku; quantity: number }>();
  for (const { warehouseId, rows, reservedUntil } of drafts) {
    if (reservedUntil === null) continue;
    for (const { sku, quantity } of rows) {
      const seen = wanted.get(`${warehouseId}|${sku}`);
      wanted.set(`${warehouseId}|${sku}`, { warehouseId, sku, quantity: (seen?.quantity ?? 0) + quantity });
    }
  }
  const levels = await readLevels(connection, [...wanted.values()]);
  const counted = levels.filter(({ warehouseId, sku }) => wanted.has(`${warehouseId}|${sku}`));
  if (counted.length === 0) return;

  const record = { entity: "product" as const, amount: 0, currency: "", customerHash: "", promiseAt: null, units: 0 };
  if (counted.every(({ reserved }) => reserved <= 0)) {
    if (await noteReserves(connection.id, "no")) {
      const causes = [noReservation.raise({ connection: connection.name }, { field: "Reserved", value: "0" })];
      await inTransaction((tx) =>
        raiseCauses(
          tx,
          [{ ...record, entity: "connection", shopId: connection.id, key: `${connection.id}:reservation`, label: connection.name, causes }],
          {
            complete: false,
          },
        ),
      );
    }
  } else if (await noteReserves(connection.id, "yes")) {
    await inTransaction((tx) => releaseHeld(tx, [{ shopId: connection.id, entity: "connection", key: `${connection.id}:reservation` }]));
  }

  const names = await nameWarehouses(posId);
  const [short, fine] = [
    counted.filter(({ total, reserved }) => total - reserved < 0),
    counted.filter(({ total, reserved }) => total - reserved >= 0),
  ];
  const keyOf = ({ warehouseId, sku }: PosLevel) => `${warehouseId}:${sku}`;
  await inTransaction(async (tx) => {
    await raiseCauses(
      tx,
      short.map((level) => {
        const available = (level.total - level.reserved) / 1000;
        const store = names.get(level.warehouseId) ?? level.warehouseId;
        const causes = [
          oversold.raise(
            { sku: level.sku, warehouseId: level.warehouseId, store, available },
            { field: "Available at the till", value: String(available) },
          ),
        ];
        return {
          ...record,
          shopId: connection.id,
          key: keyOf(level),
          label: `${level.sku} at ${store}`,
          units: Math.ceil(-available),
          causes,
        };
      }),
      { complete: false },
    );
    await releaseHeld(
      tx,
      fine.map((level) => ({ shopId: connection.id, entity: "product", key: keyOf(level) })),
    );
  });
}

async function readLevels(
  connection: Awaited<ReturnType<typeof getConnection>>,
  pairs: readonly { warehouseId: WarehouseId; sku: Sku }[],
): Promise<PosLevel[]> {
  const port = openPort(connection, "posStock");
  const levels: PosLevel[] = [];
  try {
    for (const warehouseId of new Set(pairs.map((pair) => pair.warehouseId))) {
      levels.push(
        ...(await port.read(
          warehouseId,
          pairs.filter((pair) => pair.warehouseId === warehouseId).map(({ sku }) => sku),
        )),
      );
    }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    console.warn(`reservations were not checked: ${error.message}`);
  }
  return levels;
}
