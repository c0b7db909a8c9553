import type { Metadata } from "next";

import { FinanceFilter, tellFinance } from "@/app/api/v1/finance/tell-finance";
import { FinancePage } from "@/components/finance/finance-page";
import { readFinanceSearch } from "@/components/finance/finance-search";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Finance" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FinanceRoom({ searchParams }: Props) {
  await requireActor("finance:read");
  const filter = FinanceFilter.parse(await readFinanceSearch(searchParams));
  return <FinancePage first={{ filter, answer: await tellFinance(filter) }} />;
}
