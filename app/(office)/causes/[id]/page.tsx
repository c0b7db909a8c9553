import type { Metadata } from "next";

import { CausePage } from "@/components/exceptions/cause-page";
import { workerOf } from "@/components/exceptions/worker";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Cause" };

type Props = { params: Promise<{ id: string }> };

export default async function CauseRoute({ params }: Props) {
  const actor = await requireActor("exceptions:read");
  return <CausePage id={(await params).id} worker={workerOf(actor)} />;
}
