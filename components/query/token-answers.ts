import { z } from "zod";

const time = z.coerce.date();
const Token = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.string()),
  madeBy: z.string(),
  createdAt: time,
  expiresAt: time.nullable(),
  lastUsedAt: time.nullable(),
  revokedAt: time.nullable(),
});
export type ShownToken = z.infer<typeof Token>;

export const Tokens = z.object({ tokens: z.array(Token), asOf: time });
export const MadeToken = z.object({ id: z.string(), secret: z.string() });
