import type { OrderTotals } from "@/components/query/order-answers";
import { Money } from "@/components/ui/money";

type Props = { money: NonNullable<OrderTotals["money"]>[number] };

/** Both sides of the part of these orders that the filter means: the same sums that led here. */
export function MoneyStrip({ money: { currency, shop, till, shopVat, tillVat } }: Props) {
  const facts = [
    ["Shop", shop],
    ["Till", till],
    ["Difference", shop - till],
    ["VAT in the shop", shopVat],
    ["VAT at the till", tillVat],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 border-b bg-card px-4 py-2 text-xs">
      {facts.map(([name, amount]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="font-medium">
            <Money amount={amount} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
