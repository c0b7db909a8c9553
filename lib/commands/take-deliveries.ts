import type { Delivery, Hint, IncomingRequest } from "@/lib/connectors/connector";
import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { type Db, inTransaction, keepable } from "@/lib/data/client";
import { type Connection, countWrongKnock, findConnection, forgetWrongKnocks, moveCursor } from "@/lib/data/connections";
import { type StoredDelivery, storeDeliveries } from "@/lib/data/deliveries";
import { listOrdersAtPos } from "@/lib/data/effects";
import { listPairsOfItems } from "@/lib/data/find-pairs";
import { markOrders } from "@/lib/data/order-lanes";
import { markPairsOfOrders } from "@/lib/data/order-units";
import { emit } from "@/lib/data/outbox";
import { wakePull } from "@/lib/data/pos-movements";
import { type HeldRecord, raiseCauses, releaseHeld } from "@/lib/data/raise-causes";
import { markPairs, settleMs } from "@/lib/data/stock-pairs";
import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { eventUnreadable } from "@/lib/domain/exceptions/kinds/event-unreadable";
import { wrongPassword } from "@/lib/domain/exceptions/kinds/wrong-password";
import { gather } from "@/lib/domain/gather";

/** What the platform is told. Sitoo drops for good on anything but 200, 429, 503 and 504. */
export type DoorAnswer = 200 | 401 | 404 | 413 | 503;

export const mostBytes = 1_000_000;

/** Verify, store, answer: 200 only after it is durable. A paused connection still stores. */
export async function takeDeliveries(connectionId: string, request: IncomingRequest): Promise<DoorAnswer> {
  const connection = await knownConnection(connectionId);
  if (!connection) return 404;
  if (request.body.byteLength > mostBytes) return 413;

  const verified = await openPort(connection, "webhooks").verify(request);
  if (verified.result === "wrong-credentials") {
    const knocks = await countWrongKnock(connection.id);
    known.delete(connection.id);
    if (knocks === 1) await raiseKnock(connection);
    return 401;
  }
  if (verified.withPrevious) await notePrevious(connection.id);
  if (verified.deliveries.length === 0) return 200;
  await doorOf(connection.id)(verified.deliveries.map((delivery) => ({ connection, delivery })));
  return 200;
}

const noteEveryMs = 15_000;
const noted = new Map<string, number>();

/** The key from before a rotation is still in use there: said now and then, so that a person knows when it may go. */
async function notePrevious(id: Connection["id"]): Promise<void> {
  const now = Date.now();
  if (now - (noted.get(id) ?? 0) < noteEveryMs) return;
  noted.set(id, now);
  await moveCursor(id, "previousKey", new Date(now).toISOString());
}

type Arrival = { connection: Connection; delivery: Delivery & { unreadable?: string } };

const knownForMs = 5_000;
const known = new Map<string, { connection: Connection | null; until: number }>();
const doors = new Map<string, (arrivals: readonly Arrival[]) => Promise<void>>();

/** A changed password is known here within five seconds. */
async function knownConnection(id: string): Promise<Connection | null> {
  const seen = known.get(id);
  if (seen && seen.until > Date.now()) return seen.connection;
  const connection = await findConnection(id);
  if (connection) known.set(id, { connection, until: Date.now() + knownForMs });
  return connection;
}

/** A platform that has much to say sends several messages at once: so long the first waits for the others. */
const gatherMs = 5;

/** One transaction at a time for each connection: what arrives meanwhile shares the next. */
function doorOf(connectionId: string): (arrivals: readonly Arrival[]) => Promise<void> {
  const door =
    doors.get(connectionId) ??
    gather<Arrival>(
      (arrivals) =>
        keep(
          arrivals[0]!.connection,
          arrivals.map(({ delivery }) => delivery),
        ),
      { waitMs: gatherMs },
    );
  doors.set(connectionId, door);
  return door;
}

async function keep(connection: Connection, deliveries: readonly (Delivery & { unreadable?: string })[]): Promise<void> {
  await inTransaction(async (tx) => {
    const fresh = await storeDeliveries(tx, connection.id, deliveries.map(storedFrom));
    const taken = deliveries.filter(({ id }) => fresh.has(keepable(id)));
    const orders = taken.flatMap(({ hints, at }) =>
      hints.flatMap((hint) => (hint.about === "order" ? [{ orderId: hint.orderId, at }] : [])),
    );
    if (connection.role === "shop" && connection.posId) await markOrders(tx, { id: connection.id, posId: connection.posId }, orders);
    await markStock(tx, connection, taken);
    const unread = taken.flatMap((delivery) =>
      delivery.unreadable === undefined ? [] : [unreadable(connection, delivery, delivery.unreadable)],
    );
    await raiseCauses(tx, unread, { complete: false });
    await askWhenLate(tx, connection, deliveries);
    if (connection.wrongKnocks > 0 && (await forgetWrongKnocks(tx, connection.id)) > 0)
      await releaseHeld(tx, [{ shopId: connection.id, entity: "connection", key: `${connection.id}:knock` }]);
  });
}

const lateMs = 4_000;
const askAgainMs = 8_000;
const asked = new Map<string, number>();

/** A shop whose messages arrive late has more under way: its orders are asked for instead of waited for. */
async function askWhenLate(tx: Db, { id, role }: Connection, deliveries: readonly Delivery[]): Promise<void> {
  const now = Date.now();
  if (role !== "shop" || now - (asked.get(id) ?? 0) < askAgainMs || !deliveries.some(({ at }) => now - Date.parse(at) > lateMs)) return;
  asked.set(id, now);
  await emit(tx, [{ name: "orders/pull.wanted", data: { shopId: id } }]);
}

/** A shop names the pair; a till only says that something moved. */
async function markStock(tx: Db, { id, role, posId }: Connection, deliveries: readonly Delivery[]): Promise<void> {
  const hints = deliveries.flatMap(({ hints: of, at }) => of.map((hint) => ({ ...hint, at })));
  const stock = hints.filter((hint) => hint.about === "stock");
  if (role === "pos") {
    const orderIds = hints.flatMap((hint) => (hint.about === "pos-order" ? [hint.orderId] : []));
    await markPairsOfOrders(tx, await listOrdersAtPos(tx, id, orderIds));
    if (stock.length > 0) await wakePull(tx, id);
    return;
  }
  const items = stock.flatMap(({ itemId, locationId, at }) => (itemId && locationId ? [{ itemId, locationId, at }] : []));
  if (posId) await markPairs(tx, posId, await listPairsOfItems(tx, id, items), { waitMs: settleMs });
}

const storedFrom = ({ id, topic, at, body, hints, unreadable }: Delivery & { unreadable?: string }): StoredDelivery => {
  const nothing = hints.find((hint) => hint.about === "nothing");
  const state = unreadable !== undefined ? "unreadable" : nothing && hints.length === 1 ? "unknown" : "taken";
  return { id, topic, at, body, about: aboutOf(hints), state, reason: unreadable ?? nothing?.reason ?? "" };
};

function aboutOf(hints: readonly Hint[]): string {
  const [first] = hints;
  if (first?.about === "order" || first?.about === "pos-order") return `${first.about}:${first.orderId}`;
  return first?.about ?? "";
}

const plain = { amount: 0, currency: "", customerHash: "", promiseAt: null, units: 0 };

function unreadable(connection: Connection, { id, topic }: Delivery, reason: string): HeldRecord {
  const causes = [eventUnreadable.raise({ connection: connection.name, topic, reason }, { field: "Message", value: reason })];
  return { ...plain, shopId: connection.id, entity: "delivery", key: id, label: topic, causes };
}

async function raiseKnock(connection: Connection): Promise<void> {
  const causes: CauseDraft[] = [wrongPassword.raise({ connection: connection.name }, { field: "Password", value: "wrong" })];
  await inTransaction((tx) =>
    raiseCauses(
      tx,
      [{ ...plain, shopId: connection.id, entity: "connection", key: `${connection.id}:knock`, label: connection.name, causes }],
      { complete: false },
    ),
  );
}

/** Our own faults and theirs of configuration: try again later, lose nothing. */
export const answerTo = (error: unknown): DoorAnswer => {
  console.error("an incoming message could not be stored", error instanceof ConnectorError ? error.message : error);
  return 503;
};
