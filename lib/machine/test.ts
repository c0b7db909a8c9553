import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { ensureBuild, ensureClient } from "./build";
import { root } from "./root";
import { seconds } from "./stages";
import { addTallies, readPlaywrightReport, readVitestReport, type Tally } from "./tally";

const reports = mkdtempSync(path.join(tmpdir(), "parity-reports-"));
const build = { root, logFolder: reports, note: (line: string) => console.log(line) };

/** Every stage runs, whatever failed before it; a stage without tests of its own counts as one. */
async function main(): Promise<Tally> {
  const tallies: Tally[] = [];
  const stage = async (name: string, work: () => Promise<Tally>) => {
    const began = performance.now();
    console.log(`\n… ${name}`);
    const tally = await work().catch((cause: Error): Tally => ({ passed: 0, failed: 1, skipped: [], why: cause.message }));
    if (tally.why) console.error(tally.why);
    console.log(
      `${tally.failed === 0 ? "✓" : "✗"} ${name.padEnd(24)}${seconds(began)}  ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`,
    );
    tallies.push(tally);
  };

  await stage("Database client", async () => ensureClient(build).then(() => asOne(true)));
  await stage("Type check", async () => asOne((await run("next", ["typegen"])) === 0 && (await run("tsc", ["--noEmit"])) === 0));
  await stage("Lint and format", async () => asOne((await run("biome", ["check", "."])) === 0));
  await stage("Unit and integration", async () => {
    const report = path.join(reports, "vitest.json");
    const code = await run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
    return readVitestReport(report, code, root);
  });
  await stage("Production build", async () => ensureBuild(build).then(() => asOne(true)));
  await stage("Browser journeys", async () => {
    const report = path.join(reports, "playwright.json");
    const args = ["test", "--config=e2e/playwright.config.ts", "--pass-with-no-tests"];
    const code = await run("playwright", args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return readPlaywrightReport(report, code);
  });
  return addTallies(tallies);
}

function asOne(isGreen: boolean): Tally {
  return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: [] };
}

/** One of the packages' own programs, its words shown as they come. */
function run(program: string, args: string[], more: Record<string, string> = {}): Promise<number> {
  const env = { ...process.env, NODE_ENV: "test" as const, NEXT_TELEMETRY_DISABLED: "1", ...more };
  const child = spawn(process.execPath, [path.join(root, "node_modules/.bin", program), ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", reject);
  });
}

const total = await main().finally(() => rmSync(reports, { recursive: true, force: true }));
if (total.skipped.length > 0) console.log(`\n${total.skipped.length} skipped:\n${total.skipped.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
