import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Skipped tests go by their names. `why` is shown where a stage failed without saying so itself. */
export type Tally = { passed: number; failed: number; skipped: string[]; why?: string };

const Vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

type Spec = { title: string; file: string; tests: { status: string }[] };
type Suite = { specs: Spec[]; suites?: Suite[] | undefined };
const PlaywrightSuite: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});
const Playwright = z.object({ suites: z.array(PlaywrightSuite), errors: z.array(z.object({ message: z.string().optional() })) });

/** A file that could not even be loaded counts as one failed test. */
export function readVitestReport(file: string, exitCode: number, root: string): Tally {
  if (!existsSync(file)) return noReport("Vitest");
  const { testResults } = Vitest.parse(JSON.parse(readFileSync(file, "utf8")));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: path.relative(root, name) })),
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failed = tests.filter(({ status }) => status === "failed").length + unloaded.length;
  const passed = tests.filter(({ status }) => status === "passed").length;
  const skipped = tests
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ file: where, fullName }) => `${where}: ${fullName}`);
  return atLeastOneFailure({ passed, failed, skipped }, exitCode);
}

export function readPlaywrightReport(file: string, exitCode: number): Tally {
  if (!existsSync(file)) return noReport("Playwright");
  const { suites, errors } = Playwright.parse(JSON.parse(readFileSync(file, "utf8")));
  const specs = suites.flatMap(specsOf);
  const statuses = specs.flatMap(({ tests }) => tests.map(({ status }) => status));
  const skipped = specs
    .filter(({ tests }) => tests.some(({ status }) => status === "skipped"))
    .map((spec) => `${spec.file}: ${spec.title}`);
  const passed = statuses.filter((status) => status === "expected").length;
  const failed = statuses.filter((status) => status === "unexpected" || status === "flaky").length + errors.length;
  return atLeastOneFailure({ passed, failed, skipped }, exitCode);
}

export function addTallies(tallies: Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed), skipped: tallies.flatMap(({ skipped }) => skipped) };
}

function specsOf({ specs, suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function atLeastOneFailure(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0
    ? { ...tally, failed: 1, why: `it ended with exit code ${exitCode} although no test failed` }
    : tally;
}

function noReport(name: string): Tally {
  return { passed: 0, failed: 1, skipped: [], why: `${name} ended without a report` };
}
