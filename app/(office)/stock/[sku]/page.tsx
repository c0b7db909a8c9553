import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { SkuPage } from "@/components/stock/sku-page";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { showSku } from "@/lib/commands/show-sku";

type Props = { params: Promise<{ sku: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `${decodeURIComponent((await params).sku)}, stock`,
});

export default async function OneSkuPage({ params }: Props) {
  const actor = await requireActor("stock:read");
  const stock = await showSku(decodeURIComponent((await params).sku));
  if (!stock) notFound();
  return (
    <SkuPage
      first={stock}
      mayWrite={may(actor, "stock:write")}
      maySeeMappings={may(actor, "mappings:read")}
      maySeeCauses={may(actor, "exceptions:read")}
    />
  );
}
