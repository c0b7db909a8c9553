"use client";

import { Undo2 } from "lucide-react";

import type { ServiceMapping } from "@/components/query/mapping-answers";
import { Button } from "@/components/ui/button";
import { Td, Tr } from "@/components/ui/table";

import { ChangedCell } from "../changed-cell";
import type { Draft } from "../drafts";
import { HeldCell } from "../held-cell";
import { TillPicker, type TillProduct } from "../products/till-picker";
import { SkuCode } from "../sku-code";
import { sayLine } from "./say-line";

type Props = {
  row: ServiceMapping;
  draft: Draft | undefined;
  shopId: string;
  mayEdit: boolean;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onChoose: (product: TillProduct | null) => void;
  onRevert: () => void;
};

export function ServiceRow({ row, draft, shopId, mayEdit, isEditing, onEdit, onChoose, onRevert }: Props) {
  const { name, detail } = sayLine(row.theirs);
  const product = draft ? { sku: draft.ours, title: draft.oursName } : { sku: row.ours, title: row.oursTitle };
  const cell = (
    <button
      type="button"
      disabled={!mayEdit}
      onClick={() => onEdit(true)}
      className="w-full min-w-0 rounded-md border border-transparent px-2 py-1 text-left leading-4.5 enabled:hover:border-border-strong disabled:cursor-default"
    >
      <span className="sr-only">{`${mayEdit ? "Change what" : "What"} ${name} is booked on: `}</span>
      {product.sku === null ? (
        <span className="text-muted-foreground">{mayEdit ? "Choose a service product" : "No service product"}</span>
      ) : (
        <>
          <SkuCode code={product.sku} className="block truncate" />
          <span className="block truncate text-faint text-xs">{product.title ?? "not at the till any more"}</span>
        </>
      )}
      {draft && <span className="block text-info text-xs">{row.ours === null ? "was not mapped" : `was ${row.ours}`}, not saved yet</span>}
    </button>
  );
  return (
    <Tr>
      <Td>
        <span className="block font-medium">{name}</span>
        <span className="block text-faint text-xs">{detail}</span>
      </Td>
      <Td>
        <span className="-ml-2 flex items-center gap-1.5">
          <span className="min-w-0 flex-1">
            {isEditing ? (
              <TillPicker
                shopId={shopId}
                label={`What ${name} is booked on`}
                suggestions={[]}
                mayClear={row.ours !== null}
                onChoose={onChoose}
                onClose={() => onEdit(false)}
              >
                {cell}
              </TillPicker>
            ) : (
              cell
            )}
          </span>
          {draft && (
            <Button variant="ghost" size="icon-sm" aria-label={`Take back the change of ${name}`} onClick={onRevert}>
              <Undo2 />
            </Button>
          )}
        </span>
      </Td>
      <Td isNumber>
        <HeldCell {...row} />
      </Td>
      <Td className="hidden lg:table-cell">
        <ChangedCell changedAt={row.changedAt} changedBy={row.changedBy} />
      </Td>
    </Tr>
  );
}
