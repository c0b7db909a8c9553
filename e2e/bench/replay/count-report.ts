import { classify } from "./classify";
import { type Crosswalk, judgeCrossing } from "./judge-crossing";
import { pounds } from "./pence";
import type { TillOrder } from "./pos-dump";
import type { Invoice } from "./read-invoices";
import type { Report } from "./report";
import type { ShopDumpOrder } from "./shop-dump";

export type Counted = Pick<Report, "orders" | "money" | "vat"> & {
  /** What is wrong with single orders, in words; empty when all is well. */
  findings: string[];
};

/**
 * Counts what became of every invoice, from the file and what the two platforms hold.
 * `held`: shop order ids that Parity says it holds.
 */
export function countReport(
  invoices: readonly Invoice[],
  shopOrders: readonly ShopDumpOrder[],
  tillOrders: readonly TillOrder[],
  held: ReadonlySet<string>,
  crosswalk: Crosswalk,
): Counted {
  const orders = { placed: invoices.length, confirmed: 0, held: 0, deferred: 0, lost: 0, duplicated: 0 };
  const sums = { shop: 0, till: 0, shopVat: 0, tillVat: 0, roundingRows: 0 };
  const findings: string[] = [];
  const inShop = Map.groupBy(shopOrders, ({ name }) => name);
  const atTill = Map.groupBy(tillOrders, ({ webOrderId }) => webOrderId);
  const known = new Set(shopOrders.map(({ id }) => id));
  for (const order of tillOrders) {
    if (order.webOrderId !== null && known.has(order.webOrderId)) continue;
    orders.duplicated++;
    findings.push(`Sitoo order ${order.id} (${order.externalId}) belongs to no web order`);
  }

  for (const invoice of invoices) {
    const name = `#${invoice.id}`;
    const placed = inShop.get(name) ?? [];
    const kind = classify(invoice).kind;
    if (kind !== "order") {
      orders.deferred++;
      if (placed.length > 0) findings.push(`${name} stands in the shop as an order, but the file makes it: ${kind}`);
      continue;
    }
    const [order] = placed;
    if (!order || placed.length > 1) {
      orders.lost++;
      findings.push(`${name} is in the shop ${placed.length} times`);
      continue;
    }
    findings.push(...fileDiffers(invoice, order));
    const found = atTill.get(order.id) ?? [];
    const crossing = judgeCrossing(order, found, crosswalk);
    orders.duplicated += crossing.surplus;
    if (crossing.surplus > 0) findings.push(`${name} has ${crossing.surplus} Sitoo orders too many`);

    if (held.has(order.id)) orders.held++;
    else if (crossing.missing > 0) {
      orders.lost++;
      findings.push(`${name} is due and not held, and ${crossing.missing} of its ${order.places.length} Sitoo orders are missing`);
    } else if (crossing.differences.length > 0) findings.push(`${name}: ${crossing.differences.join("; ")}`);
    else orders.confirmed++;

    if (held.has(order.id) || crossing.missing > 0) continue;
    sums.shop += order.total;
    sums.till += found.reduce((total, each) => total + each.total, 0);
    sums.shopVat += crossing.vat.shop;
    sums.tillVat += crossing.vat.till;
    sums.roundingRows += crossing.vat.roundingRows;
  }
  return {
    orders,
    money: { shop: pounds(sums.shop), pos: pounds(sums.till), difference: pounds(sums.till - sums.shop) },
    vat: { shop: pounds(sums.shopVat), pos: pounds(sums.tillVat), roundingRows: sums.roundingRows },
    findings,
  };
}

/** The shop's order is the file's invoice: units of every code it sells. */
function fileDiffers(invoice: Invoice, order: ShopDumpOrder): string[] {
  const inFile = new Map<string, number>();
  const inShop = new Map<string, number>();
  for (const { code, quantity, unitPrice } of invoice.lines)
    if (/^[0-9]/.test(code) && quantity > 0 && !unitPrice.startsWith("-")) inFile.set(code, (inFile.get(code) ?? 0) + quantity);
  for (const { sku, quantity } of order.rows) if (sku !== null) inShop.set(sku, (inShop.get(sku) ?? 0) + quantity);
  return [...new Set([...inFile.keys(), ...inShop.keys()])]
    .filter((sku) => inFile.get(sku) !== inShop.get(sku))
    .map((sku) => `#${invoice.id}: ${inFile.get(sku) ?? 0} units of ${sku} in the file, ${inShop.get(sku) ?? 0} in the shop`);
}

/** What a replay promises on any file; each broken promise in words. */
export function brokenPromises({ orders, money, released }: Pick<Report, "orders" | "money" | "released">): string[] {
  const { placed, confirmed, held, deferred, lost, duplicated } = orders;
  const promises: [boolean, string][] = [
    [lost === 0, `${lost} orders are lost`],
    [duplicated === 0, `${duplicated} Sitoo orders are duplicates`],
    [money.difference === "0.00", `the money differs by ${money.difference}`],
    [placed === confirmed + held + deferred, `${placed} placed are not ${confirmed} confirmed + ${held} held + ${deferred} deferred`],
    [released.previewed === released.released, `${released.previewed} were previewed and ${released.released} released`],
    [released.stillHeld === 0, `${released.stillHeld} released orders are still held`],
  ];
  return promises.filter(([kept]) => !kept).map(([, broken]) => broken);
}
