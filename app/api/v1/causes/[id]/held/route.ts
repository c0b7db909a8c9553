import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { listHeld } from "@/lib/data/causes";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("exceptions:read", async (request, _, { params }: Context) => {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) throw new AppError("not-found", "This cause does not exist.");
  const offset = Math.max(0, Number(new URL(request.url).searchParams.get("offset") ?? 0) || 0);
  return { held: await listHeld(id, { limit: 100, offset }) };
});
