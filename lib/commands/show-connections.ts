import { z } from "zod";

import { listSpending } from "@/lib/connectors/budget";
import { readCalls } from "@/lib/connectors/call-log";
import type { Connector } from "@/lib/connectors/connector";
import { connectors } from "@/lib/connectors/registry";
import { secretSettings } from "@/lib/connectors/secret-settings";
import { type ConnectionHealth, listConnectionHealth } from "@/lib/data/connection-health";
import { listArrivals, listConnectionQueues } from "@/lib/data/connection-queues";
import { type Connection, getConnection, listConnections } from "@/lib/data/connections";
import { describeCause } from "@/lib/domain/exceptions/view";
import { sayFailure } from "@/lib/domain/failure";

import { listPairs } from "./rotate-key";

/** Every connection as its screens show it: nothing that opens a door is in it. */
export async function showConnections() {
  const spending = new Map(listSpending().map((spent) => [spent.connectionId, spent]));
  const [health, queues, arrivals, settings] = await Promise.all([
    listConnectionHealth(),
    listConnectionQueues(),
    listArrivals(),
    listConnections(),
  ]);
  return health.map(({ causes, lastFailure, ...connection }) => ({
    ...connection,
    ...keysOf(settings.find(({ id }) => id === connection.id)),
    ...subscriptionsOf({ ...connection, causes }),
    queues: (queues.get(connection.id) ?? []).map(({ what, waiting, oldestAt }) => ({ what, waiting, oldestAt })),
    arrival: arrivals.get(connection.id) ?? null,
    calls: readCalls(connection.id),
    label: connectors[connection.platform]?.label ?? connection.platform,
    can: connectors[connection.platform]?.can ?? [],
    lastFailure: lastFailure && { kind: lastFailure.kind, said: sayFailure(lastFailure, connection.name) },
    causes: causes.map((cause) => {
      const { id, kind, sentence, nextStep } = describeCause(cause);
      return { id, kind, sentence, nextStep };
    }),
    spent: spending.get(connection.id) ?? null,
  }));
}

/** The key in use and how to renew it; whether an older password is still let in, which it should be only while it is being changed. */
function keysOf(connection: Connection | undefined) {
  const connector = connection && connectors[connection.platform];
  const isComplete = connector?.settings.safeParse(connection?.settings).success ?? false;
  const pairs = connection ? listPairs(connection) : [];
  return {
    key: connector && isComplete ? connector.key(connection?.settings) : null,
    mayRotate: pairs.some(({ isOurs }) => isOurs),
    hasPrevious: pairs.some(({ previous }) => Boolean(connection?.settings[previous])),
  };
}

/** Topics wanted and missing, by the last look at the set-up. */
function subscriptionsOf({ platform, causes }: Pick<ConnectionHealth, "platform" | "causes">) {
  const wanted = connectors[platform]?.topics ?? [];
  const missing = causes.filter(({ kind }) => kind === "webhook-missing").map(({ entity }) => entity);
  return { subscriptions: { wanted: wanted.length, missing } };
}

/** One field of a platform's settings; a secret's value never leaves, only whether there is one. */
export type SettingField = {
  name: string;
  label: string;
  help: string;
  isSecret: boolean;
  isRequired: boolean;
  isSet: boolean;
  value: string;
};

export async function showSettings(connectionId: string) {
  const { platform, settings, options, name, role } = await getConnection(connectionId);
  const connector = connectors[platform];
  return { name, role, options, fields: connector ? fieldsOf(connector, settings) : [] };
}

const Meta = z.object({ label: z.string(), help: z.string().default("") });

function fieldsOf(connector: Connector, settings: Record<string, unknown>): SettingField[] {
  const secrets = secretSettings(connector);
  return Object.entries(shapeOf(connector)).map(([name, field]) => {
    const { label, help } = Meta.catch({ label: name, help: "" }).parse(field.meta() ?? {});
    const value = settings[name] === undefined || settings[name] === null ? "" : String(settings[name]);
    const isSecret = secrets.has(name);
    return {
      name,
      label,
      help,
      isSecret,
      isRequired: !field.safeParse(undefined).success,
      isSet: value !== "",
      value: isSecret ? "" : value,
    };
  });
}

export const shapeOf = ({ settings }: Pick<Connector, "settings">): Record<string, z.ZodType> =>
  settings instanceof z.ZodObject ? (settings.shape as Record<string, z.ZodType>) : {};
