import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { countSkuMappings, listSkuMappings, MappingFilter } from "@/lib/data/mappings";

const pageSize = 200;

export const GET = answerApi("mappings:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filter = MappingFilter.parse(params);
  if (filter.shop === "") throw new AppError("invalid", "Choose a shop.");
  const offset = Math.max(0, Number(params.offset ?? 0) || 0);
  const [rows, counts] = await Promise.all([
    listSkuMappings(filter.shop, filter, { limit: pageSize, offset }),
    countSkuMappings(filter.shop, filter.q),
  ]);
  return { rows, counts, asOf: new Date() };
});
