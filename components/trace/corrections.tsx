import type { ToldOrder } from "@/components/query/order-answers";
import { Card, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";

/** What people corrected in the order, beside what the shop said. */
export function Corrections({ order }: { order: ToldOrder }) {
  const counting = order.corrections.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (counting.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Corrected" hint={`not in ${order.shopName}`} />
      <ul className="divide-y text-sm">
        {counting.map(({ id, label, was, value, reason, byName, at, isOvertaken }) => (
          <li key={id} className="grid gap-0.5 px-4 py-2.5">
            <span className="flex items-baseline justify-between gap-3">
              <span className="text-muted-foreground">{label}</span>
              <span className="min-w-0 break-words text-right">
                {value === null ? (
                  <span className="text-faint">masked for your role</span>
                ) : (
                  <>
                    <s className="mr-2 text-faint">{was || "nothing"}</s>
                    <span className="font-medium">{value || "nothing"}</span>
                  </>
                )}
              </span>
            </span>
            <span className="text-muted-foreground text-xs">
              by {byName ?? "somebody who is gone"} <RelativeTime at={at} />: {reason}
            </span>
            {isOvertaken && <span className="text-warn text-xs">{order.shopName} has changed it since: what it says now counts.</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
