import { expect, test } from "vitest";

import { judgeStore } from "./judge-store";

const fine = { isOpen: true, isSilent: false, broken: 0, drift: 0 };

test.each([
  [{}, "fine"],
  [{ isOpen: false }, "closed"],
  [{ drift: 1 }, "differs"],
  [{ drift: 1, isOpen: false }, "differs"],
  [{ broken: 1, drift: 1 }, "late"],
  [{ isSilent: true, broken: 1, drift: 1 }, "silent"],
] as const)("%j: %s", (seen, state) => expect(judgeStore({ ...fine, ...seen })).toBe(state));
