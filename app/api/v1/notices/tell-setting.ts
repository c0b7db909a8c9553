import { listFailedMails } from "@/lib/data/mails";
import { getNoticeSetting } from "@/lib/data/notices";
import { isMailSetUp } from "@/lib/data/tell-people";

/** How somebody wants to be told, and what did not reach them. */
export async function tellSetting(userId: string) {
  const [setting, failed] = await Promise.all([getNoticeSetting(userId), listFailedMails(userId)]);
  return { setting, isMailSetUp: isMailSetUp(), failed };
}
