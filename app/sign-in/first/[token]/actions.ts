"use server";

import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { fieldsOf } from "@/lib/auth/fields-of";
import { FirstAdmin, welcomeFirstAdmin } from "@/lib/auth/first-admin";

export type Welcome = { ok: true } | { ok: false; message: string; fields: Record<string, string> };

export async function welcome(token: string, input: unknown): Promise<Welcome> {
  try {
    await welcomeFirstAdmin(z.string().max(100).parse(token), FirstAdmin.parse(input), new Date());
    return { ok: true };
  } catch (cause) {
    if (cause instanceof z.ZodError) return { ok: false, message: "", fields: fieldsOf(cause) };
    if (cause instanceof AppError) return { ok: false, message: cause.message, fields: {} };
    console.error(cause);
    return { ok: false, message: "Something broke on our side. Try again in a minute.", fields: {} };
  }
}
