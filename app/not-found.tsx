import { SearchX } from "lucide-react";
import Link from "next/link";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";

export const metadata = { title: "Not found" };

export default function NotFound() {
  const home = (
    <Button asChild variant="primary">
      <Link href="/">Go to your home page</Link>
    </Button>
  );
  return (
    <main className="grid min-h-dvh">
      <MessagePage icon={SearchX} title="There is no such page" actions={home}>
        Check the address, or start from your home page.
      </MessagePage>
    </main>
  );
}
