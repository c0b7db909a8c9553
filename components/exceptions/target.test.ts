import { expect, test } from "vitest";

import type { ListedCause } from "@/components/query/cause-answers";
import { CauseFilter } from "@/lib/domain/exceptions/cause";

import { stillShown, targetOf, targetOfAll } from "./target";

const row = (id: string) => ({ id, sentence: `${id} is wrong` }) as ListedCause;
const rows = [row("a"), row("b"), row("c")];

test("one cause is named, several are counted", () => {
  expect(targetOf(["b"], rows)).toMatchObject({ scope: { ids: ["b"] }, expected: 1, said: "b is wrong" });
  expect(targetOf(["b", "z"], rows)).toMatchObject({ expected: 2, said: "2 selected causes" });
  expect(targetOf(["b", "z"], rows).known.map(({ id }) => id)).toEqual(["b"]);
});

test("everything that matches says its filter and what is left out", () => {
  const filter = CauseFilter.parse({ state: "snoozed" });
  const target = targetOfAll({ rows, filter, matching: 214, except: ["a"], parts: ["assigned to nobody"] });
  expect(target).toMatchObject({
    scope: { filter, expected: 213, except: ["a"] },
    expected: 213,
    said: "All 214 snoozed causes but 1 · assigned to nobody",
  });
  expect(target.known.map(({ id }) => id)).toEqual(["b", "c"]);
});

test("what left the list is not selected any more; all stays all", () => {
  expect(stillShown({ of: "keys", keys: new Set(["a", "z"]) }, rows)).toEqual({ of: "keys", keys: new Set(["a"]) });
  const all = { of: "all", except: new Set(["z"]) } as const;
  expect(stillShown(all, rows)).toBe(all);
});
