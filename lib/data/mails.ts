import { type Db, db, inTransaction } from "./client";
import { emit } from "./outbox";
import { isMailSetUp } from "./tell-people";

/** How long a mail may be under way to the mail server before nobody knows what became of it. */
const leaseMs = 120_000;
const mostTries = 5;

/**
 * Puts what is due into one mail per person and tells the engine. What was read in the office meanwhile, or whose cause is
 * closed, needs no mail. A mail whose sender died on the way is not sent again: nobody knows whether it went out.
 */
export async function queueMails(now = new Date()): Promise<number> {
  if (!isMailSetUp()) return 0;
  return inTransaction(async (tx) => {
    await tx.$executeRaw`
      update mail set state = 'failed', ended_at = ${now}, problem = 'Parity stopped while this mail was going out, so it may or may not have arrived. It was not sent again.'
      where state = 'sending' and leased_until < ${now}`;
    await tx.$executeRaw`
      update notice set mail_at = null from cause c where mail_at <= ${now} and mail_id is null and c.id = notice.cause_id and (c.state = 'resolved' or notice.read_at is not null)`;
    const mails = await tx.$queryRaw<{ id: string }[]>`
      with due as (
        select n.id, n.user_id from notice n join app_user u on u.id = n.user_id and u.disabled_at is null
        where n.mail_at <= ${now} and n.mail_id is null order by n.mail_at limit 1000 for update of n skip locked),
      made as (insert into mail (id, user_id, queued_at) select gen_random_uuid(), user_id, ${now} from due group by user_id returning id, user_id),
      joined as (update notice n set mail_id = m.id from due d join made m on m.user_id = d.user_id where n.id = d.id)
      select id from made`;
    await emit(
      tx,
      mails.map(({ id }) => ({ name: "notices/mail.queued", data: { mailId: id } })),
    );
    return mails.length;
  });
}

export type MailToSend = { id: string; userId: string; to: string; name: string; attempts: number };

/** Takes a mail for this sender alone; null when it is another's, or over. */
export async function leaseMail(id: string): Promise<MailToSend | null> {
  const [mail] = await db.$queryRaw<MailToSend[]>`
    update mail m set state = 'sending', attempts = attempts + 1, leased_until = now() + ${leaseMs} * interval '1 millisecond'
    from app_user u where u.id = m.user_id and m.id = ${id}::uuid and m.state = 'queued'
    returning m.id, m.user_id as "userId", u.email as to, u.name, m.attempts`;
  return mail ?? null;
}

export type MailOutcome = { as: "sent" } | { as: "failed" | "try-again"; problem: string };

/** Answers whether it is to be tried again. */
export async function recordMail({ id, attempts }: MailToSend, outcome: MailOutcome): Promise<boolean> {
  const again = outcome.as === "try-again" && attempts < mostTries;
  const state = again ? "queued" : outcome.as === "sent" ? "sent" : "failed";
  const problem = outcome.as === "sent" ? "" : outcome.problem;
  await db.mail.update({ where: { id }, data: { state, problem, leasedUntil: null, ...(!again && { endedAt: new Date() }) } });
  return again;
}

/** Mail to somebody that did not go out in the last week, latest first, with how many notices it held. */
export const listFailedMails = (userId: string): Promise<{ id: string; problem: string; endedAt: Date; notices: number }[]> =>
  db.$queryRaw`
    select m.id, m.problem, m.ended_at as "endedAt", (select count(*)::int from notice n where n.mail_id = m.id) as notices
    from mail m where m.user_id = ${userId}::uuid and m.state = 'failed' and m.ended_at > now() - interval '7 days' order by m.ended_at desc limit 20`;

/** The person asks for it once more. False when it is not theirs, or did not fail. */
export async function sendAgain(tx: Db, id: string, userId: string): Promise<boolean> {
  const { count } = await tx.mail.updateMany({
    where: { id, userId, state: "failed" },
    data: { state: "queued", attempts: 0, problem: "", endedAt: null },
  });
  if (count > 0) await emit(tx, [{ name: "notices/mail.queued", data: { mailId: id } }]);
  return count > 0;
}
