import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { getConnection } from "@/lib/data/connections";
import { markOrders } from "@/lib/data/order-lanes";
import { ShopOrderId } from "@/lib/domain/ids";

import { command } from "./command";

/** Read this order anew and bring the till to what it says: what the shop's own message would have done. */
export const lookAtOrder = command({
  action: "order.look",
  needs: "exceptions:release",
  input: z.object({ shopId: z.uuid(), orderId: ShopOrderId }),
  async run(tx, { shopId, orderId }) {
    const shop = await getConnection(shopId);
    if (shop.role !== "shop" || !shop.posId) throw new AppError("invalid", "Only the orders of a shop can be looked at.");
    if (shop.isPaused) throw new AppError("conflict", `${shop.name} is paused. Resume it first.`);
    await markOrders(tx, { id: shop.id, posId: shop.posId }, [{ orderId }]);
    return { subject: `order:${shopId}:${orderId}`, change: {}, answer: undefined };
  },
});
