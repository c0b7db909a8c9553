import { answerApi } from "@/lib/auth/answer-api";
import { readKeyset } from "@/lib/data/keyset";
import { listRuns } from "@/lib/data/runs";
import { RunFilter } from "@/lib/domain/records/record-filter";

export const GET = answerApi("records:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return { ...(await listRuns(RunFilter.parse(params), readKeyset(params.after))), asOf: new Date() };
});
