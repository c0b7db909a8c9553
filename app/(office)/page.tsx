import { DoorOpen } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { tellHome } from "@/app/api/v1/home/tell-home";
import { tellStore } from "@/app/api/v1/store/tell-store";
import { HomePage } from "@/components/health/home-page";
import { StorePage } from "@/components/health/store-page";
import { MessagePage } from "@/components/shell/message-page";
import { PageHeader } from "@/components/shell/page-header";
import { homeOf } from "@/components/shell/rooms";
import { requireActor } from "@/lib/auth/actor";
import { may, roleNames } from "@/lib/auth/permissions";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Today" };

export default async function OfficeHomePage() {
  const actor = await requireActor("office:read");
  const home = homeOf(actor.role);
  if (home !== "/") redirect(home);
  if (actor.role === "store") return <StorePage first={await tellStore(actor, "")} />;
  if (may(actor, "records:read")) return <HomePage first={await tellHome(actor.id)} hasTraffic={env.PARITY_DEMO} />;

  return (
    <>
      <PageHeader title="Home" />
      <MessagePage icon={DoorOpen} title="There is no page for your role yet">
        You are signed in as {roleNames[actor.role]}. Nothing that Parity shows today is meant for this role.
      </MessagePage>
    </>
  );
}
