import { writeEntries } from "./causes";
import type { Db } from "./client";

type Entry = { by: string; action: string; text: string; change: object };

/** Writes into the history of everything that holds this order. Answers those causes. */
export async function enterOnCauses(tx: Db, { shopId, orderId }: { shopId: string; orderId: string }, entry: Entry): Promise<string[]> {
  const holding = await tx.$queryRaw<{ id: string }[]>`
    select distinct cause_id as id from exception where entity = 'order' and shop_id = ${shopId}::uuid and key = ${orderId} and state in ('held', 'set-aside')`;
  await writeEntries(
    tx,
    holding.map(({ id }) => ({ causeId: id, ...entry })),
  );
  return holding.map(({ id }) => id);
}

/** Somebody is at work on them: the flow does not act on its own before they had time to release. */
export const probeLater = (tx: Db, causeIds: readonly string[]) =>
  tx.$executeRaw`
    update cause set next_probe_at = greatest(next_probe_at, now() + interval '2 minutes'), changed_at = now()
    where id = any(${causeIds}::uuid[]) and next_probe_at is not null`;
