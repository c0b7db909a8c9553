import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { LineFilter, listPlanLines } from "@/lib/data/plan-view";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("exceptions:read", async (request, _, { params }: Context) => {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) throw new AppError("not-found", "This release does not exist.");
  const filter = LineFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { lines: await listPlanLines(id, filter) };
});
