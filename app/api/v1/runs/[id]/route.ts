import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { getRun } from "@/lib/data/runs";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("records:read", async (_, __, { params }: Context) => {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) throw new AppError("not-found", "There is no such run.");
  return getRun(id);
});
