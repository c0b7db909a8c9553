import { randomUUID } from "node:crypto";

import { type CauseState, mayMove } from "@/lib/domain/exceptions/cause";
import { findMentions } from "@/lib/domain/notices/find-mentions";
import { settleByHand } from "./cause-timers";
import { writeEntries } from "./causes";
import { type Db, sql } from "./client";
import { respondOf } from "./kind-rows";
import { type Telling, tellPeople } from "./tell-people";
import { listUsers } from "./users";

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
    { id: string; state: CauseState; kind: string }[]
  >`select id, state, kind from cause where id = any(${ids}::uuid[]) order by id for update`;
  const to = target[move.do];
  const done = found.filter(({ state }) => to === undefined || mayMove(state, to)).map(({ id }) => id);
  const skipped = ids.flatMap((id) => {
    const cause = found.find((one) => one.id === id);
    if (!cause) return [{ id, why: "It does not exist any more" }];
    return done.includes(id) ? [] : [{ id, why: `It is ${cause.state}` }];
  });
  if (done.length === 0) return { done, skipped };

  const changed = await tx.$queryRaw<{ id: string; closedHow: string }[]>`
    update cause set ${changeOf(move, by)}, changed_at = now() where id = any(${done}::uuid[]) returning id, closed_how as "closedHow"`;
  if (move.do === "ignore")
    await tx.$executeRaw`update exception set state = 'set-aside' where cause_id = any(${done}::uuid[]) and state = 'held'`;
  if (move.do === "reopen")
    await tx.$executeRaw`update exception set state = 'held' where cause_id = any(${done}::uuid[]) and state = 'set-aside'`;
  if (move.do === "resolve") await settleByHand(tx, done);
  await writeEntries(
    tx,
    changed.map(({ id, closedHow }) => ({
      causeId: id,
      by,
      action: move.do,
      text: "text" in move ? move.text : "",
      change: move.do === "resolve" ? { ...move, closedHow } : move,
    })),
  );
  await tellPeople(
    tx,
    await tellingsOf(
      tx,
      found.filter(({ id }) => done.includes(id)),
      move,
      by,
    ),
  );
  return { done, skipped };
}

/** Whom a move concerns by name: to whom something was given, and whom a comment mentions. */
async function tellingsOf(tx: Db, causes: readonly { id: string; kind: string }[], move: CauseMove, by: string): Promise<Telling[]> {
  const tell = (what: "assigned" | "mentioned", ids: readonly string[], text: string): Telling[] => {
    const key = randomUUID();
    return ids.length === 0 ? [] : causes.map(({ id, kind }) => ({ causeId: id, kind, what, key, by, text, to: { ids, roles: [] } }));
  };
  if (move.do === "assign") return tell("assigned", move.ownerId === null ? [] : [move.ownerId], "");
  if (move.do === "comment") return tell("mentioned", findMentions(move.text, await listUsers(tx)), move.text);
  return [];
}

/** Everything that the cause holds is linked to an order of the till: nothing has to be believed. */
const isEntered = sql`(exists (select 1 from exception e where e.cause_id = cause.id and e.state in ('held', 'set-aside')) and not exists (
  select 1 from exception e where e.cause_id = cause.id and e.state in ('held', 'set-aside') and not exists (
    select 1 from order_link l where e.entity = 'order' and l.shop_id = e.shop_id and l.order_id = e.key and l.undone_at is null)))`;

function changeOf(move: CauseMove, by: string) {
  switch (move.do) {
    case "take":
      return sql`state = 'working', owner_id = ${by}::uuid, chosen_by = 'person', taken_at = coalesce(taken_at, now()), until = null`;
    case "assign":
      return sql`owner_id = ${move.ownerId}::uuid, chosen_by = ${move.ownerId === null ? "" : "person"}`;
    case "snooze":
      return sql`state = 'snoozed', until = ${move.until}::timestamptz, reason = ${move.text}`;
    case "reopen":
      // Back from a snooze its clock starts anew; given back by whoever worked on it, it goes on.
      return sql`sla_at = case when state in ('snoozed', 'ignored') then now() + ${respondOf(sql`cause.kind`)} else sla_at end, taken_at = null,
        state = 'open', until = null, reason = '', closed_at = null, closed_by = '', closed_how = ''`;
    case "ignore":
      return sql`state = 'ignored', until = ${move.until}::timestamptz, reason = ${move.text}, next_probe_at = null`;
    case "resolve":
      return sql`state = 'resolved', closed_at = now(), closed_by = ${by}, closed_how = case when ${isEntered} then 'verified' else 'on-trust' end, reason = ${move.text}, next_probe_at = null`;
    case "ask-first":
      return sql`asks_first = ${move.asksFirst}`;
    case "comment":
      return sql`last_seen_at = last_seen_at`;
  }
}
