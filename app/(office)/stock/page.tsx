import type { Metadata } from "next";

import { listDriftPage } from "@/app/api/v1/stock/drift/list-page";
import { DriftPage } from "@/components/stock/drift-page";
import { driftFilterOf, readDriftSearch } from "@/components/stock/stock-search";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listConnections } from "@/lib/data/connections";
import { listMappedLocations } from "@/lib/data/find-pairs";
import { listLastCompares } from "@/lib/data/last-compares";

export const metadata: Metadata = { title: "Stock" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StockPage({ searchParams }: Props) {
  const actor = await requireActor("stock:read");
  const filter = driftFilterOf(await readDriftSearch(searchParams));
  const [shops, page, compares] = await Promise.all([listConnections({ role: "shop" }), listDriftPage(filter), listLastCompares()]);
  const withPlaces = await Promise.all(
    shops.map(async ({ id, name }) => ({
      id,
      name,
      locations: (await listMappedLocations(id)).map((place) => ({ id: place.locationId, name: place.name })),
    })),
  );
  return (
    <DriftPage
      shops={withPlaces}
      mayWrite={may(actor, "stock:write")}
      first={{ filter, page }}
      firstCompares={{ compares, asOf: new Date() }}
    />
  );
}
