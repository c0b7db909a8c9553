import type { Metadata } from "next";

import { OrdersPage } from "@/components/trace/orders-page";
import { requireActor } from "@/lib/auth/actor";
import { listConnections } from "@/lib/data/connections";

export const metadata: Metadata = { title: "Orders" };

export default async function OrdersListPage() {
  await requireActor("records:read");
  const shops = await listConnections({ role: "shop" });
  return <OrdersPage shops={shops.map(({ id, name }) => ({ id, name }))} />;
}
