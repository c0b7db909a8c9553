import { sendMail } from "@/lib/connectors/send-mail";
import { leaseMail, type MailToSend, recordMail } from "@/lib/data/mails";
import { countNoticesOf, listNoticesOf } from "@/lib/data/notices";
import { sayWhyTold } from "@/lib/domain/notices/say-why";
import { writeMail } from "@/lib/domain/notices/write-mail";
import { roleNames } from "@/lib/domain/ownership/roles";
import { env } from "@/lib/env";

import { inngest } from "../client";
import { mailQueued } from "../events";

const most = 20;

/** Brings notices to people by mail: each mail once or, where that cannot be known, not again. */
export const sendMails = inngest.createFunction(
  { id: "send-mails", name: "Send notices by mail", triggers: [mailQueued], concurrency: 4, retries: 4 },
  async ({ event, step }) => step.run("send", () => sendQueued(event.data.mailId)),
);

/** Throws where it is worth another try. Answers what became of it; "not-mine" when another sender has it or it is over. */
export async function sendQueued(mailId: string): Promise<"sent" | "failed" | "not-mine"> {
  const { SMTP_URL: url, MAIL_FROM: from } = env;
  if (url === undefined || from === undefined) return "not-mine";
  const mail = await leaseMail(mailId);
  if (!mail) return "not-mine";
  const outcome = await sendMail({ url, from }, { id: mail.id, to: mail.to, ...(await write(mail)) });
  if (await recordMail(mail, outcome)) throw new Error(`mail ${mail.id} did not go out yet`);
  return outcome.as === "sent" ? "sent" : "failed";
}

async function write(mail: MailToSend) {
  const [notices, count] = await Promise.all([listNoticesOf(mail.id, most), countNoticesOf(mail.id)]);
  const at = (path: string) => new URL(path, env.NEXTAUTH_URL).href;
  const items = notices.map((notice) => ({
    ...notice,
    why: `${sayWhyTold(notice, roleNames[notice.ownerRole as keyof typeof roleNames] ?? notice.ownerRole)}.`,
    link: at(`/notices/${notice.id}`),
  }));
  return writeMail(mail.name, items, { more: count - notices.length, settingsLink: at("/notices?tab=settings") });
}
