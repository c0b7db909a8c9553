import type { Metadata } from "next";

import { tellAccounts } from "@/app/api/v1/people/accounts/tell-accounts";
import { PeoplePage } from "@/components/people/people-page";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "People" };

export default async function PeopleRoom() {
  const actor = await requireActor("people:manage");
  return <PeoplePage first={await tellAccounts(actor.id)} />;
}
