import { z } from "zod";

import { post } from "./api";

/** One change by its name, as the command of that name takes it. */
export async function runCommand<T>(name: string, input: object, answer: z.ZodType<T>): Promise<T> {
  return (await post(z.object({ answer }), `/api/v1/commands/${name}`, input)).answer;
}

/** The answer of commands that have nothing to tell. */
export const Nothing = z.null();
