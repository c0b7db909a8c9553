import { type Asker, grantPart } from "@/lib/domain/quota/share-of";
import { inTransaction } from "./client";

/** How long a part holds; who does not come back by then holds nothing, and is still reckoned with for a minute. */
const heldMs = 5_000;

/** Tells the other processes how much this one wants of a connection's quota, and answers the part that it may spend until it asks again. */
export const exchangeShare = (connectionId: string, process: string, asked: number): Promise<number> =>
  inTransaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`quota ${connectionId}`}))::text`;
    const others = await tx.$queryRaw<Asker[]>`
      select case when until > now() then asked else 0 end as asked, case when until > now() then part else 0 end as part
      from quota_share where connection_id = ${connectionId}::uuid and process <> ${process}::uuid and until > now() - interval '1 minute'`;
    const part = grantPart(asked, others);
    await tx.$executeRaw`
      with gone as (delete from quota_share where connection_id = ${connectionId}::uuid and until < now() - interval '1 hour')
      insert into quota_share (connection_id, process, asked, part, until)
      values (${connectionId}::uuid, ${process}::uuid, ${asked}, ${part}, clock_timestamp() + ${heldMs} * interval '1 millisecond')
      on conflict (connection_id, process) do update set asked = excluded.asked, part = excluded.part, until = excluded.until`;
    return part;
  });
