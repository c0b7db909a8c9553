import { expect, test } from "vitest";

import { judgeLag } from "./judge-lag";

const quick = { name: "Till", callMs: 20, waitedMs: 0 };

test("the side that answers slowly is named, before anything fails", () =>
  expect(judgeLag({ p95Ms: 12_340, samples: 4, waiting: 2, late: 3 }, 5, [quick, { name: "Shop", callMs: 5_020, waitedMs: 600 }])).toEqual({
    seconds: 12.3,
    target: 5,
    waiting: 2,
    side: "Shop",
    why: "answers",
    callSeconds: 5,
  }));
test("where the quota makes it wait, that is the reason", () =>
  expect(
    judgeLag({ p95Ms: 9_000, samples: 40, waiting: 900, late: 30 }, 5, [{ name: "Shop", callMs: 90, waitedMs: 2_400 }, quick]),
  ).toMatchObject({
    side: "Shop",
    why: "quota",
  }));
test("where both sides are quick, too much wants to go at once", () =>
  expect(judgeLag({ p95Ms: 9_000, samples: 40, waiting: 900, late: 30 }, 5, [quick])).toMatchObject({
    side: "",
    why: "many",
    waiting: 900,
  }));
test("within the target but for one in twenty, a target of nothing, or too few to tell: nothing", () => {
  expect(judgeLag({ p95Ms: 4_000, samples: 400, waiting: 0, late: 19 }, 5, [])).toBeNull();
  expect(judgeLag({ p95Ms: 5_100, samples: 400, waiting: 0, late: 20 }, 5, [])).not.toBeNull();
  expect(judgeLag({ p95Ms: 50_000, samples: 40, waiting: 0, late: 0 }, 0, [])).toBeNull();
  expect(judgeLag({ p95Ms: 50_000, samples: 3, waiting: 1, late: 1 }, 5, [])).toBeNull();
  expect(judgeLag({ p95Ms: null, samples: 0, waiting: 0, late: 0 }, 5, [])).toBeNull();
});
