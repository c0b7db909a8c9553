import { expect, test } from "vitest";

import { readOptions, WrongUsage } from "./options";

test("a file is enough, and everything can be said", () => {
  expect(readOptions(["a.csv"])).toEqual({ file: "a.csv", unknownSkus: 0, faults: "none", seed: 1, quota: "none", json: false });
  const all = "a.csv --unknown-skus 5 --faults lost-answers --seed 7 --rate 2.5 --dump out --quota real --json".split(" ");
  expect(readOptions(all)).toEqual({
    file: "a.csv",
    unknownSkus: 5,
    faults: "lost-answers",
    seed: 7,
    rate: 2.5,
    quota: "real",
    dump: "out",
    json: true,
  });
});

test("what is not understood is said, with the usage", () => {
  const wrong = (line: string) => () => readOptions(line.split(" ").filter(Boolean));
  expect(wrong("")).toThrow(/^usage: npm run replay/);
  expect(wrong("a.csv b.csv")).toThrow(/^usage:/);
  expect(wrong("a.csv --faults many")).toThrow(/^--faults cannot be many\.\nusage:/);
  expect(wrong("a.csv --unknown-skus five")).toThrow(/^--unknown-skus cannot be five/);
  expect(wrong("a.csv --rate 0")).toThrow(/^--rate cannot be 0/);
  expect(wrong("a.csv --fast")).toThrow(WrongUsage);
});
