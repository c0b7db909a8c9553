import { SearchX } from "lucide-react";
import Link from "next/link";

import { MessagePage } from "@/components/shell/message-page";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  const home = (
    <Button asChild variant="primary">
      <Link href="/">Go to your home page</Link>
    </Button>
  );
  return (
    <>
      <PageHeader title="Not found" />
      <MessagePage icon={SearchX} title="There is nothing here" actions={home}>
        What this address named is gone, or was never there. Search for it by its number at the top right.
      </MessagePage>
    </>
  );
}
