import { answerApi } from "@/lib/auth/answer-api";
import { listRuns, RunFilter } from "@/lib/data/runs";

export const GET = answerApi("records:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const before = new Date(params.before ?? "");
  return { runs: await listRuns(RunFilter.parse(params), Number.isNaN(before.getTime()) ? null : before), asOf: new Date() };
});
