import { answerApi } from "@/lib/auth/answer-api";
import { lookUpTillOrder } from "@/lib/commands/link-order";

type Context = { params: Promise<{ shop: string; order: string }> };

/** What the till holds under a number, beside this web order. Asks the till itself. */
export const GET = answerApi("exceptions:release", async (request, actor, { params }: Context) => {
  const { shop, order } = await params;
  const number = new URL(request.url).searchParams.get("number") ?? "";
  return lookUpTillOrder(actor, { shopId: shop, orderId: decodeURIComponent(order), number });
});
