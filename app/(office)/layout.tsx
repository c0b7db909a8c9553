import { redirect } from "next/navigation";

import { Office } from "@/components/shell/office";
import { homeOf, rooms } from "@/components/shell/rooms";
import { ToSignIn } from "@/components/shell/to-sign-in";
import { ClockProvider } from "@/components/ui/clock";
import { findActor, findNewcomer } from "@/lib/auth/actor";
import { may, roleNames } from "@/lib/auth/permissions";
import { listConnectionNames } from "@/lib/data/connections";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const actor = await findActor();
  if (!actor) {
    if (await findNewcomer()) redirect("/sign-in/new-password");
    return <ToSignIn />;
  }
  const [shop] = await listConnectionNames({ role: "shop" });
  const hrefs = rooms
    .filter(({ href, permission }) => may(actor, permission) && (href !== "/" || homeOf(actor.role) === "/"))
    .map(({ href }) => href);

  return (
    <ClockProvider renderedAt={Date.now()} zone={shop?.zone ?? "UTC"}>
      <Office
        hrefs={hrefs}
        person={{ id: actor.id, name: actor.name, email: actor.email, roleName: roleNames[actor.role] }}
        isDemo={env.PARITY_DEMO}
        isTouch={actor.role === "store"}
      >
        {children}
      </Office>
    </ClockProvider>
  );
}
