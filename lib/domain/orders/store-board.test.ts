import { expect, test } from "vitest";

import { type BoardOrder, countBoard, isOn } from "./store-board";

const zone = "Europe/London";
const now = new Date("2026-07-04T12:30:00Z");
const at = (clock: string, day = "2026-07-04") => new Date(`${day}T${clock}:00Z`);
const order = (more: Partial<BoardOrder> = {}): BoardOrder => ({
  stage: "to-pick",
  isPickup: true,
  promiseAt: at("14:10"),
  endedAt: null,
  ...more,
});

test.each([
  ["due this afternoon stands in the hour of the store's clock", order(), ["to-pick", "h15"]],
  ["late is overdue and in no hour", order({ promiseAt: at("12:29") }), ["to-pick", "overdue"]],
  ["ready and late", order({ stage: "ready", promiseAt: at("09:00") }), ["ready", "overdue"]],
  ["to ship has no hour", order({ isPickup: false }), ["to-pick"]],
  ["tomorrow has no hour", order({ promiseAt: at("14:10", "2026-07-05") }), ["to-pick"]],
  ["without a promise", order({ promiseAt: null, stage: "coming" }), ["coming"]],
  ["done today is done, however late", order({ stage: "done", promiseAt: at("09:00"), endedAt: at("11:00") }), ["done"]],
  ["done yesterday, by the store's clock", order({ stage: "done", endedAt: at("22:59", "2026-07-03") }), []],
  ["just after the store's midnight", order({ stage: "done", endedAt: at("23:01", "2026-07-03") }), ["done"]],
] as const)("%s", (_, one, shows) => {
  const all = ["overdue", "to-pick", "ready", "coming", "done", ...Array.from({ length: 24 }, (_, hour) => `h${hour}` as const)] as const;
  expect(all.filter((show) => isOn(one, show, zone, now)).toSorted()).toEqual([...shows].toSorted());
  expect(isOn(one, "all", zone, now)).toBe(true);
});

test("each count is how many its choice shows", () => {
  const orders = [
    order(),
    order({ promiseAt: at("14:50") }),
    order({ promiseAt: at("16:00") }),
    order({ stage: "ready", promiseAt: at("10:00") }),
  ];
  expect(countBoard(orders, zone, now)).toEqual({
    overdue: 1,
    "to-pick": 3,
    ready: 1,
    coming: 0,
    done: 0,
    hours: [
      { hour: 15, orders: 2 },
      { hour: 17, orders: 1 },
    ],
  });
});
