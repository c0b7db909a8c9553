import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { readTraffic, steerTraffic } from "@/lib/commands/demo-traffic";
import { readJson } from "@/lib/commands/read-json";
import { env } from "@/lib/env";

function simulator(): string {
  if (!env.PARITY_DEMO || !env.PARITY_SIMULATORS) throw new AppError("not-found", "Only the demo has traffic of its own.");
  return env.PARITY_SIMULATORS.sitoo;
}

export const GET = answerApi("records:read", async () => readTraffic(simulator()));
export const POST = answerApi("records:read", async (request, actor) => steerTraffic(simulator(), actor, await readJson(request)));
