import type { Db, Prisma } from "./client";

export async function writeAudit(tx: Db, entry: { actor: string; action: string; subject: string; change: object }) {
  await tx.auditEntry.create({ data: { ...entry, change: entry.change as Prisma.InputJsonObject } });
}
