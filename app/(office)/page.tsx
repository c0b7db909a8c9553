import { DoorOpen } from "lucide-react";
import { redirect } from "next/navigation";

import { MessagePage } from "@/components/shell/message-page";
import { PageHeader } from "@/components/shell/page-header";
import { rooms } from "@/components/shell/rooms";
import { requireActor } from "@/lib/auth/actor";
import { may, roleNames } from "@/lib/auth/permissions";

export default async function HomePage() {
  const actor = await requireActor("office:read");
  const home = rooms.find(({ permission }) => may(actor, permission));
  if (home) redirect(home.href);

  return (
    <>
      <PageHeader title="Home" />
      <MessagePage icon={DoorOpen} title="There is no page for your role yet">
        You are signed in as {roleNames[actor.role]}. Nothing that Parity shows today is meant for this role.
      </MessagePage>
    </>
  );
}
