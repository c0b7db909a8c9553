import { answerApi } from "@/lib/auth/answer-api";
import { may, type Role } from "@/lib/auth/permissions";
import { db } from "@/lib/data/client";
import { listUsers } from "@/lib/data/users";

/** Whom a cause can be given to: people who are here and whose role works on causes. */
export const GET = answerApi("exceptions:read", async (_, actor) => {
  const users = await listUsers(db);
  return {
    people: users
      .filter(({ disabledAt, role }) => !disabledAt && may({ role: role as Role }, "exceptions:work"))
      .map(({ id, name, role }) => ({ id, name, role, isMe: id === actor.id })),
  };
});
