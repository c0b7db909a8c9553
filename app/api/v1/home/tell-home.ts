import { countCauses, listCauses } from "@/lib/data/causes";
import { listFlowHealth } from "@/lib/data/flow-health";
import { countOrders } from "@/lib/data/orders";
import { shareFor } from "@/lib/data/share-for";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { describeCause } from "@/lib/domain/exceptions/view";
import { OrderFilter } from "@/lib/domain/orders/order-filter";

/** The same for everybody, so many open pages ask for it once. */
const shareFlows = shareFor(2_000, listFlowHealth);

/** The state of everything, each figure by the same query as the list that it opens. */
export async function tellHome(actorId: string) {
  const causes = (filter: Partial<CauseFilter>) => countCauses(CauseFilter.parse(filter), actorId);
  const orders = (filter: Partial<OrderFilter>) => countOrders(OrderFilter.parse(filter));
  const [broken, atRisk, held, healed, open, mine, unowned, oversold, flows, [costliest]] = await Promise.all([
    orders({ promise: "broken" }),
    orders({ promise: "today" }),
    orders({ state: "held" }),
    orders({ healed: "today" }),
    causes({}),
    causes({ owner: "me" }),
    causes({ owner: "nobody" }),
    causes({ kind: "oversold" }),
    shareFlows(),
    listCauses(CauseFilter.parse({}), actorId, { limit: 1 }),
  ]);
  return {
    broken: broken.orders,
    atRisk: atRisk.orders,
    held,
    healed: healed.orders,
    causes: { open: open.causes, mine: mine.causes, unowned: unowned.causes, oversold: oversold.causes },
    first: costliest ? { id: costliest.id, sentence: describeCause(costliest).sentence } : null,
    flows,
    asOf: new Date(),
  };
}
