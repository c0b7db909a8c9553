import { z } from "zod";

import { AppError } from "@/lib/app-error";
import type { Failure } from "@/lib/domain/failure";
import { ConnectionId } from "@/lib/domain/ids";
import { type Db, db, inTransaction, type Prisma } from "./client";
import type { Connection as Row } from "./generated/client";
import { markPairsOfUnits } from "./order-units";
import { sealSettings, unsealSettings } from "./seal";

const Decimals = z.string().regex(/^\d{1,6}(\.\d{1,3})?$/, "A number such as 2 or 0.05.");
const Clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "A time such as 09:00.");

/** How the flows behave for a connection. */
export const Options = z
  .object({
    dueWhen: z.enum(["paid", "authorized", "any"]).default("paid"),
    /** Days for which the POS sets stock aside for an open order; 0 = never. */
    reserveDays: z.int().min(0).max(365).default(14),
    /** Hours after which a customer may come to collect. */
    pickupPromiseHours: z.int().min(1).max(720).default(4),
    shippingPromiseHours: z.int().min(1).max(720).default(48),
    /** Minutes without a sale after which an open store of a POS is called silent; 0 = never. */
    silentAfterMinutes: z.int().min(0).max(1_440).default(45),
    /** By the clock of the connection's zone. */
    opensAt: Clock.default("09:00"),
    closesAt: Clock.default("18:00"),
    closedOnSundays: z.boolean().default(true),
    /** Seconds within which 95 of 100 changes of stock, and orders, should be confirmed; above, a warning. 0 = never. */
    stockTargetSeconds: z.int().min(0).max(3_600).default(5),
    orderTargetSeconds: z.int().min(0).max(86_400).default(60),
    /** Seconds for which one product may differ or wait before it is named. */
    lateAfterSeconds: z.int().min(15, "At least 15 seconds.").max(86_400).default(60),
    /** Hours within which every figure online is to be seen right once. */
    verifiedWithinHours: z.int().min(1).max(720).default(30),
    /** What happens to a web order whose price is not the till's. */
    priceCheck: z.enum(["off", "note", "hold"]).default("off"),
    /** Per cent of the till's price that pass, and money for one unit; the larger counts. */
    priceTolerancePercent: Decimals.default("2"),
    priceToleranceAmount: Decimals.default("0.05"),
    /** Where an order goes to which the shop has assigned no location. */
    withoutLocation: z.enum(["hold", "chosen", "stock"]).default("hold"),
    chosenLocation: z.string().max(100).default(""),
    /** Of several locations with everything, the first of these. */
    preferredLocations: z.array(z.string().min(1).max(100)).max(200).default([]),
  })
  .refine(({ withoutLocation, chosenLocation }) => withoutLocation !== "chosen" || chosenLocation !== "", {
    path: ["chosenLocation"],
    message: "Choose the location they go to.",
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ["closesAt"], message: "Stores close after they open." });
export type Options = z.infer<typeof Options>;

export type Connection = {
  id: ConnectionId;
  code: string;
  platform: string;
  role: "pos" | "shop";
  name: string;
  posId: ConnectionId | null;
  settings: Record<string, unknown>;
  options: Options;
  currency: string;
  zone: string;
  isPaused: boolean;
  wrongKnocks: number;
  cursors: Record<string, string>;
  reserves: "yes" | "no" | "unknown";
  lastAnswerAt: Date | null;
  lastFailureAt: Date | null;
  lastFailure: Failure | null;
};

const fromRow = (row: Row): Connection => ({
  ...row,
  id: row.id as ConnectionId,
  role: row.role as Connection["role"],
  posId: row.posId as ConnectionId | null,
  settings: unsealSettings(row.settings),
  options: Options.parse(row.options),
  cursors: z.record(z.string(), z.string()).parse(row.cursors),
  reserves: row.reserves as Connection["reserves"],
  lastFailure: row.lastFailure as Failure | null,
});

export async function getConnection(id: string): Promise<Connection> {
  const connection = await findConnection(id);
  if (!connection) throw new AppError("not-found", "This connection does not exist.");
  return connection;
}

const Id = z.uuid();

/** Null also for what no connection could be called, as addresses may hold it. */
export async function findConnection(id: string): Promise<Connection | null> {
  const row = Id.safeParse(id).success ? await db.connection.findUnique({ where: { id } }) : null;
  return row && fromRow(row);
}

/** What lists and menus need of them, without opening what is sealed. */
export const listConnectionNames = (where: { role?: "pos" | "shop" } = {}): Promise<{ id: string; name: string; zone: string }[]> =>
  db.connection.findMany({ where, orderBy: { name: "asc" }, select: { id: true, name: true, zone: true } });

export async function listConnections(where: { role?: "pos" | "shop"; posId?: string } = {}): Promise<Connection[]> {
  return (await db.connection.findMany({ where, orderBy: { name: "asc" } })).map(fromRow);
}

export type NewConnection = Pick<Connection, "code" | "platform" | "role" | "name" | "currency" | "zone"> & {
  posId?: string | null;
  settings: Record<string, unknown>;
  options?: Partial<Options>;
};

/** `secrets`: the names of the settings to seal. */
export async function createConnection(
  tx: Db,
  { settings, options, posId = null, ...rest }: NewConnection,
  secrets: ReadonlySet<string>,
): Promise<ConnectionId> {
  const row = await tx.connection.create({
    data: { ...rest, posId, settings: sealSettings(settings, secrets) as Prisma.InputJsonObject, options: Options.parse(options ?? {}) },
  });
  return ConnectionId.parse(row.id);
}

/** One pull at a time moves its own cursor. */
export async function moveCursor(id: ConnectionId, name: string, to: string): Promise<void> {
  await db.$executeRaw`update connection set cursors = cursors || jsonb_build_object(${name}::text, ${to}::text) where id = ${id}::uuid`;
}

export async function noteAnswer(id: ConnectionId): Promise<void> {
  await db.$executeRaw`update connection set last_answer_at = now(), lane_pauses = 0, lane_paused_until = null where id = ${id}::uuid`;
}

export async function noteFailure(id: ConnectionId, failure: Failure): Promise<void> {
  await db.$executeRaw`update connection set last_failure_at = now(), last_failure = ${JSON.stringify(failure)}::jsonb where id = ${id}::uuid`;
}

/** Counts a wrong password; answers the new count, so that only the first raises an exception. */
export async function countWrongKnock(id: ConnectionId): Promise<number> {
  const [row] = await db.$queryRaw<
    { wrong_knocks: number }[]
  >`update connection set wrong_knocks = wrong_knocks + 1 where id = ${id}::uuid returning wrong_knocks`;
  return row?.wrong_knocks ?? 0;
}

export const forgetWrongKnocks = (tx: Db, id: ConnectionId) =>
  tx.$executeRaw`update connection set wrong_knocks = 0 where id = ${id}::uuid and wrong_knocks > 0`;

/** True: that is news, and stock counts the units of web orders differently from now on. */
export const noteReserves = (id: ConnectionId, reserves: "yes" | "no"): Promise<boolean> =>
  inTransaction(async (tx) => {
    const isNews =
      (await tx.$executeRaw`update connection set reserves = ${reserves} where id = ${id}::uuid and reserves <> ${reserves}`) > 0;
    if (isNews) await markPairsOfUnits(tx, id);
    return isNews;
  });
