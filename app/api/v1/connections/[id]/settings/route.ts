import { answerApi } from "@/lib/auth/answer-api";
import { showSettings } from "@/lib/commands/show-connections";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("connections:write", async (_, __, { params }: Context) => showSettings((await params).id));
