import type { SerialError } from "./protocol";

/** Whatever the app sent as an error, in the members that survive. */
export function asError(body: unknown): SerialError {
  const parts = (typeof body === "object" && body !== null ? body : { message: String(body) }) as Partial<SerialError> & { error?: string };
  const { name = "Error", message = parts.error ?? "Unknown error", stack, cause } = parts;
  return { name, message, ...(stack && { stack }), ...(cause !== undefined && { cause }) };
}
