import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { noticeHref } from "@/components/notices/notice-href";
import { requireActor } from "@/lib/auth/actor";
import { db } from "@/lib/data/client";
import { findNotice, readNotices } from "@/lib/data/notices";

type Props = { params: Promise<{ id: string }> };

/** Where a mail leads: the very cause, in the inbox of whose it is. Only whom it was for has read it then. */
export default async function NoticeRoute({ params }: Props) {
  const actor = await requireActor("exceptions:read");
  const { id } = await params;
  const notice = z.uuid().safeParse(id).success ? await findNotice(id) : null;
  if (!notice) notFound();
  if (notice.userId === actor.id) await readNotices(db, actor.id, [id]);
  redirect(noticeHref(notice, actor.id));
}
