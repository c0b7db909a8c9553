import { answerApi } from "@/lib/auth/answer-api";
import { countRecords } from "@/lib/data/runs";
import { RecordFilter } from "@/lib/domain/records/record-filter";

/** How many a filter finds, by outcome. Apart from the list, which must not wait for it. */
export const GET = answerApi("records:read", async (request) => ({
  outcomes: await countRecords(RecordFilter.parse(Object.fromEntries(new URL(request.url).searchParams))),
}));
