import { inboxHref } from "@/components/exceptions/cause-search";

type Of = { causeId: string; state: string; ownerId: string | null; ownerRole: string };

/** The very cause, open in the list it is in: its reader's own, its role's, or everybody's. */
export function noticeHref({ causeId, state, ownerId, ownerRole }: Of, me: string): string {
  if (state !== "open" && state !== "working") return inboxHref({ cause: causeId });
  const owner = ownerId === me ? "me" : ownerId === null ? `role:${ownerRole}` : "";
  return inboxHref({ owner, cause: causeId });
}
