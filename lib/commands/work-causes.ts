import { z } from "zod";

import { listCauseIds } from "@/lib/data/causes";
import { type Moved, moveCauses } from "@/lib/data/move-causes";
import { CauseFilter } from "@/lib/domain/exceptions/cause";

import { command } from "./command";

/** Named causes, or everything that a filter shows: the server runs the same query that the screen showed. */
const Scope = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(5_000) }),
  z.object({ filter: CauseFilter, expected: z.int().min(0), except: z.array(z.uuid()).max(5_000).default([]) }),
]);

const note = z.string().trim().max(2_000);
export const CauseAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("take") }),
  z.object({ do: z.literal("assign"), ownerId: z.uuid().nullable() }),
  z.object({ do: z.literal("snooze"), until: z.iso.datetime(), text: note.default("") }),
  z.object({ do: z.literal("reopen"), text: note.default("") }),
  z.object({ do: z.literal("comment"), text: note.min(1, "Write something first.") }),
  z.object({ do: z.literal("ignore"), until: z.iso.datetime(), text: note.min(3, "Say why it may be ignored.") }),
  z.object({ do: z.literal("resolve"), text: note.min(3, "Say what was done about it.") }),
  z.object({ do: z.literal("ask-first"), asksFirst: z.boolean() }),
]);
export type CauseAction = z.infer<typeof CauseAction>;

/** Take, assign, snooze, reopen, comment, ignore and resolve, for one cause or many. Answers what was done, skipped and why. */
export const workCauses = command({
  action: "causes.work",
  needs: "exceptions:work",
  input: z.object({ scope: Scope, action: CauseAction }),
  async run(tx, { scope, action }, actor): Promise<{ subject: string; change: object; answer: Moved }> {
    const ids = "ids" in scope ? scope.ids : (await listCauseIds(scope.filter, actor.id)).filter((id) => !scope.except.includes(id));
    const answer = await moveCauses(tx, ids, action, actor.id);
    return {
      subject: ids.length === 1 ? `cause:${ids[0]}` : "causes",
      change: { action, ...("filter" in scope && { filter: scope.filter }), done: answer.done, skipped: answer.skipped },
      answer,
    };
  },
});
