import { allocate, minor, toAmount, toMinor } from "@/lib/domain/money";
import { partOf, sumOf } from "./money";
import { listLines, type OrderRow, readOrder } from "./orders";
import type { Shop } from "./shop";

type Sum = { orders: number; gross: number; taxes: Map<string, number> };
type Share = { location: number; gross: number; taxes: [rate: string, units: number][] };

const none = (): Sum => ({ orders: 0, gross: 0, taxes: new Map() });

function add(sum: Sum, gross: number, taxes: Share["taxes"]): void {
  sum.gross += gross;
  for (const [rate, units] of taxes) sum.taxes.set(rate, (sum.taxes.get(rate) ?? 0) + units);
}

const shown = ({ orders, gross, taxes }: Sum, currency: string) => ({
  orders,
  gross: toAmount(gross, currency),
  tax: [...taxes].sort(([a], [b]) => Number(a) - Number(b)).map(([rate, units]) => ({ rate, tax: toAmount(units, currency) })),
});

/** Each location's part of an order as it is now: its units of each line; shipping goes with the first. */
function sharesOf(shop: Shop, row: OrderRow): Share[] {
  const { doc } = readOrder(row);
  const { currency, taxesIncluded } = doc;
  const units = (amount: string) => toMinor(amount, currency);
  const places = shop.state.many<{ location: number; line_id: number; total: number }>(
    `select location, line_id, total from fulfilment_order join fulfilment_order_line on fulfilment_order_id = fulfilment_order.id
     where order_id = ? order by fulfilment_order.id`,
    row.id,
  );
  const shares = new Map<number, Share>();
  const shareOf = (location: number) => {
    const share = shares.get(location) ?? { location, gross: 0, taxes: [] };
    shares.set(location, share);
    return share;
  };
  const put = (share: Share, net: number, taxes: Share["taxes"]) => {
    share.gross += net + (taxesIncluded ? 0 : taxes.reduce((sum, [, tax]) => sum + tax, 0));
    share.taxes.push(...taxes);
  };
  for (const { id, quantity, current, doc: line } of listLines(shop, row.id)) {
    const at = places.filter(({ line_id, total }) => line_id === id && total > 0);
    const homes = at.length > 0 ? at : [{ location: 0, total: current }];
    const weights = homes.map(({ total }) => total);
    const off = partOf(
      sumOf(
        line.discounts.map(({ amount }) => amount),
        currency,
      ),
      current,
      quantity,
    );
    const nets = allocate(minor(units(line.unitPrice) * current - off), weights);
    const taxes = line.taxLines.map(({ rate, price }) => ({
      rate,
      parts: allocate(minor(partOf(units(price), current, quantity)), weights),
    }));
    for (const [n, home] of homes.entries())
      put(
        shareOf(home.location),
        nets[n] ?? 0,
        taxes.map(({ rate, parts }) => [String(rate), parts[n] ?? 0]),
      );
  }
  const first = shareOf(places[0]?.location ?? shares.keys().next().value ?? 0);
  for (const { price, discounts, taxLines } of doc.shippingLines)
    put(
      first,
      units(price) -
        sumOf(
          discounts.map(({ amount }) => amount),
          currency,
        ),
      taxLines.map(({ rate, price }) => [String(rate), units(price)]),
    );
  return [...shares.values()];
}

/** Orders that are neither cancelled nor tests, by the day they were processed in that zone, location and currency; and all together. */
export function totalsByDay(shop: Shop, timeZone: string): object {
  const rows = shop.state.many<OrderRow>("select * from sale_order where cancelled_at is null and test = 0 order by id");
  const dayOf = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const byCurrency = new Map<string, Sum>();
  const groups = new Map<string, { day: string; locationId: string | null; currency: string; sum: Sum }>();
  for (const row of rows) {
    const { currency } = readOrder(row).doc;
    const day = dayOf.format(row.processed_at);
    const all = byCurrency.get(currency) ?? none();
    byCurrency.set(currency, all);
    all.orders += 1;
    for (const { location, gross, taxes } of sharesOf(shop, row)) {
      const key = `${day} ${location} ${currency}`;
      const locationId = location === 0 ? null : String(location);
      const group = groups.get(key) ?? { day, locationId, currency, sum: none() };
      groups.set(key, group);
      group.sum.orders += 1;
      add(group.sum, gross, taxes);
      add(all, gross, taxes);
    }
  }
  return {
    all: [...byCurrency].map(([currency, sum]) => ({ currency, ...shown(sum, currency) })),
    byDay: [...groups.values()].map(({ sum, ...group }) => ({ ...group, ...shown(sum, group.currency) })),
  };
}
