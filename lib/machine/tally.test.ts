import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

import { addTallies, readPlaywrightReport, readVitestReport } from "./tally";

const folder = mkdtempSync(path.join(tmpdir(), "parity-tally-"));
function report(content: unknown): string {
  const file = path.join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const assertion = (fullName: string, status: string) => ({ fullName, status });

test("vitest: a file that cannot be loaded is a failure, a skipped test has a name", () => {
  const file = report({
    testResults: [
      { name: "/house/a.test.ts", status: "passed", assertionResults: [assertion("adds", "passed"), assertion("waits", "skipped")] },
      { name: "/house/b.test.ts", status: "failed", assertionResults: [] },
      { name: "/house/c.test.ts", status: "failed", assertionResults: [assertion("breaks", "failed"), assertion("later", "todo")] },
    ],
  });
  expect(readVitestReport(file, 1, "/house")).toEqual({ passed: 1, failed: 2, skipped: ["a.test.ts: waits", "c.test.ts: later"] });
});

test("vitest: an exit code that no test explains is a failure", () => {
  const file = report({ testResults: [{ name: "/house/a.test.ts", status: "passed", assertionResults: [assertion("adds", "passed")] }] });
  expect(readVitestReport(file, 1, "/house")).toMatchObject({ passed: 1, failed: 1 });
  expect(readVitestReport(file, 0, "/house")).toMatchObject({ passed: 1, failed: 0 });
});

test("playwright: nested suites are counted, an error outside of tests too", () => {
  const spec = (title: string, status: string) => ({ title, file: "orders.spec.ts", tests: [{ status }] });
  const suites = [{ specs: [spec("one", "expected")], suites: [{ specs: [spec("two", "unexpected"), spec("three", "skipped")] }] }];
  expect(readPlaywrightReport(report({ suites, errors: [] }), 1)).toEqual({ passed: 1, failed: 1, skipped: ["orders.spec.ts: three"] });
  expect(readPlaywrightReport(report({ suites: [], errors: [{ message: "no house" }] }), 1)).toMatchObject({ passed: 0, failed: 1 });
});

test("no report is a failure", () => {
  expect(addTallies([readVitestReport(path.join(folder, "none"), 0, "/"), readPlaywrightReport(path.join(folder, "none"), 0)]).failed).toBe(
    2,
  );
});
