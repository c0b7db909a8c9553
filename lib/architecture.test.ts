import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** The map of the house: who may import whom. Every folder may import itself. */
const mayImport: Record<string, readonly string[]> = {
  "lib/env": [],
  "lib/app-error": [],
  "lib/process-wide": [],
  "lib/domain": [],
  "lib/connectors": ["lib/domain", "lib/process-wide"],
  "lib/simulators": ["lib/domain/money"],
  "lib/data": ["lib/domain", "lib/env", "lib/app-error"],
  "lib/auth": ["lib/domain", "lib/data", "lib/env", "lib/app-error"],
  "inngest/local": ["lib/machine/ports"],
  inngest: ["lib/domain", "lib/connectors", "lib/data", "lib/env"],
  "lib/commands": ["lib/domain", "lib/connectors", "lib/data", "lib/auth", "lib/env", "lib/app-error", "inngest/client", "inngest/events"],
  components: ["lib/domain", "lib/auth/permissions"],
  app: [
    "components",
    "lib/domain",
    "lib/data",
    "lib/auth",
    "lib/commands",
    "lib/connectors/registry",
    "lib/app-error",
    "lib/env",
    "inngest",
    "prisma/seed/people",
  ],
  "lib/machine": ["lib/env", "lib/process-wide", "lib/data", "prisma"],
  prisma: [
    "lib/machine",
    "lib/data",
    "lib/connectors",
    "lib/domain",
    "lib/auth/passwords",
    "lib/auth/permissions",
    "lib/env",
    "inngest/functions",
  ],
};

/** Things with one door. */
const onlyIn: Record<string, RegExp> = {
  "@/lib/data/generated|@prisma/": /^(lib\/data\/|prisma\/)/,
  "process\\.env": /^(lib\/env\.ts$|lib\/machine\/|inngest\/local\/|prisma\/)/,
  "\\bfetch\\(": /^(lib\/connectors\/http|components\/query\/|lib\/simulators\/|lib\/machine\/|prisma\/seed|inngest\/local\/test-app)/,
  "\\bdb\\.[a-zA-Z$]+\\.(find|create|update|delete|upsert|count)": /^lib\/data\//,
};

const files = ["app", "components", "inngest", "lib", "prisma"]
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: "utf8" }).map((file) => `${top}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/test-[^/]+\.tsx?$|\/generated\//.test(file));

const zoneOf = (file: string) =>
  Object.keys(mayImport)
    .filter((name) => file.startsWith(`${name}/`) || file === `${name}.ts`)
    .sort((a, b) => b.length - a.length)[0];

describe("who may import whom", () => {
  test.each(files)("%s", (file) => {
    const zone = zoneOf(file);
    expect(zone, "a folder on the map").toBeDefined();
    const allowed = [zone!, ...mayImport[zone!]!];
    expect(importsOf(file).filter((to) => !allowed.some((name) => to === name || to.startsWith(`${name}/`)))).toEqual([]);
  });
});

describe("things with one door", () => {
  test.each(Object.entries(onlyIn))("%s", (pattern, door) => {
    expect(files.filter((file) => !door.test(file) && new RegExp(pattern).test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

test("no bags", () => {
  expect(files.filter((file) => /\/(utils?|helpers?|common|types|misc)(\/|\.tsx?$)/.test(file))).toEqual([]);
});

function importsOf(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(/(?:from|import)\s+\(?["'](@\/|\.{1,2}\/)([^"']+)["']/g);
  return [...found].map(([, start, rest]) => (start === "@/" ? rest! : path.posix.join(path.dirname(file), start! + rest!)));
}
