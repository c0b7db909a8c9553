import type { z } from "zod";

import { AppError } from "@/lib/app-error";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { writeAudit } from "@/lib/data/audit";
import { type Db, inTransaction } from "@/lib/data/client";

type Done<R> = { subject: string; change: object; answer: R };

export type Command<I, R> = { action: string; needs: Permission; input: z.ZodType<I>; execute(actor: Actor, raw: unknown): Promise<R> };

/** Every change a person makes goes through here: allowed, checked, done and written down, or none of it. */
export function command<I, R = void>(spec: {
  action: string;
  needs: Permission;
  input: z.ZodType<I>;
  run(tx: Db, input: I, actor: Actor): Promise<Done<R>>;
}): Command<I, R> {
  return {
    action: spec.action,
    needs: spec.needs,
    input: spec.input,
    async execute(actor, raw) {
      if (!may(actor, spec.needs)) throw new AppError("forbidden", "Your role does not allow this.");
      const input = spec.input.parse(raw);
      return inTransaction(async (tx) => {
        const { subject, change, answer } = await spec.run(tx, input, actor);
        await writeAudit(tx, {
          actor: actor.id,
          action: spec.action,
          subject,
          change: actor.token ? { ...change, token: actor.token.id } : change,
        });
        return answer;
      });
    },
  };
}
