import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { listSafeMatches, MappingFilter } from "@/lib/data/mappings";

/** Gaps of the same filter whose barcode exactly one product of the till carries. */
export const GET = answerApi("mappings:read", async (request) => {
  const filter = MappingFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  if (filter.shop === "") throw new AppError("invalid", "Choose a shop.");
  return { matches: await listSafeMatches(filter.shop, filter) };
});
