"use server";

import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { findNewcomer } from "@/lib/auth/actor";
import { choosePassword } from "@/lib/auth/choose-password";
import { fieldsOf } from "@/lib/auth/fields-of";

export type Chosen = { ok: true } | { ok: false; message: string; fields: Record<string, string> };

export async function choose(input: unknown): Promise<Chosen> {
  try {
    const newcomer = await findNewcomer();
    if (!newcomer) return { ok: false, message: "You are signed out. Sign in with the password you were given.", fields: {} };
    await choosePassword(newcomer.id, input, new Date());
    return { ok: true };
  } catch (cause) {
    if (cause instanceof z.ZodError) return { ok: false, message: "", fields: fieldsOf(cause) };
    if (cause instanceof AppError) return { ok: false, message: cause.message, fields: {} };
    console.error(cause);
    return { ok: false, message: "Something broke on our side. Try again in a minute.", fields: {} };
  }
}
