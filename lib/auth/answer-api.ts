import "server-only";
import { z } from "zod";

import { AppError, type AppErrorCode } from "@/lib/app-error";

import { findActor, findTokenActor } from "./actor";
import { fieldsOf } from "./fields-of";
import { type Actor, may, type Permission } from "./permissions";
import { tokenIn } from "./token-secret";

type Problem = { code: AppErrorCode | "signed-out" | "broken"; message: string; fields?: Record<string, string> };

const statusOf = { "signed-out": 401, forbidden: 403, "not-found": 404, conflict: 409, invalid: 422, broken: 500 } satisfies Record<
  Problem["code"],
  number
>;

const problem = (body: Problem) => Response.json(body, { status: statusOf[body.code] });

/** One route: asks who it is, runs, and turns what was thrown into `{code, message, fields}`. Answers JSON, or the response as it is: a file. */
export function answerApi<Context>(permission: Permission, answer: (request: Request, actor: Actor, context: Context) => Promise<unknown>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const token = tokenIn(request.headers);
      const actor = token === null ? await findActor() : await findTokenActor(token);
      if (!actor)
        return problem({
          code: "signed-out",
          message: token === null ? "You are signed out." : "This token is not known, revoked or too old.",
        });
      if (!may(actor, permission))
        return problem({
          code: "forbidden",
          message: token === null ? "Your role does not allow this." : `This token lacks the scope ${permission}.`,
        });
      const body = await answer(request, actor, context);
      return body instanceof Response ? body : Response.json(body, { headers: { "cache-control": "private, no-store" } });
    } catch (cause) {
      if (cause instanceof AppError) return problem({ code: cause.code, message: cause.message });
      if (cause instanceof z.ZodError)
        return problem({ code: "invalid", message: "Some fields need another look.", fields: fieldsOf(cause) });
      console.error(cause);
      return problem({ code: "broken", message: "Something broke on our side. It has been written down." });
    }
  };
}
