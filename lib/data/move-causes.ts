import { type CauseState, mayMove } from "@/lib/domain/exceptions/cause";
import { settleByHand } from "./cause-timers";
import { writeEntries } from "./causes";
import { type Db, sql } from "./client";

export type CauseMove =
  | { do: "take" }
  | { do: "assign"; ownerId: string | null }
  | { do: "snooze"; until: string; text: string }
  | { do: "reopen"; text: string }
  | { do: "comment"; text: string }
  | { do: "ignore"; until: string; text: string }
  | { do: "resolve"; text: string }
  | { do: "ask-first"; asksFirst: boolean };

export type Moved = { done: string[]; skipped: { id: string; why: string }[] };

const target: Partial<Record<CauseMove["do"], CauseState>> = {
  take: "working",
  snooze: "snoozed",
  reopen: "open",
  ignore: "ignored",
  resolve: "resolved",
};

/** Does one thing to many causes; those it cannot be done to are answered with the reason, the rest is done. */
export async function moveCauses(tx: Db, ids: readonly string[], move: CauseMove, by: string): Promise<Moved> {
  const found = await tx.$queryRaw<
    { id: string; state: CauseState }[]
  >`select id, state from cause where id = any(${ids}::uuid[]) order by id for update`;
  const to = target[move.do];
  const done = found.filter(({ state }) => to === undefined || mayMove(state, to)).map(({ id }) => id);
  const skipped = ids.flatMap((id) => {
    const cause = found.find((one) => one.id === id);
    if (!cause) return [{ id, why: "It does not exist any more" }];
    return done.includes(id) ? [] : [{ id, why: `It is ${cause.state}` }];
  });
  if (done.length === 0) return { done, skipped };

  await tx.$executeRaw`update cause set ${changeOf(move, by)}, changed_at = now() where id = any(${done}::uuid[])`;
  if (move.do === "ignore")
    await tx.$executeRaw`update exception set state = 'set-aside' where cause_id = any(${done}::uuid[]) and state = 'held'`;
  if (move.do === "reopen")
    await tx.$executeRaw`update exception set state = 'held' where cause_id = any(${done}::uuid[]) and state = 'set-aside'`;
  if (move.do === "resolve") await settleByHand(tx, done);
  await writeEntries(
    tx,
    done.map((causeId) => ({ causeId, by, action: move.do, text: "text" in move ? move.text : "", change: move })),
  );
  return { done, skipped };
}

function changeOf(move: CauseMove, by: string) {
  switch (move.do) {
    case "take":
      return sql`state = 'working', owner_id = ${by}::uuid, taken_at = coalesce(taken_at, now()), until = null`;
    case "assign":
      return sql`owner_id = ${move.ownerId}::uuid`;
    case "snooze":
      return sql`state = 'snoozed', until = ${move.until}::timestamptz, reason = ${move.text}`;
    case "reopen":
      return sql`state = 'open', until = null, reason = '', closed_at = null, closed_by = '', closed_how = ''`;
    case "ignore":
      return sql`state = 'ignored', until = ${move.until}::timestamptz, reason = ${move.text}, next_probe_at = null`;
    case "resolve":
      return sql`state = 'resolved', closed_at = now(), closed_by = ${by}, closed_how = 'on-trust', reason = ${move.text}, next_probe_at = null`;
    case "ask-first":
      return sql`asks_first = ${move.asksFirst}`;
    case "comment":
      return sql`last_seen_at = last_seen_at`;
  }
}
