import { answerApi } from "@/lib/auth/answer-api";
import { countCauses } from "@/lib/data/causes";
import { CauseFilter } from "@/lib/domain/exceptions/cause";

/** What a filter finds in all. Apart from the list, which must not wait for it. */
export const GET = answerApi("exceptions:read", (request, actor) =>
  countCauses(CauseFilter.parse(Object.fromEntries(new URL(request.url).searchParams)), actor.id),
);
