import { z } from "zod";

import { AppError } from "@/lib/app-error";
import type { Connector } from "@/lib/connectors/connector";
import { connectors } from "@/lib/connectors/registry";
import { secretSettings } from "@/lib/connectors/secret-settings";
import { listOpenCauseIds } from "@/lib/data/cause-timers";
import { updateConnection as save } from "@/lib/data/connection-health";
import { getConnection, Options } from "@/lib/data/connections";
import { listTheirNames } from "@/lib/data/links";
import { emit } from "@/lib/data/outbox";

import { command } from "./command";
import { shapeOf } from "./show-connections";

type Settings = Record<string, unknown>;

/** Settings as the platform's own schema wants them. A secret that was left empty stays; one that changed keeps its predecessor valid where the platform allows two. */
export const updateConnection = command({
  action: "connection.update",
  needs: "connections:write",
  input: z.object({
    connectionId: z.uuid(),
    name: z.string().trim().min(1, "Give it a name.").max(80),
    settings: z.record(z.string(), z.string().max(4_000)),
    options: Options,
  }),
  async run(tx, { connectionId, name, settings: given, options }) {
    const connection = await getConnection(connectionId);
    const connector = connectors[connection.platform];
    if (!connector) throw new AppError("not-found", `There is no connector for ${connection.platform}.`);
    const secrets = secretSettings(connector);
    const settings = mergeSettings(connector, connection.settings, given, secrets);
    const read = z.object({ settings: connector.settings }).safeParse({ settings });
    if (!read.success) throw read.error;
    await checkLocations(connectionId, options);
    await save(tx, connectionId, { name, settings, options }, secrets);
    await emit(tx, [{ name: "connections/audit.requested", data: { connectionId } }]);
    const settled = await listOpenCauseIds(tx, connectionId, heldBySettings);
    if (settled.length > 0) await emit(tx, [{ name: "exceptions/probe.requested", data: { causeIds: settled } }]);
    return { subject: `connection:${connectionId}`, change: changeOf(connection.settings, settings, secrets), answer: undefined };
  },
});

/** Kinds that another setting may end. */
const heldBySettings = ["order-without-location", "price-differs"];

/** Orders may be sent only to locations that the shop has. */
async function checkLocations(shopId: string, { chosenLocation, preferredLocations }: Options): Promise<void> {
  const named = [...new Set([chosenLocation, ...preferredLocations])].filter((id) => id !== "");
  const known = await listTheirNames(
    shopId,
    named.map((theirs) => ({ kind: "location", theirs, ours: null })),
  );
  if (known.size < named.length)
    throw new AppError("invalid", "One of the locations for orders without a location is not the shop's any more.");
}

export function mergeSettings(
  connector: Pick<Connector, "settings">,
  before: Settings,
  given: Readonly<Record<string, string>>,
  secrets: ReadonlySet<string>,
): Settings {
  const shape = shapeOf(connector);
  const after: Settings = { ...before };
  for (const name of Object.keys(shape)) {
    const text = given[name]?.trim();
    if (text === undefined || (text === "" && secrets.has(name))) continue;
    if (text === "") delete after[name];
    else after[name] = text;
    const previous = `${name}Previous`;
    if (secrets.has(name) && previous in shape && !given[previous] && before[name] !== text && before[name] !== undefined)
      after[previous] = before[name];
  }
  return after;
}

/** What to write down: names of secrets that changed, values of the rest. */
function changeOf(before: Settings, after: Settings, secrets: ReadonlySet<string>): Record<string, unknown> {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => String(before[name]) !== String(after[name]),
  );
  return Object.fromEntries(
    changed.map((name) => [name, secrets.has(name) ? "changed" : { before: before[name] ?? null, after: after[name] ?? null }]),
  );
}
