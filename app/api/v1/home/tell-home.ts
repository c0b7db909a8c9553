import { countCauses, listCauses } from "@/lib/data/causes";
import { listFlowHealth } from "@/lib/data/flow-health";
import { countOrders } from "@/lib/data/orders";
import { shareFor } from "@/lib/data/share-for";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { describeCause } from "@/lib/domain/exceptions/view";
import { OrderFilter } from "@/lib/domain/orders/order-filter";
import { isLate } from "@/lib/domain/records/flow-health";
import { sayBottleneck } from "@/lib/domain/records/say-bottleneck";

import { tellStores } from "./tell-stores";

/** The same for everybody, so many open pages ask for it once. */
const shareFlows = shareFor(2_000, () => listFlowHealth());
const shareStores = shareFor(2_000, () => tellStores());

/** The state of everything, each figure by the same query as the list that it opens. */
export async function tellHome(actorId: string) {
  const causes = (filter: Partial<CauseFilter>) => countCauses(CauseFilter.parse(filter), actorId);
  const orders = (filter: Partial<OrderFilter>) => countOrders(OrderFilter.parse(filter));
  const [broken, atRisk, held, open, mine, unowned, oversold, silent, flows, stores, [costliest]] = await Promise.all([
    orders({ promise: "broken" }),
    orders({ promise: "today" }),
    orders({ state: "held" }),
    causes({}),
    causes({ owner: "me" }),
    causes({ owner: "nobody" }),
    causes({ kind: "oversold" }),
    causes({ kind: "store-silent" }),
    shareFlows(),
    shareStores(),
    listCauses(CauseFilter.parse({}), actorId, { limit: 1 }),
  ]);
  const now = new Date();
  return {
    broken: broken.orders,
    atRisk: atRisk.orders,
    held,
    causes: { open: open.causes, mine: mine.causes, unowned: unowned.causes, oversold: oversold.causes, silent: silent.causes },
    first: costliest ? { id: costliest.id, sentence: describeCause(costliest).sentence } : null,
    flows: flows.map(({ parts, ...flow }) => ({ ...flow, isLate: isLate(flow, now), bottleneck: sayBottleneck({ ...flow, parts }) })),
    stores,
    asOf: now,
  };
}
