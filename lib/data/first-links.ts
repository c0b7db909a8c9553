import { AppError } from "@/lib/app-error";
import type { Db } from "./client";

const gone = "This link was used already or has run out. Ask for a new one where Parity is installed.";

export async function createFirstLink(tx: Db, tokenHash: string, expiresAt: Date): Promise<void> {
  await tx.firstLink.create({ data: { tokenHash, expiresAt } });
}

export const findFirstLink = (tx: Db, tokenHash: string, now: Date) =>
  tx.firstLink.findFirst({ where: { tokenHash, usedAt: null, expiresAt: { gt: now } } });

/** Of two who come with the same link one gets in; the other is told that it is used. */
export async function spendFirstLink(tx: Db, tokenHash: string, now: Date): Promise<void> {
  const { count } = await tx.firstLink.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) throw new AppError("not-found", gone);
}
