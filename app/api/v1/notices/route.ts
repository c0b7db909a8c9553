import { answerApi } from "@/lib/auth/answer-api";
import { countUnread, listNotices } from "@/lib/data/notices";

/** What the person who asks was told, latest first. */
export const GET = answerApi("exceptions:read", async (request, actor) => {
  const page = new URL(request.url).searchParams.get("page");
  const [list, unread] = await Promise.all([listNotices(actor.id, { page }), countUnread(actor.id)]);
  return { ...list, unread, asOf: new Date() };
});
