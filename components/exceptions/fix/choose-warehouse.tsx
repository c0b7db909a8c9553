"use client";

import type { Cause } from "@/components/query/cause-answers";
import { useWarehouses } from "@/components/query/use-till";
import { Combobox } from "@/components/ui/combobox";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { orderWarehouses } from "./order-warehouses";
import type { Fix } from "./use-fix";

type Props = { cause: Cause; fix: Fix; isDisabled: boolean };

/** Which warehouse a location stands for. Free ones first, those of a like name before the others. */
export function ChooseWarehouse({ cause, fix, isDisabled }: Props) {
  const warehouses = useWarehouses(cause.connectionId);
  if (warehouses.isError)
    return <ErrorState message={warehouses.error.message} onRetry={() => void warehouses.refetch()} className="min-h-32" />;
  const name = typeof cause.evidence.name === "string" ? cause.evidence.name : cause.entity;
  const choices = orderWarehouses(warehouses.data?.warehouses ?? [], name).map(
    ({ id, name: label, storeName, feeds, isActive, isLike }) => ({
      value: id,
      label,
      keywords: [storeName ?? "", id],
      detail: [
        isLike && !feeds ? "same name" : null,
        storeName && storeName !== label ? `store ${storeName}` : null,
        `warehouse ${id}`,
        feeds ? `feeds ${feeds} already` : "free",
        isActive ? null : "does not sell",
      ]
        .filter(Boolean)
        .join(" · "),
    }),
  );
  return (
    <Field label={`Warehouse in ${cause.posName} that ${name} stands for`} hint="One warehouse can feed only one location of a shop.">
      {(control) => (
        <Combobox
          {...control}
          data-first-choice
          disabled={isDisabled}
          value={fix.chosen}
          choices={choices}
          onChange={(id) => fix.choose(id)}
          placeholder="Choose a warehouse"
          isSearching={warehouses.isPending}
          empty="The till has no such warehouse."
        />
      )}
    </Field>
  );
}
