import type { Metadata } from "next";

import { tellSetting } from "@/app/api/v1/notices/tell-setting";
import { NoticesPage } from "@/components/notices/notices-page";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesRoom() {
  const actor = await requireActor("exceptions:read");
  return <NoticesPage me={actor.id} first={await tellSetting(actor.id)} />;
}
