import { z } from "zod";

import type { PosOrderDraft } from "@/lib/domain/orders/pos-order";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { translate } from "../translate";
import { toSeconds } from "./amounts";
import { toPosOrder } from "./from-sitoo-order";
import { listAll } from "./paging";
import { SitooDone, SitooId, SitooOrder, sitooPage } from "./schemas";
import { toSitooOrder } from "./to-sitoo-order";

const fields = "orderid,externalid,orderstateid,warehouseid,currencycode,datereserved,moneytotal_gross_all,orderitems,additionaldata";
const states = { cancelled: 20 };
/** Ids further apart are asked for apart: between ours lie the sales of the tills. */
const widestSpan = 100;

export function posOrdersPort(http: Http, site: string): Ports["posOrders"] {
  async function listBetween(operation: string, query: Record<string, string | number | undefined>) {
    const { totalcount, items } = await http.send(
      operation,
      { method: "GET", path: `${site}/orders.json`, query: { ...query, sort: "orderid", fields } },
      sitooPage(SitooOrder),
    );
    return { totalcount, items: translate(http, operation, () => items.map(toPosOrder)) };
  }

  const change = (operation: string, id: string, json: object) =>
    http.send(operation, { method: "PUT", path: `${site}/orders/${encodeURIComponent(id)}.json`, json }, SitooDone).then(() => undefined);

  return {
    patienceMs: 10_000,

    async create(draft) {
      const json = sendable(http, draft);
      return http.send("posOrders.create", { method: "POST", path: `${site}/orders.json`, json }, SitooId);
    },

    async findByExternalId(externalId) {
      const { items } = await listBetween("posOrders.findByExternalId", { externalid: externalId, num: 2 });
      return items.find((order) => order.externalId === externalId) ?? null;
    },

    async findByNumber(number) {
      const text = number.trim().replace(/^#/, "");
      const isId = /^\d{1,15}$/.test(text);
      const [order] = isId ? (await listBetween("posOrders.findByNumber", { orderid: text, num: 1 })).items : [];
      if (order || text === "") return order ?? null;
      const { totalcount, items } = await listBetween("posOrders.findByNumber", { receiptid: text, num: 2 });
      return totalcount === 1 ? (items[0] ?? null) : null;
    },

    async listByIds(ids) {
      const wanted = new Set(ids);
      const groups = neighbours([...wanted].map((id) => z.coerce.number().int().parse(id)));
      const found = await Promise.all(
        groups.map(({ from, to }) => {
          const query = { orderidfrom: from, orderidto: to + 1, num: to - from + 1 };
          return listAll((start) => listBetween("posOrders.listByIds", { ...query, start }));
        }),
      );
      return found.flat().filter((order) => wanted.has(order.id));
    },

    async listFrom(id, limit) {
      return (await listBetween("posOrders.listFrom", { orderidfrom: id ?? undefined, num: limit })).items;
    },

    cancel: (id) => change("posOrders.cancel", id, { orderstateid: states.cancelled }),
    reserveUntil: (id, until) => change("posOrders.reserveUntil", id, { datereserved: toSeconds(until) }),
  };
}

/** Runs of ids that one question can cover. */
export function neighbours(ids: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const id of ids.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && id - run.from < widestSpan) run.to = id;
    else runs.push({ from: id, to: id });
  }
  return runs;
}

function sendable(http: Http, draft: PosOrderDraft) {
  try {
    return toSitooOrder(draft);
  } catch (error) {
    if (error instanceof RangeError) throw http.fail("posOrders.create", { kind: "refused", reason: error.message });
    throw error;
  }
}
