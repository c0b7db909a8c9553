import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { type CommandName, commands } from "@/lib/commands/all";
import { readJson } from "@/lib/commands/read-json";

type Context = { params: Promise<{ name: string }> };

export const POST = answerApi("office:read", async (request, actor, { params }: Context) => {
  const { name } = await params;
  if (!Object.hasOwn(commands, name)) throw new AppError("not-found", "There is no such command.");
  return { answer: (await commands[name as CommandName].execute(actor, await readJson(request))) ?? null };
});
