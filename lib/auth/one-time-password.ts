import { randomInt } from "node:crypto";

import { hashPassword } from "./passwords";

const days = 3;
/** Without what looks alike: 16 of these are 78 bits. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

export type OneTime = { password: string; passwordHash: string; oneTimeUntil: Date };

/** A password to hand over once. It opens one page: the one on which its person chooses another. */
export async function makeOneTimePassword(now: Date): Promise<OneTime> {
  const drawn = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("");
  const password = drawn.replace(/(.{4})(?=.)/g, "$1-");
  return { password, passwordHash: await hashPassword(password), oneTimeUntil: new Date(now.getTime() + days * 86_400_000) };
}
