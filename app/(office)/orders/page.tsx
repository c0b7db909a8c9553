import type { Metadata } from "next";

import { listOrderPage } from "@/app/api/v1/orders/list-page";
import { orderFilterOf, readOrderSearch } from "@/components/trace/order-search";
import { OrdersPage } from "@/components/trace/orders-page";
import { requireActor } from "@/lib/auth/actor";
import { listConnectionNames } from "@/lib/data/connections";
import { listPlaceNames } from "@/lib/data/finance";

export const metadata: Metadata = { title: "Orders" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersListPage({ searchParams }: Props) {
  await requireActor("records:read");
  const filter = orderFilterOf(await readOrderSearch(searchParams));
  const [shops, page, places] = await Promise.all([
    listConnectionNames({ role: "shop" }),
    listOrderPage(filter, null),
    listPlaceNames(filter.shop || null),
  ]);
  return <OrdersPage places={places} shops={shops} first={{ filter, page }} />;
}
