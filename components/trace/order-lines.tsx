import Link from "next/link";

import type { ToldOrder } from "@/components/query/order-answers";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";

/** What the customer bought, where each line goes, and which of them is held. */
export function OrderLines({ lines, currency }: Pick<ToldOrder, "lines" | "currency">) {
  const units = lines.reduce((total, { sku, quantity }) => total + (sku === null ? 0 : quantity), 0);
  return (
    <Card>
      <CardHeader
        title="Lines"
        hint={`${sayCount(units, "unit")} of ${sayCount(lines.filter(({ sku }) => sku !== null).length, "product")}`}
      />
      <Table label="Lines of the order">
        <Thead>
          <tr>
            <Th>Product</Th>
            <Th>SKU</Th>
            <Th>Place</Th>
            <Th isNumber>Units</Th>
            <Th isNumber>To hand over</Th>
            <Th isNumber>VAT</Th>
            <Th isNumber>Paid</Th>
          </tr>
        </Thead>
        <Tbody>
          {lines.map((line) => (
            <Tr key={line.id} className={cn(line.causeId && "bg-warn-soft hover:bg-warn-soft")}>
              <Td className="min-w-40">
                {line.title}
                {line.causeId && (
                  <Link href={`/inbox?cause=${line.causeId}`} className="ml-2 whitespace-nowrap text-link text-xs hover:underline">
                    held by a cause
                  </Link>
                )}
              </Td>
              <Td className="whitespace-nowrap">
                {line.sku ? <CopyableId id={line.sku} label="SKU" /> : <span className="text-faint">none</span>}
                {line.tillSku && line.tillSku !== line.sku && <span className="block text-faint text-xs">till: {line.tillSku}</span>}
              </Td>
              <Td className="text-muted-foreground">{line.places.join(", ") || <span className="text-faint">—</span>}</Td>
              <Td isNumber>{line.quantity}</Td>
              <Td isNumber>{line.remaining ?? <span className="text-faint">—</span>}</Td>
              <Td isNumber className="whitespace-nowrap text-muted-foreground">
                {line.rate} %
              </Td>
              <Td isNumber>
                <Money amount={line.paid} currency={currency} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
}
