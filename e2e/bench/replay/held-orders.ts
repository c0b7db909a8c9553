import { listHeldOrders } from "@/lib/data/held-orders";
import { listOpenCauses } from "./fix-causes";

/** Shop order ids that Parity says it holds, each with a cause that a person can see. */
export async function listHeldIds(): Promise<Set<string>> {
  const causes = await listOpenCauses();
  return new Set((await listHeldOrders(causes.map(({ id }) => id))).map(({ orderId }) => orderId));
}
