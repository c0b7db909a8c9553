import type { Finding } from "@/lib/connectors/connector";
import { ConnectorError } from "@/lib/connectors/error";
import type { HttpOptions } from "@/lib/connectors/http";
import { openPort } from "@/lib/connectors/open-port";
import { connectors } from "@/lib/connectors/registry";
import { inTransaction } from "@/lib/data/client";
import { type Connection, getConnection, listConnections, moveCursor } from "@/lib/data/connections";
import { type HeldRecord, raiseCauses, releaseFindings } from "@/lib/data/raise-causes";
import { listSoldOnline } from "@/lib/data/sold-online";
import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { scopeMissing } from "@/lib/domain/exceptions/kinds/scope-missing";
import { sellsBelowZero } from "@/lib/domain/exceptions/kinds/sells-below-zero";
import { webhookMissing } from "@/lib/domain/exceptions/kinds/webhook-missing";
import type { Sku } from "@/lib/domain/ids";

import { inngest } from "../client";
import { auditRequested } from "../events";
import { pauseForFailure } from "./carry-orders/connection-trouble";

/** Looks at each connection's own set-up: permissions, subscriptions, products that sell without stock. */
export const auditConnections = inngest.createFunction(
  {
    id: "audit-connections",
    name: "Check the shops' set-up",
    triggers: [auditRequested, { cron: "7 * * * *" }],
    concurrency: 1,
    retries: 1,
  },
  async ({ event, step }) => {
    const asked = event.name === "connections/audit.requested" ? event.data.connectionId : null;
    const ids = asked ? [asked] : await step.run("connections", async () => (await listConnections()).map(({ id }) => id));
    const found: Record<string, number> = {};
    for (const id of ids) {
      found[id] = await step.run(`audit-${id}`, async () => {
        const connection = await getConnection(id);
        try {
          return await recordFindings(connection);
        } catch (error) {
          if (!(error instanceof ConnectorError)) throw error;
          await pauseForFailure(connection, error);
          return 0;
        }
      });
    }
    return found;
  },
);

/** Raises what was found and ends what is not found any more. Throws ConnectorError. */
export async function recordFindings(connection: Connection, how: Pick<HttpOptions, "onlyWhenIdle"> = {}): Promise<number> {
  if (!connectors[connection.platform]?.can.includes("audit")) return 0;
  const findings = await thatMatter(connection, await openPort(connection, "audit", how).list());
  const plain = { amount: 0, currency: "", customerHash: "", promiseAt: null, units: 0, entity: "product" as const, shopId: connection.id };
  const held = findings.map(
    (finding): HeldRecord => ({
      ...plain,
      key: `${finding.kind}:${finding.entity}`,
      label: finding.entity,
      causes: [causeOf(connection, finding)],
    }),
  );
  await inTransaction(async (tx) => {
    await raiseCauses(tx, held, { complete: false });
    await releaseFindings(
      tx,
      connection.id,
      held.map(({ key }) => key),
    );
  });
  await moveCursor(connection.id, "audit", new Date().toISOString());
  return findings.length;
}

/** What a till does not count does harm only where a shop sells it by the count. */
async function thatMatter({ id, role }: Connection, findings: readonly Finding[]): Promise<Finding[]> {
  if (role === "shop") return [...findings];
  const uncounted = findings.filter(({ kind }) => kind === "not-tracked").map(({ entity }) => entity);
  const sold = await listSoldOnline(id, uncounted);
  return findings.filter(({ kind, entity }) => kind !== "not-tracked" || sold.has(entity));
}

function causeOf({ name }: Connection, { kind, entity, detail }: Finding): CauseDraft {
  const said = { field: "Found", value: detail };
  switch (kind) {
    case "scope-missing":
      return scopeMissing.raise({ connection: name, scope: entity, detail }, said);
    case "webhook-missing":
      return webhookMissing.raise({ connection: name, topic: entity }, said);
    case "sells-below-zero":
      return sellsBelowZero.raise({ sku: entity as Sku, why: "mayOversell" }, said);
    case "not-tracked":
      return sellsBelowZero.raise({ sku: entity as Sku, why: "notTracked" }, said);
  }
}
