import { writeEntries } from "./causes";
import { type Db, inTransaction, rows } from "./client";
import { kindRows } from "./kind-rows";
import { tellPeople } from "./tell-people";

type Due = {
  id: string;
  kind: string;
  returns: number;
  step: number;
  ownerId: string | null;
  ownerRole: string;
  ownerName: string | null;
  chosenBy: string;
};

/**
 * Takes every cause that nobody took in time one step up its ladder: it goes to whom the step names, and they are told.
 * Where a person chose the owner it stays with them, and the step is told as well. Answers how many climbed.
 */
export const climbLadders = (now = new Date(), limit = 200): Promise<number> =>
  inTransaction(async (tx) => {
    const due = await tx.$queryRaw<Due[]>`
      select c.id, c.kind, c.returns, s.step, s.owner_id as "ownerId", s.owner_role as "ownerRole", u.name as "ownerName", c.chosen_by as "chosenBy"
      from cause c join json_to_recordset(${kindRows()}) as k(kind text, severity text) on k.kind = c.kind
      join ladder_step s on s.severity = k.severity and s.step = c.escalated + 1 left join app_user u on u.id = s.owner_id
      where c.state = 'open' and c.taken_at is null and c.sla_at <= ${now} and c.sla_at + s.after_minutes * interval '1 minute' <= ${now}
      order by c.sla_at limit ${limit} for update of c skip locked`;
    if (due.length > 0) await climb(tx, due, now);
    return due.length;
  });

async function climb(tx: Db, due: readonly Due[], now: Date): Promise<void> {
  const list = due.map(({ id, step, ownerId, ownerRole, chosenBy }) => ({ id, step, ownerId, ownerRole, moves: chosenBy !== "person" }));
  await tx.$executeRaw`
    update cause c set escalated = r.step, owner_id = case when r.moves then r."ownerId" else c.owner_id end,
      owner_role = case when r.moves then r."ownerRole" else c.owner_role end, changed_at = now()
    from json_to_recordset(${rows(list)}) as r(id uuid, step int, "ownerId" uuid, "ownerRole" text, moves bool) where c.id = r.id`;
  await writeEntries(
    tx,
    due.map(({ id, step, ownerId, ownerRole, ownerName, chosenBy }) => ({
      causeId: id,
      by: "flow",
      action: "climb",
      text: "",
      change: { step, ownerId, ownerRole, ownerName, stays: chosenBy === "person" },
    })),
  );
  await tellPeople(
    tx,
    due.map(({ id, kind, returns, step, ownerId, ownerRole }) => ({
      causeId: id,
      kind,
      what: "escalated",
      key: `${returns}|${step}`,
      by: "flow",
      to: ownerId ? { ids: [ownerId], roles: [] } : { ids: [], roles: [ownerRole] },
    })),
    now,
  );
}
