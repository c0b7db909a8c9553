import { Store } from "lucide-react";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import { workerOf } from "@/components/exceptions/worker";
import { readMappingSearch } from "@/components/mappings/mapping-search";
import { MappingsRoom } from "@/components/mappings/mappings-room";
import { MessagePage } from "@/components/shell/message-page";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listConnections } from "@/lib/data/connections";
import { countSkuMappings, listSkuMappings, type MappingFilter } from "@/lib/data/mappings";

export const metadata: Metadata = { title: "Mappings" };

export default async function MappingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor("mappings:read");
  const [search, all] = await Promise.all([readMappingSearch(searchParams), listConnections()]);
  const names = new Map(all.map(({ id, name }) => [id as string, name]));
  const shops = all
    .filter(({ role }) => role === "shop")
    .map(({ id, name, posId }) => ({ id, name, posName: names.get(posId ?? "") ?? "" }));
  const shop = shops.find(({ id }) => id === search.shop) ?? shops[0];
  if (!shop) {
    return (
      <>
        <PageHeader title="Mappings" />
        <MessagePage icon={Store} title="There is no shop yet">
          Mappings join the products of an online shop to those of the till. They begin once a shop is connected.
        </MessagePage>
      </>
    );
  }
  return (
    <MappingsRoom
      shops={shops}
      shopId={shop.id}
      worker={workerOf(actor)}
      first={search.tab === "products" ? await readFirst(shop.id, search) : null}
    />
  );
}

async function readFirst(shopId: string, { show, q }: Pick<MappingFilter, "show" | "q">) {
  const [rows, counts] = await Promise.all([listSkuMappings(shopId, { show, q }), countSkuMappings(shopId, q)]);
  return { show, q, page: { rows, counts, asOf: new Date() } };
}
