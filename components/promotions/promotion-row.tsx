"use client";

import { CircleStop, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { ChangedCell } from "@/components/mappings/changed-cell";
import { type ShownPromotion, usePromotionCommands } from "@/components/query/use-promotions";
import { ordersHref } from "@/components/trace/order-search";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { Money } from "@/components/ui/money";
import { NumberLink } from "@/components/ui/number-link";
import { StatusPill } from "@/components/ui/status-pill";
import { Td, Tr } from "@/components/ui/table";
import { toast } from "@/components/ui/toaster";
import { stateOf } from "@/lib/domain/prices/promotion";
import { sayEffect, sayScope } from "@/lib/domain/prices/say-promotion";
import { sayWallTime } from "@/lib/domain/wall-time";

type Props = { row: ShownPromotion; shopId: string; zone: string; currency: string; mayEdit: boolean; onEdit: () => void };

export function PromotionRow({ row, shopId, zone, currency, mayEdit, onEdit }: Props) {
  const now = useNow();
  const { end, remove } = usePromotionCommands(shopId);
  const [asking, ask] = useState<"end" | "remove" | null>(null);
  const { name, source, scope, effect, code, minUnits, orders, reduction } = row;
  const state = stateOf(row, now.getTime());
  const what = [
    source === "accepted" && "accepted difference",
    `${sayEffect(effect, currency)} ${sayScope(scope)}`,
    minUnits > 1 && `from ${minUnits} units`,
    code && `code ${code}`,
  ]
    .filter(Boolean)
    .join(", ");
  const move = asking === "end" ? end : remove;
  const run = () =>
    move.mutate(row.id, {
      onSuccess: () => {
        toast.success(asking === "end" ? `${name} has ended` : `${name} is deleted`, { description: "It can be put back under History." });
        ask(null);
      },
    });
  return (
    <Tr>
      <Td>
        <span className="block font-medium">{name}</span>
        <span className="block text-faint text-xs">{what}</span>
      </Td>
      <Td>
        <StatusPill of="promotion" value={state} as="plain" />
      </Td>
      <Td className="whitespace-nowrap text-muted-foreground text-xs">
        <span className="block">{sayWallTime(row.startsAt, zone)}</span>
        <span className="block">to {sayWallTime(row.endsAt, zone)}</span>
      </Td>
      <Td isNumber>
        <NumberLink count={orders} href={ordersHref({ promotion: row.id })} label={`orders explained by ${name}`} />
        {orders > 0 && (
          <span className="block whitespace-nowrap text-faint text-xs">
            <Money amount={reduction} currency={currency} /> below the till
          </span>
        )}
      </Td>
      <Td className="hidden lg:table-cell">
        <ChangedCell changedAt={row.changedAt} changedBy={row.changedBy} />
      </Td>
      {mayEdit && (
        <Td className="w-0">
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="icon-sm" aria-label={`Change ${name}`}>
                <Ellipsis />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem onSelect={onEdit}>
                <Pencil aria-hidden /> Change…
              </DropdownMenuItem>
              {state === "running" && (
                <DropdownMenuItem onSelect={() => ask("end")}>
                  <CircleStop aria-hidden /> End now…
                </DropdownMenuItem>
              )}
              <DropdownMenuItem isDangerous onSelect={() => ask("remove")}>
                <Trash2 aria-hidden /> Delete…
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        </Td>
      )}
      <ConfirmDialog
        isOpen={asking !== null}
        onOpenChange={(isOpen) => !isOpen && ask(null)}
        title={asking === "end" ? `End ${name} now?` : `Delete ${name}?`}
        confirm={asking === "end" ? "End it" : "Delete"}
        isDangerous={asking === "remove"}
        isLoading={move.isPending}
        onConfirm={run}
      >
        <p>
          {asking === "end"
            ? "Orders placed from now on must have the till’s prices again. What was placed until now stays explained."
            : "It explains nothing any more, not even what was placed while it ran. Orders that crossed stay where they are."}
        </p>
        {move.isError && <Alert className="mt-3">{move.error.message}</Alert>}
      </ConfirmDialog>
    </Tr>
  );
}
