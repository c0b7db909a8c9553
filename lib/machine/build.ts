import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { waitForLock } from "./lock";
import { runCommand } from "./run-command";
import { hashSources } from "./source-hash";
import type { Log } from "./stages";

export type BuildOptions = { root: string; logFolder: string; note?: Log; signal?: AbortSignal | undefined };

const ROOM = "{app,components,inngest,lib,prisma,public}/**/*";
const ROOT_FILES = [
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "prisma.config.ts",
  "proxy.ts",
  "tsconfig.json",
];
const NOT_IN_THE_BUILD = ["**/*.test.{ts,tsx}", "lib/data/generated/**", "lib/machine/**", "lib/simulators/**", "inngest/local/**"];

/** The Prisma client for schema.prisma as it is now. Answers whether it had to be made. */
export async function ensureClient({ root, logFolder, note = () => undefined, signal }: BuildOptions): Promise<boolean> {
  const stamp = path.join(root, "lib/data/generated/schema-hash");
  const wanted = hashSources(root, ["prisma/schema.prisma", "package-lock.json"]);
  const lock = await waitForLock(`build ${root}`, { signal, onWait: () => note("another start is building; waiting for it") });
  try {
    if (readStamp(stamp) === wanted) return false;
    const args = ["node_modules/prisma/build/index.js", "generate"];
    await runCommand({ name: "prisma generate", args, cwd: root, logFile: path.join(logFolder, "generate.log"), signal });
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    await lock.release();
  }
}

/** The production build of the sources as they are now, one for all that run from this folder. Answers whether it had to be made. */
export async function ensureBuild({ root, logFolder, note = () => undefined, signal }: BuildOptions): Promise<boolean> {
  const stamp = path.join(root, ".next/parity-sources");
  const wanted = hashSources(root, [ROOM, ...ROOT_FILES], NOT_IN_THE_BUILD);
  const lock = await waitForLock(`build ${root}`, { signal, onWait: () => note("another start is building; waiting for it") });
  try {
    if (readStamp(stamp) === wanted) return false;
    rmSync(stamp, { force: true });
    const args = ["node_modules/next/dist/bin/next", "build"];
    const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await runCommand({ name: "next build", args, cwd: root, env, logFile: path.join(logFolder, "build.log"), signal });
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    await lock.release();
  }
}

function readStamp(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
