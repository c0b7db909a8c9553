import { AppError } from "@/lib/app-error";

/** The body of a request as JSON; anything else is the sender's mistake. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new AppError("invalid", "The request holds no readable JSON.");
    throw cause;
  }
}
