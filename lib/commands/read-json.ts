import { AppError } from "@/lib/app-error";

/** The body of a request as JSON; anything else is the sender's mistake. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    const text = await request.text();
    return JSON.parse(text, text.includes("\\u0000") ? refuseNul : undefined);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new AppError("invalid", "The request holds no readable JSON.");
    throw cause;
  }
}

/** Nothing here keeps a NUL. */
function refuseNul(_: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\0")) throw new AppError("invalid", "The request holds a character that is no text.");
  return value;
}
