import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { sendAgain } from "@/lib/data/mails";
import { readNotices, saveNoticeSetting } from "@/lib/data/notices";
import { NoticeSetting } from "@/lib/domain/notices/setting";

import { command } from "./command";

const needs = "exceptions:read" as const;

/** `ids` null: everything that is shown. Everybody for themselves. */
export const markNoticesRead = command({
  action: "notices.read",
  needs,
  input: z.object({ ids: z.array(z.uuid()).min(1).max(500).nullable() }),
  async run(tx, { ids }, actor) {
    const read = await readNotices(tx, actor.id, ids);
    return { subject: `person:${actor.id}`, change: { read }, answer: { read } };
  },
});

export const setNotices = command({
  action: "notices.set",
  needs,
  input: NoticeSetting,
  async run(tx, setting, actor) {
    await saveNoticeSetting(tx, actor.id, setting);
    return { subject: `person:${actor.id}`, change: setting, answer: undefined };
  },
});

export const sendMailAgain = command({
  action: "notices.mail-again",
  needs,
  input: z.object({ id: z.uuid() }),
  async run(tx, { id }, actor) {
    if (!(await sendAgain(tx, id, actor.id))) throw new AppError("conflict", "This mail is not waiting for you any more.");
    return { subject: `mail:${id}`, change: {}, answer: undefined };
  },
});
