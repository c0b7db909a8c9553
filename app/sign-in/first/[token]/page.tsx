import { Unlink } from "lucide-react";
import Link from "next/link";

import { MessagePage } from "@/components/shell/message-page";
import { DoorFrame } from "@/components/sign-in/door-frame";
import { FirstAdminForm } from "@/components/sign-in/first-admin-form";
import { Button } from "@/components/ui/button";
import { isInvited } from "@/lib/auth/first-admin";
import { db } from "@/lib/data/client";

import { welcome } from "./actions";

export const metadata = { title: "Welcome", referrer: "no-referrer" as const };

export default async function FirstAdminPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await isInvited(db, token, new Date()))) return <UsedUp />;
  return (
    <DoorFrame title="Welcome to Parity" hint="You are the first one here. You become the admin and can invite the others.">
      <FirstAdminForm onSubmit={welcome.bind(null, token)} />
    </DoorFrame>
  );
}

function UsedUp() {
  const signIn = (
    <Button asChild variant="primary">
      <Link href="/sign-in">Sign in</Link>
    </Button>
  );
  return (
    <main className="grid min-h-dvh">
      <MessagePage icon={Unlink} title="This link does not open any more" actions={signIn}>
        It was used already or is older than a day. Start Parity again to get a new one, or sign in if you have an account.
      </MessagePage>
    </main>
  );
}
