"use client";

import { ArrowRight, CirclePause, ShoppingBag, Undo2 } from "lucide-react";

import { orderWarehouses } from "@/components/exceptions/fix/order-warehouses";
import type { LocationMapping, Warehouse } from "@/components/query/mapping-answers";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { CopyableId } from "@/components/ui/copyable-id";
import { Td, Tr } from "@/components/ui/table";

import { ChangedCell } from "../changed-cell";
import type { Draft } from "../drafts";
import { HeldCell } from "../held-cell";

type Props = {
  location: LocationMapping;
  warehouses: readonly Warehouse[];
  draft: Draft | undefined;
  mayEdit: boolean;
  onChange: (ours: string | null) => void;
  children: React.ReactNode;
};

const none = "none";

export function LocationRow({ location, warehouses, draft, mayEdit, onChange, children }: Props) {
  const chosen = draft ? draft.ours : location.ours;
  return (
    <Tr>
      <Td className="py-2.5 align-top">
        <span className="flex flex-wrap items-center gap-1.5 font-medium">
          {location.name}
          {location.offersPickup && (
            <Badge>
              <ShoppingBag aria-hidden /> Pickup
            </Badge>
          )}
          {!location.isActive && (
            <Badge>
              <CirclePause aria-hidden /> Switched off
            </Badge>
          )}
        </span>
        <CopyableId id={location.theirs} label="location" className="text-faint" />
      </Td>
      <Td className="py-2.5 align-top">
        {mayEdit ? (
          <span className="flex items-center gap-1.5">
            <Combobox
              aria-label={`Warehouse of ${location.name}`}
              value={chosen}
              choices={choicesOf(location, warehouses)}
              onChange={(value) => onChange(value === none ? null : value)}
              placeholder="No warehouse"
              empty="The till has no such warehouse."
            />
            {draft && (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Take back the change of ${location.name}`}
                onClick={() => onChange(location.ours)}
              >
                <Undo2 />
              </Button>
            )}
          </span>
        ) : (
          <Known location={location} />
        )}
        {draft && (
          <span className="mt-1 flex items-center gap-1 text-info text-xs">
            {location.warehouse ?? "no warehouse"} <ArrowRight className="size-3" aria-label="becomes" /> {draft.oursName ?? "no warehouse"}
            , not saved yet
          </span>
        )}
        {!draft && location.ours === null && (
          <span className="mt-1 block text-warn text-xs">Its orders are held, its stock is not sent: nothing is guessed.</span>
        )}
        {children}
      </Td>
      <Td isNumber className="py-2.5 align-top">
        <HeldCell {...location} />
      </Td>
      <Td className="hidden py-2.5 align-top lg:table-cell">
        <ChangedCell changedAt={location.changedAt} changedBy={location.changedBy} />
      </Td>
    </Tr>
  );
}

function Known({ location: { warehouse, storeName, ours } }: { location: LocationMapping }) {
  if (ours === null) return <span className="text-muted-foreground">No warehouse</span>;
  return (
    <>
      {warehouse ?? ours}
      {storeName && storeName !== warehouse && <span className="text-faint text-xs"> store {storeName}</span>}
    </>
  );
}

const choicesOf = (location: LocationMapping, warehouses: readonly Warehouse[]) => [
  ...orderWarehouses(warehouses, location.name).map(({ id, name, storeName, feeds, isActive, isLike }) => ({
    value: id,
    label: name,
    keywords: [storeName ?? "", id],
    detail: [
      isLike && !feeds ? "same name" : "",
      storeName && storeName !== name ? `store ${storeName}` : "",
      `warehouse ${id}`,
      feeds === location.name ? "feeds this location" : feeds ? `feeds ${feeds}` : "free",
      isActive ? "" : "does not sell",
    ]
      .filter(Boolean)
      .join(" · "),
  })),
  ...(location.ours === null ? [] : [{ value: none, label: "No warehouse", detail: "takes the mapping away" }]),
];
