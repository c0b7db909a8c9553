import type { ConnectionId } from "@/lib/domain/ids";

import type { Capability, Connector, Ports } from "./connector";
import { ConnectorError } from "./error";
import { createHttp, type HttpOptions } from "./http";
import { connectors } from "./registry";

export type OpenableConnection = { id: ConnectionId; platform: string; settings: unknown };

/** Throws `unsupported` where the platform cannot do it, `refused` where the settings are incomplete. */
export function openPort<C extends Capability>(connection: OpenableConnection, capability: C, options?: HttpOptions): Ports[C] {
  const at = { connectionId: connection.id, platform: connection.platform, operation: `${capability}.open` };
  const connector = connectors[connection.platform];
  if (!connector?.can.includes(capability)) throw new ConnectorError({ kind: "unsupported", capability }, at);

  const gap = missingSetting(connector, connection.settings);
  if (gap !== null) throw new ConnectorError({ kind: "refused", reason: `its settings are incomplete (${gap})` }, at);

  const port = connector.open(createHttp(connection, connector.http(connection.settings), options), connection.settings)[capability];
  if (!port) throw new ConnectorError({ kind: "unsupported", capability }, at);
  return port;
}

function missingSetting(connector: Connector, settings: unknown): string | null {
  const parsed = connector.settings.safeParse(settings);
  return parsed.success ? null : parsed.error.issues[0]?.path.join(".") || "all";
}
