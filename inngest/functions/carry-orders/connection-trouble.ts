import type { ConnectorError } from "@/lib/connectors/error";
import { inTransaction } from "@/lib/data/client";
import { type Connection, noteFailure } from "@/lib/data/connections";
import { pauseLane } from "@/lib/data/order-lanes";
import { raiseCauses } from "@/lib/data/raise-causes";
import { connectionAuth } from "@/lib/domain/exceptions/kinds/connection-auth";
import { connectionDown } from "@/lib/domain/exceptions/kinds/connection-down";
import type { Failure } from "@/lib/domain/failure";

/** Whether a failure says something about the whole connection rather than about one order. */
export const isOfConnection = (failure: Failure): boolean =>
  failure.kind === "auth" || failure.kind === "busy" || (failure.kind === "down" && failure.unsent);

/** Three unclear answers in one batch, or half of it, are no accident of single orders either. */
const isSuspicious = (failures: number, of: number) => failures >= 3 && failures * 2 >= of;

/** Pauses the connection's lane where the trouble is not of one order. True: nobody loses an attempt. */
export async function connectionTrouble(connection: Connection, errors: readonly ConnectorError[], of: number): Promise<boolean> {
  const sure = errors.find(({ failure }) => isOfConnection(failure));
  const down = errors.filter(({ failure }) => failure.kind === "down");
  const worst = sure ?? (isSuspicious(down.length, of) ? down[0] : undefined);
  if (!worst) return false;
  await pauseForFailure(connection, worst);
  return true;
}

export async function pauseForFailure(connection: Connection, { failure, at }: ConnectorError): Promise<void> {
  await noteFailure(connection.id, failure);
  const times = await pauseLane(connection.id, failure.kind === "down" ? null : pauseMs(failure));
  // Being asked to wait, or one broken minute, is no exception before it lasts.
  if (failure.kind === "auth")
    await raise(
      connection,
      connectionAuth.raise({ connection: connection.name, operation: at.operation }, { field: "Key", value: "not accepted" }),
    );
  else if (times >= 6)
    await raise(
      connection,
      connectionDown.raise(
        { connection: connection.name, failure: failure.kind === "busy" ? "busy" : "down", operation: at.operation },
        { field: "Answer", value: failure.kind },
      ),
    );
}

const pauseMs = (failure: Failure): number => (failure.kind === "busy" ? Math.min(failure.retryAfterMs, 15 * 60_000) : 60_000);

async function raise(connection: Connection, cause: ReturnType<typeof connectionDown.raise>): Promise<void> {
  const record = {
    shopId: connection.id,
    entity: "connection" as const,
    key: connection.id,
    label: connection.name,
    amount: 0,
    currency: "",
    customerHash: "",
    promiseAt: null,
    units: 0,
    causes: [cause],
  };
  await inTransaction((tx) => raiseCauses(tx, [record], { complete: false }));
}
