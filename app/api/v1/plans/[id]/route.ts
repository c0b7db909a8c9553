import { answerApi } from "@/lib/auth/answer-api";
import { getPlanView } from "@/lib/data/plan-view";

type Context = { params: Promise<{ id: string }> };

export const GET = answerApi("exceptions:read", async (_, __, { params }: Context) => getPlanView((await params).id));
