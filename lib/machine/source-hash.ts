import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** One hash over the content of files; `patterns` and `except` are globs below `root`. */
export function hashSources(root: string, patterns: string[], except: string[] = []): string {
  const names = globSync(patterns, { cwd: root, exclude: except, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const hash = createHash("sha256");
  for (const name of [...new Set(names)].sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(path.join(root, name)))
      .update("\0");
  return hash.digest("hex");
}
