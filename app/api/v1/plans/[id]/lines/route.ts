import { answerApi } from "@/lib/auth/answer-api";
import { LineFilter, listPlanLines } from "@/lib/data/plan-view";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("exceptions:read", async (request, _, { params }: Context) => {
  const filter = LineFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { lines: await listPlanLines((await params).id, filter) };
});
