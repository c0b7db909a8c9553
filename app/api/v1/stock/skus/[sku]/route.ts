import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { showSku } from "@/lib/commands/show-sku";

type Context = { params: Promise<{ sku: string }> };

/** One web SKU at every location: the till, what is set aside, what may be sold and what the web offers. */
export const GET = answerApi("stock:read", async (_, __, { params }: Context) => {
  const { sku } = await params;
  const stock = await showSku(decodeURIComponent(sku));
  if (!stock) throw new AppError("not-found", "No shop sells this SKU.");
  return stock;
});
