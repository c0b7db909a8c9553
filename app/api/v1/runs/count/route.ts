import { answerApi } from "@/lib/auth/answer-api";
import { countRuns } from "@/lib/data/runs";
import { RunFilter } from "@/lib/domain/records/record-filter";

export const GET = answerApi("records:read", async (request) => ({
  runs: await countRuns(RunFilter.parse(Object.fromEntries(new URL(request.url).searchParams))),
}));
