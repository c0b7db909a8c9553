import { answerApi } from "@/lib/auth/answer-api";
import { listCauses } from "@/lib/data/causes";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { listCause } from "@/lib/domain/exceptions/view";

/** The inbox: one page by impact. */
export const GET = answerApi("exceptions:read", async (request, actor) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const offset = Math.max(0, Number(params.offset ?? 0) || 0);
  const causes = await listCauses(CauseFilter.parse(params), actor.id, { offset });
  return { causes: causes.map(listCause), asOf: new Date() };
});
