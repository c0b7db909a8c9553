import type { OrderContext } from "./order-context";
import type { OrderPlan } from "./plan-order";
import { withUnitsTaken } from "./route-order";
import type { ShopOrder } from "./shop-order";

/** What the next order of a batch finds after this one. */
export function afterOrder(context: OrderContext, order: ShopOrder, plan: OrderPlan): OrderContext {
  if (plan.verdict !== "goes" || !plan.route || !context.routing) return context;
  return { ...context, routing: withUnitsTaken(context.routing, order, plan.route) };
}
