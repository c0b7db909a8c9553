import { answerApi } from "@/lib/auth/answer-api";
import { countCauses, listCauses } from "@/lib/data/causes";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { describeCause } from "@/lib/domain/exceptions/view";

/** The inbox: one page by impact, and the totals of the same filter. */
export const GET = answerApi("exceptions:read", async (request, actor) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filter = CauseFilter.parse(params);
  const offset = Math.max(0, Number(params.offset ?? 0) || 0);
  const [causes, totals] = await Promise.all([listCauses(filter, actor.id, { offset }), countCauses(filter, actor.id)]);
  return { causes: causes.map(describeCause), totals, asOf: new Date() };
});
