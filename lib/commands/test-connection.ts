import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { may } from "@/lib/auth/permissions";
import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { writeAudit } from "@/lib/data/audit";
import { inTransaction } from "@/lib/data/client";
import { listConnectionHealth } from "@/lib/data/connection-health";
import { getConnection, noteAnswer, noteFailure } from "@/lib/data/connections";
import { emit } from "@/lib/data/outbox";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { sayFailure } from "@/lib/domain/failure";

import type { Command } from "./command";

const Input = z.object({ connectionId: z.uuid() });
export type Tested = { isFine: boolean; said: string; tookMs: number };

/** The cheapest call that proves the key works. Asks outside any transaction: nothing waits for a slow platform. */
export const testConnection: Command<z.infer<typeof Input>, Tested> = {
  action: "connection.test",
  needs: "connections:read",
  input: Input,
  async execute(actor, raw) {
    if (!may(actor, "connections:read")) throw new AppError("forbidden", "Your role does not allow this.");
    const { connectionId } = Input.parse(raw);
    const connection = await getConnection(connectionId);
    const startedAt = Date.now();
    const tested = await ping();
    await inTransaction((tx) =>
      writeAudit(tx, { actor: actor.id, action: "connection.test", subject: `connection:${connectionId}`, change: { ...tested } }),
    );
    return tested;

    async function ping(): Promise<Tested> {
      try {
        const { name, currency } = await openPort(connection, "check").ping();
        await noteAnswer(connection.id);
        await askAgain(connection.id);
        return { isFine: true, said: `It answers as ${[name, currency].filter(Boolean).join(", ")}.`, tookMs: Date.now() - startedAt };
      } catch (error) {
        if (!(error instanceof ConnectorError)) throw error;
        await noteFailure(connection.id, error.failure);
        return { isFine: false, said: `${sayFailure(error.failure, connection.name)}.`, tookMs: Date.now() - startedAt };
      }
    }
  },
};

/** It answers again: whatever said that it does not is asked about at once. */
async function askAgain(connectionId: string): Promise<void> {
  const causes = (await listConnectionHealth()).find(({ id }) => id === connectionId)?.causes ?? [];
  const causeIds = causes.filter(({ kind }) => kindOf(kind)?.probe === "ping").map(({ id }) => id);
  if (causeIds.length > 0) await inTransaction((tx) => emit(tx, [{ name: "exceptions/probe.requested", data: { causeIds } }]));
}
