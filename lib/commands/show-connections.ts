import { z } from "zod";

import { listSpending } from "@/lib/connectors/budget";
import type { Connector } from "@/lib/connectors/connector";
import { connectors } from "@/lib/connectors/registry";
import { secretSettings } from "@/lib/connectors/secret-settings";
import { listConnectionHealth } from "@/lib/data/connection-health";
import { getConnection } from "@/lib/data/connections";
import { describeCause } from "@/lib/domain/exceptions/view";
import { sayFailure } from "@/lib/domain/failure";

/** Every connection as its screens show it: nothing that opens a door is in it. */
export async function showConnections() {
  const spending = new Map(listSpending().map((spent) => [spent.connectionId, spent]));
  return (await listConnectionHealth()).map(({ causes, lastFailure, ...connection }) => ({
    ...connection,
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
