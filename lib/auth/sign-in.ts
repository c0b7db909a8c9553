import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { Db } from "@/lib/data/client";
import { findUserByEmail, recordFailure, recordSignIn, type UserRow } from "@/lib/data/users";

import { isPassword } from "./passwords";

export const lockRule = { limit: 5, minutes: 15 } as const;

export type SignIn = { as: "signed-in"; user: UserRow } | { as: "wrong"; left: number } | { as: "locked"; until: Date };

/** Addresses that nobody has lock just the same, or the lock would tell who works here. */
const strangers = new RateLimiterMemory({
  points: lockRule.limit - 1,
  duration: lockRule.minutes * 60,
  blockDuration: lockRule.minutes * 60,
});

export async function signIn(tx: Db, { email, password }: { email: string; password: string }, now: Date): Promise<SignIn> {
  const user = await findUserByEmail(tx, email);
  if (user?.lockedUntil && user.lockedUntil > now) return { as: "locked", until: user.lockedUntil };
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  if (!user || user.disabledAt) return countStranger(email, now);
  if (isRight) {
    await recordSignIn(tx, user.id, now);
    return { as: "signed-in", user };
  }
  const { failures, lockedUntil } = await recordFailure(tx, user.id, { ...lockRule, now });
  return lockedUntil ? { as: "locked", until: lockedUntil } : { as: "wrong", left: lockRule.limit - failures };
}

async function countStranger(email: string, now: Date): Promise<SignIn> {
  try {
    const { remainingPoints } = await strangers.consume(email.trim().toLowerCase());
    return { as: "wrong", left: remainingPoints + 1 };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { as: "locked", until: new Date(now.getTime() + refusal.msBeforeNext) };
  }
}

/** What the person at the door reads. */
export function saySignIn(outcome: Exclude<SignIn, { as: "signed-in" }>, now: Date): string {
  if (outcome.as === "locked") {
    const minutes = Math.max(1, Math.ceil((outcome.until.getTime() - now.getTime()) / 60_000));
    return `Too many wrong passwords. You can try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  }
  const warning =
    outcome.left <= 2 ? ` ${outcome.left === 1 ? "One more try" : `${outcome.left} more tries`} before a pause of 15 minutes.` : "";
  return `This e-mail address and password do not belong together.${warning}`;
}
