import { answerApi } from "@/lib/auth/answer-api";
import { readKeyset } from "@/lib/data/keyset";
import { listRecords } from "@/lib/data/runs";
import { RecordFilter } from "@/lib/domain/records/record-filter";

export const GET = answerApi("records:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return { ...(await listRecords(RecordFilter.parse(params), readKeyset(params.after))), asOf: new Date() };
});
