import { answerApi } from "@/lib/auth/answer-api";
import { readJson } from "@/lib/commands/read-json";
import { previewRelease } from "@/lib/commands/release";

export const POST = answerApi("exceptions:work", async (request, actor) => previewRelease(actor, await readJson(request)));
