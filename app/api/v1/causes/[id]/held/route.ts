import { answerApi } from "@/lib/auth/answer-api";
import { listHeld } from "@/lib/data/causes";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("exceptions:read", async (request, _, { params }: Context) => {
  const offset = Math.max(0, Number(new URL(request.url).searchParams.get("offset") ?? 0) || 0);
  return { held: await listHeld((await params).id, { limit: 100, offset }) };
});
