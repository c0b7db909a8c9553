import { AppError } from "@/lib/app-error";
import { type Db, Prisma } from "./client";

export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;
export type NewUser = { email: string; name: string; role: string; passwordHash: string; places?: string[]; oneTimeUntil?: Date };
export type UserChange = Partial<
  Pick<UserRow, "name" | "role" | "places" | "passwordHash" | "failures" | "lockedUntil" | "disabledAt" | "oneTimeUntil" | "sessionsFrom">
>;

const normal = (email: string) => email.trim().toLowerCase();

export const findUser = (tx: Db, id: string) => tx.user.findUnique({ where: { id } });
export const findUserByEmail = (tx: Db, email: string) => tx.user.findUnique({ where: { email: normal(email) } });
export const listUsers = (tx: Db) => tx.user.findMany({ orderBy: { name: "asc" } });

export async function createUser(tx: Db, user: NewUser) {
  try {
    return await tx.user.create({ data: { ...user, email: normal(user.email) } });
  } catch (cause) {
    if (cause instanceof Prisma.PrismaClientKnownRequestError && cause.code === "P2002") {
      throw new AppError("conflict", "Somebody with this e-mail address is here already.");
    }
    throw cause;
  }
}

export async function getUser(tx: Db, id: string): Promise<UserRow> {
  const user = await findUser(tx, id);
  if (!user) throw new AppError("not-found", "This person is gone.");
  return user;
}

export const updateUser = (tx: Db, id: string, change: UserChange) => tx.user.update({ where: { id }, data: change });

/** Who can let others in. Held until the transaction ends, so that two people cannot take away the last one at once. */
export const holdAdmins = async (tx: Db): Promise<string[]> =>
  (await tx.$queryRaw<{ id: string }[]>`select id from app_user where role = 'admin' and disabled_at is null order by id for update`).map(
    ({ id }) => id,
  );

/** Counts one wrong password; at `limit` the account is locked. A lock that has run out starts the count anew. */
export async function recordFailure(tx: Db, id: string, rule: { limit: number; minutes: number; now: Date }) {
  const lockUntil = new Date(rule.now.getTime() + rule.minutes * 60_000);
  const [row] = await tx.$queryRaw<{ failures: number; lockedUntil: Date | null }[]>`
    with counted as (
      select id, case when locked_until <= ${rule.now}::timestamptz then 1 else failures + 1 end as failures from app_user where id = ${id}::uuid for update
    )
    update app_user set failures = counted.failures, locked_until = case when counted.failures >= ${rule.limit} then ${lockUntil}::timestamptz end
    from counted where app_user.id = counted.id
    returning app_user.failures, app_user.locked_until as "lockedUntil"`;
  if (!row) throw new AppError("not-found", "This person is gone.");
  return row;
}

export async function recordSignIn(tx: Db, id: string, now: Date): Promise<void> {
  await tx.user.update({ where: { id }, data: { failures: 0, lockedUntil: null, lastSeenAt: now } });
}
