"use client";

import { Scale } from "lucide-react";
import { toast } from "sonner";

import type { LastCompare } from "@/components/query/stock-answers";
import { useStockCommands } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";

type Props = { shops: readonly { id: string; name: string }[]; compares: readonly LastCompare[] };

/** The full check of these shops, now instead of at night. What it found stands above the list when it ends. */
export function CompareButton({ shops, compares }: Props) {
  const { compare } = useStockCommands();
  const isRunning = shops.some(({ id }) => compares.some(({ shopId, endedAt }) => shopId === id && endedAt === null));
  const ask = async () => {
    try {
      for (const { id } of shops) await compare.mutateAsync(id);
      toast.success(`Everything in ${shops.map(({ name }) => name).join(" and ")} is being compared with the till.`);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Button size="sm" onClick={() => void ask()} isLoading={isRunning || compare.isPending}>
      <Scale /> <span className="max-sm:sr-only">Compare everything now</span>
    </Button>
  );
}
