import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { Db } from "@/lib/data/client";
import { findUserByEmail, recordFailure, recordSignIn, type UserRow } from "@/lib/data/users";

import { isPassword } from "./passwords";

export const lockRule = { limit: 5, minutes: 15 } as const;

export type SignIn = { as: "signed-in"; user: UserRow } | { as: "too-old" } | { as: "wrong"; left: number } | { as: "locked"; until: Date };

/** Addresses that nobody has lock just the same, or the lock would tell who works here. */
const strangers = new RateLimiterMemory({
  points: lockRule.limit - 1,
  duration: lockRule.minutes * 60,
  blockDuration: lockRule.minutes * 60,
});

export async function signIn(tx: Db, { email, password }: { email: string; password: string }, now: Date): Promise<SignIn> {
  const user = await findUserByEmail(tx, email);
  const isKnown = user !== null && user.disabledAt === null;
  const lockedUntil = isKnown ? user.lockedUntil : await strangerLockedUntil(email, now);
  if (lockedUntil && lockedUntil > now) return { as: "locked", until: lockedUntil };
  const isRight = await isPassword(password, isKnown ? user.passwordHash : null);
  if (!isKnown) return countStranger(email, now);
  if (isRight && user.oneTimeUntil && user.oneTimeUntil < now) return { as: "too-old" };
  if (isRight) {
    await recordSignIn(tx, user.id, now);
    return { as: "signed-in", user };
  }
  const counted = await recordFailure(tx, user.id, { ...lockRule, now });
  return counted.lockedUntil ? { as: "locked", until: counted.lockedUntil } : { as: "wrong", left: lockRule.limit - counted.failures };
}

const keyOf = (email: string) => email.trim().toLowerCase();

async function strangerLockedUntil(email: string, now: Date): Promise<Date | null> {
  const count = await strangers.get(keyOf(email));
  return count && count.consumedPoints >= lockRule.limit ? new Date(now.getTime() + count.msBeforeNext) : null;
}

async function countStranger(email: string, now: Date): Promise<SignIn> {
  try {
    const { remainingPoints } = await strangers.consume(keyOf(email));
    return { as: "wrong", left: remainingPoints + 1 };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { as: "locked", until: new Date(now.getTime() + refusal.msBeforeNext) };
  }
}

/** What the person at the door reads. */
export function saySignIn(outcome: Exclude<SignIn, { as: "signed-in" }>, now: Date): string {
  if (outcome.as === "too-old") return "This one-time password is too old. Ask an admin for a new one.";
  if (outcome.as === "locked") {
    const minutes = Math.max(1, Math.ceil((outcome.until.getTime() - now.getTime()) / 60_000));
    return `Too many wrong passwords. You can try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  }
  const warning =
    outcome.left <= 2 ? ` ${outcome.left === 1 ? "One more try" : `${outcome.left} more tries`} before a pause of 15 minutes.` : "";
  return `This e-mail address and password do not belong together.${warning}`;
}
