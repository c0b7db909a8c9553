import { answerApi } from "@/lib/auth/answer-api";
import { search } from "@/lib/data/search";

const hrefOf = {
  order: (shopId: string, key: string) => `/orders/${shopId}/${encodeURIComponent(key)}`,
  product: (shopId: string, key: string) => `/mappings?shop=${shopId}&q=${encodeURIComponent(key)}`,
  cause: (_: string, key: string) => `/inbox?cause=${key}`,
};

export const GET = answerApi("records:read", async (request) => {
  const found = await search(new URL(request.url).searchParams.get("q") ?? "");
  return { results: found.map(({ kind, label, detail, key, shopId }) => ({ kind, label, detail, href: hrefOf[kind](shopId, key) })) };
});
