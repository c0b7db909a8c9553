import type { z } from "zod";

/** The first message per field, keyed by its path: `lines.2.sku`. */
export const fieldsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join("."), issue.message]));
