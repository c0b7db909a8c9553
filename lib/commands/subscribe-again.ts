import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { may } from "@/lib/auth/permissions";
import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { writeAudit } from "@/lib/data/audit";
import { inTransaction } from "@/lib/data/client";
import { getConnection } from "@/lib/data/connections";
import { emit } from "@/lib/data/outbox";
import { sayFailure } from "@/lib/domain/failure";
import { env } from "@/lib/env";

import type { Command } from "./command";

const Input = z.object({ connectionId: z.uuid() });
/** `byHand`: what the platform did not let us do, in its words, or the address to enter there. */
export type Subscribed = { made: string[]; byHand: string[] };

/** Where a platform's messages come in. */
export const messagesUrl = (connectionId: string): string => `${env.NEXTAUTH_URL.replace(/\/+$/, "")}/api/webhooks/${connectionId}`;

/** Makes the subscriptions that are missing; then the set-up is looked at again, which closes what was raised. */
export const subscribeAgain: Command<z.infer<typeof Input>, Subscribed> = {
  action: "connection.subscribe",
  needs: "sync:run",
  input: Input,
  async execute(actor, raw) {
    if (!may(actor, "sync:run")) throw new AppError("forbidden", "Your role does not allow this.");
    const { connectionId } = Input.parse(raw);
    const connection = await getConnection(connectionId);
    const subscribed = await ensure();
    await inTransaction(async (tx) => {
      await emit(tx, [{ name: "connections/audit.requested", data: { connectionId } }]);
      await writeAudit(tx, { actor: actor.id, action: "connection.subscribe", subject: `connection:${connectionId}`, change: subscribed });
    });
    return subscribed;

    async function ensure(): Promise<Subscribed> {
      try {
        return await openPort(connection, "webhooks").ensureSubscribed(messagesUrl(connectionId));
      } catch (error) {
        if (error instanceof ConnectorError) throw new AppError("conflict", `${sayFailure(error.failure, connection.name)}.`);
        throw error;
      }
    }
  },
};
