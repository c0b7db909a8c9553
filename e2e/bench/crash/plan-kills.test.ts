import fc from "fast-check";
import { expect, test } from "vitest";

import { planKills, victims } from "./plan-kills";

const plan = (seed: number) => planKills({ seed, count: 20, duringWrites: 7, span: 100_000, least: 2_500 });

test("twenty kills, seven of them between a write and its record, every part its share, never too close", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const kills = plan(seed);
      expect(kills).toHaveLength(20);
      expect(kills.filter(({ duringWrite }) => duringWrite)).toHaveLength(7);
      for (const part of victims) expect(kills.filter((kill) => kill.part === part).length).toBeGreaterThanOrEqual(6);
      expect(Math.min(...kills.slice(1).map(({ at }, index) => at - kills[index]!.at))).toBeGreaterThanOrEqual(2_499);
      expect(kills.at(-1)!.at).toBeLessThanOrEqual(100_000);
    }),
  );
});

test("a seed is a plan", () => {
  expect(plan(7)).toEqual(plan(7));
  expect(plan(7)).not.toEqual(plan(8));
});
