import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { tellOrder } from "@/app/api/v1/orders/[shop]/[order]/tell-order";
import { OrderPage } from "@/components/trace/order-page";
import { AppError } from "@/lib/app-error";
import { requireActor } from "@/lib/auth/actor";

type Props = { params: Promise<{ shop: string; order: string }> };

export const metadata: Metadata = { title: "Order" };

export default async function OrderTracePage({ params }: Props) {
  const actor = await requireActor("records:read");
  const { shop, order } = await params;
  const told = await tellOrder(shop, decodeURIComponent(order), actor).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  });
  if (!told) notFound();
  return <OrderPage first={told} />;
}
