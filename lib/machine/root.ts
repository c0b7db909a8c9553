import path from "node:path";
import { fileURLToPath } from "node:url";

/** Where package.json is. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
