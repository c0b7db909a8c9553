import { ExternalLink } from "lucide-react";

import type { TillOrder } from "@/components/query/order-answers";
import { DiffTable } from "@/components/ui/diff-table";
import { sayMoney } from "@/components/ui/money";

const states: Readonly<Record<string, string>> = { open: "open", closed: "handed over", cancelled: "cancelled", abandoned: "abandoned" };

/** The web order and what the till holds under the number, product by product. */
export function TillSides({ till, webName, shopName, posName }: { till: TillOrder; webName: string; shopName: string; posName: string }) {
  const { totals, rows } = till.sides;
  const paid = (part: (typeof rows)[number]["web"]) => (part ? `${part.quantity} for ${sayMoney(part.paid, totals.currency)}` : "none");
  return (
    <div className="overflow-hidden rounded-lg border">
      <p className="flex flex-wrap items-center gap-x-2 border-b bg-background px-4 py-2 text-sm">
        <span className="font-medium">Order {till.id}</span>
        <span className="text-muted-foreground">{[states[till.state] ?? till.state, till.placeName].filter(Boolean).join(", ")}</span>
        {till.href && (
          <a href={till.href} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 text-link hover:underline">
            Open it in {posName} <ExternalLink className="size-3" aria-hidden />
          </a>
        )}
      </p>
      <DiffTable
        label="Both orders side by side"
        left={`${webName} in ${shopName}`}
        right={`${till.id} in ${posName}`}
        rows={[
          {
            field: "Total",
            left: sayMoney(totals.web, totals.currency),
            right: sayMoney(totals.till, totals.currency),
            isEqual: totals.web === totals.till,
          },
          ...rows.map(({ title, web, till: there }) => ({
            field: title,
            left: paid(web),
            right: paid(there),
            isEqual: paid(web) === paid(there),
          })),
        ]}
      />
    </div>
  );
}
