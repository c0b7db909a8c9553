import { describe, expect, test } from "vitest";

import { mergeArrivals } from "./merge-arrivals";
import { planUndo } from "./plan-undo";
import { failureOf, resultOf, sayDifference, sayDone, sayFailed, saySkipped } from "./result";
import { addSample, type Sample, sayPace } from "./say-pace";

describe("the result of an action", () => {
  const skipped = [
    { id: "a", why: "It is resolved" },
    { id: "b", why: "It is resolved" },
    { id: "c", why: "It does not exist any more" },
  ];
  test("done, skipped by reason, failed", () => {
    const result = resultOf({ do: "take" }, { done: ["x"], skipped }, 4);
    expect(sayDone(result)).toBe("1 cause taken");
    expect(saySkipped(result)).toBe("3 skipped: 2 are resolved, 1 does not exist any more");
    expect(sayFailed(result)).toBeNull();
    expect(sayDifference(result)).toBeNull();
  });

  test("nothing skipped says nothing; giving back is no assigning", () => {
    const result = resultOf({ do: "assign", ownerId: null }, { done: ["x", "y"], skipped: [] }, 2);
    expect(sayDone(result)).toBe("2 causes given back");
    expect(saySkipped(result)).toBeNull();
  });

  test("what changed between looking and acting is said", () => {
    expect(sayDifference(resultOf({ do: "take" }, { done: ["x", "y", "z"], skipped: [] }, 2))).toBe("1 more had arrived meanwhile");
    expect(sayDifference(resultOf({ do: "take" }, { done: ["x"], skipped: [] }, 3))).toBe("2 had gone meanwhile");
  });

  test("a request that did not work failed for all of them", () => {
    const result = failureOf({ do: "resolve", text: "done" }, [], 1204, "Parity cannot be reached.");
    expect(sayFailed(result)).toBe("1,204 failed: Parity cannot be reached.");
    expect(sayDifference(result)).toBeNull();
  });
});

describe("undo", () => {
  const open = { id: "a", state: "open", ownerId: null } as const;
  const working = { id: "b", state: "working", ownerId: "p2" } as const;
  test("a take is given back to whom it belonged, and only what was open is opened again", () => {
    expect(planUndo({ do: "take" }, ["a", "b"], [open, working])).toEqual([
      { ids: ["a"], action: { do: "reopen", text: "" } },
      { ids: ["a"], action: { do: "assign", ownerId: null } },
      { ids: ["b"], action: { do: "assign", ownerId: "p2" } },
    ]);
  });
  test("a snooze ends", () => {
    expect(planUndo({ do: "snooze", until: "", text: "" }, ["a"], [open])).toEqual([{ ids: ["a"], action: { do: "reopen", text: "" } }]);
  });
  test("not where how it was is unknown, and not what was let go", () => {
    expect(planUndo({ do: "take" }, ["a", "z"], [open])).toEqual([]);
    expect(planUndo({ do: "resolve", text: "x" }, ["a"], [open])).toEqual([]);
    expect(planUndo({ do: "ignore", until: "", text: "x" }, ["c"], [{ id: "c", state: "snoozed", ownerId: null }])).toEqual([]);
  });
});

describe("rows stand still", () => {
  const row = (id: string, amount = 1) => ({ id, amount });
  test("newcomers wait, known rows get their newest facts in their old places", () => {
    const standing = mergeArrivals([row("a"), row("b")], [row("n"), row("b", 9), row("a")], new Set());
    expect(standing.rows).toEqual([row("a"), row("b", 9)]);
    expect(standing.arrivals).toBe(1);
  });
  test("what vanished by itself stays in sight, what the person moved leaves", () => {
    const standing = mergeArrivals([row("a"), row("b"), row("c")], [row("c")], new Set(["b"]));
    expect(standing.rows.map(({ id }) => id)).toEqual(["a", "c"]);
    expect([...standing.gone]).toEqual(["a"]);
  });
  test("what the person moved and still belongs here stays", () => {
    expect(mergeArrivals([row("a")], [row("a", 2)], new Set(["a"])).rows).toEqual([row("a", 2)]);
  });
});

describe("pace of a release", () => {
  const of = (...done: number[]) => done.reduce<Sample[]>((samples, each, at) => addSample(samples, { at: at * 1000, done: each }), []);
  test.each([
    [of(0, 4, 8), 34, "4 a second, about 9 s left"],
    [of(0, 0), 5, "starting"],
    [of(0, 1, 1, 1, 1), 10, "15 a minute, about 40 s left"],
    [of(0, 10), 0, "10 a second"],
    [of(0, 1), 600, "1 a second, about 10 min left"],
  ])("%o", (samples, left, said) => expect(sayPace(samples, left)).toBe(said));

  test("only the last seconds count, and another release begins anew", () => {
    const samples = of(...Array.from({ length: 30 }, (_, at) => at));
    expect(samples[0]?.at).toBe(14_000);
    expect(addSample(samples, { at: 31_000, done: 0 })).toEqual([{ at: 31_000, done: 0 }]);
  });
});
