import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

import { root } from "./root";

/** `env` is what the browser needs besides its flags; only the packaged one needs any. */
export type FoundBrowser = { executablePath: string; args: string[]; env: Record<string, string> };

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Playwright's own Chromium where it is installed, else the system's, else the one that came with the packages. */
export async function findBrowser(): Promise<FoundBrowser> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
  const own = chromium.executablePath();
  const executablePath = existsSync(own) ? own : findOnSystem();
  return executablePath ? { executablePath, args, env: {} } : unpackBrowser(args);
}

/** @sparticuz/chromium unpacks into TMPDIR; ours is kept with the packages, so that no other user's copy is in the way. */
async function unpackBrowser(args: string[]): Promise<FoundBrowser> {
  const folder = path.join(root, "node_modules/.cache/browser");
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    const lacksLibraries = spawnSync("ldd", [executablePath], { encoding: "utf8" }).stdout?.includes("not found");
    const libraries = path.join(folder, "al2023/lib");
    if (lacksLibraries && !existsSync(libraries)) await inflate(path.join(root, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
    const env = {
      ...(lacksLibraries && { LD_LIBRARY_PATH: libraries }),
      ...(!existsSync("/etc/fonts") && { FONTCONFIG_PATH: path.join(folder, "fonts") }),
    };
    // It comes without the sandbox helper, whoever runs it.
    return { executablePath, args: [...new Set(["--no-sandbox", "--no-zygote", ...args])], env };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function findOnSystem(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...elsewhere];
  return candidates.find(mayRun);
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
