import bcrypt from "bcryptjs";
import { z } from "zod";

const cost = 12;
/** The hash of nobody: an unknown address takes as long as a wrong password. */
const nobody = "$2b$12$nbjRH70GsGoVV.iUfiObfOzMu4nBJ6BOzrNq4L5Eh7kXT7z3s8o5O";

/** bcrypt reads 72 bytes; what lies beyond would not be checked, so it is refused. */
export const Password = z
  .string()
  .min(12, "Use at least 12 characters.")
  .refine((text) => Buffer.byteLength(text) <= 72, "Use at most 72 characters.");

export const hashPassword = (password: string): Promise<string> => bcrypt.hash(password, cost);

export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const equal = await bcrypt.compare(password, hash ?? nobody);
  return equal && hash !== null;
}
