import type { Actor } from "@/lib/auth/permissions";
import { roleNames } from "@/lib/auth/permissions";
import { connectors } from "@/lib/connectors/registry";
import { listOrdersAtTill, listOrdersComing, listStoreStock } from "@/lib/data/store-orders";
import { sayCause } from "@/lib/domain/exceptions/verdict";
import { customerOf, maskCustomer } from "@/lib/domain/orders/mask-person";
import { endOf, sayStock, stageOf } from "@/lib/domain/orders/store-order";

/** What a store has to do for web customers, and whether the website can be believed. Only its own places. */
export async function tellStore({ places }: Pick<Actor, "places">, q: string) {
  const now = new Date();
  const [atTill, coming, stock] = await Promise.all([listOrdersAtTill(places, q), listOrdersComing(places, q), listStoreStock(places)]);
  const here = atTill.map(({ posPlatform, told, request, ...order }) => {
    const newsIn = connectors[posPlatform]?.newsIn;
    const news = told.map(({ topic, body }) => newsIn?.(topic, body) ?? null);
    const stage = stageOf(news);
    const readyAt = told[news.indexOf("ready")]?.at;
    const ended = told[news.findLastIndex((word) => word === "delivered" || word === "cancelled" || word === "closed")]?.at;
    return {
      ...order,
      stage,
      readyAt: readyAt === undefined ? null : new Date(readyAt),
      endedAt: stage === "done" && ended !== undefined ? new Date(ended) : null,
      ended: endOf(news),
      isPickup: request.delivery === null,
      customer: maskCustomer({
        name: `${request.firstName} ${request.lastName}`.trim(),
        email: "",
        phone: "",
        billing: null,
        shipping: null,
      }).name,
      lines: request.rows
        .filter(({ shopTax, sku }) => sku !== "" && shopTax >= 0)
        .map(({ title, quantity, sku }) => ({ title, quantity, sku })),
      why: "",
      heldSince: null,
      helper: "",
    };
  });
  const underWay = coming.map(({ source, causes, reason, posName, state, ...order }) => {
    const [first] = causes;
    return {
      ...order,
      stage: "coming" as const,
      readyAt: null,
      endedAt: null,
      ended: null,
      atTillSince: null,
      remoteId: null,
      placeName: [...new Set(source.allocations.map(({ locationName }) => locationName))].join(", "),
      isPickup: source.allocations.some(({ method }) => method === "pickup"),
      customer: maskCustomer(customerOf(source)).name,
      lines: source.lines.filter(({ quantity }) => quantity > 0).map(({ title, quantity, sku }) => ({ title, quantity, sku: sku ?? "" })),
      why: first ? sayCause(first, { shop: order.shopName, pos: posName }) : state === "ready" ? "It is on its way to the till" : reason,
      heldSince: first ? new Date(first.heldAt) : null,
      helper: first ? (first.ownerName ?? `${roleNames[first.ownerRole as keyof typeof roleNames] ?? "Head office"} team`) : "",
    };
  });
  return { orders: [...underWay, ...here], stock: stock.map((each) => ({ ...each, ...sayStock(each, now) })), asOf: now };
}
