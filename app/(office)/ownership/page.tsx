import type { Metadata } from "next";

import { tellOwnership } from "@/app/api/v1/ownership/tell-ownership";
import { OwnershipPage } from "@/components/ownership/ownership-page";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Ownership" };

export default async function OwnershipRoom() {
  await requireActor("ownership:manage");
  return <OwnershipPage first={await tellOwnership()} />;
}
