import { expect, test } from "vitest";
import { z } from "zod";

import { newId } from "./new-id";
import { draftFromCause, draftOf, emptyDraft, readDraft } from "./promotion-draft";

const zone = "Europe/London";
const now = new Date("2026-11-27T10:20:00Z");
const draft = { ...emptyDraft(zone, now), name: "Black Friday", percent: "20 %" };

test("what is typed is read by the store's clock", () => {
  expect(readDraft({ ...draft, from: "2026-07-01T08:00", to: "2026-07-02T20:00" }, zone)).toMatchObject({
    promotion: {
      startsAt: "2026-07-01T07:00:00.000Z",
      endsAt: "2026-07-02T19:00:00.000Z",
      effect: { percent: "20" },
      tolerancePercent: null,
    },
  });
});

test("a new one gets an id that the server takes", () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every((id) => z.uuid().safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(50);
});

test("there and back", () => {
  const read = readDraft({ ...draft, scope: "list", skus: "A, B\nA\n", tolerance: "2,5", code: "BF", minUnits: "3" }, zone);
  expect(read).toMatchObject({ promotion: { scope: { skus: ["A", "B"] }, tolerancePercent: "2.5", minUnits: 3 } });
  if ("promotion" in read) expect(readDraft(draftOf(read.promotion, zone), zone)).toEqual(read);
});

test("every wrong field is named in words", () => {
  const wrong = {
    ...draft,
    name: " ",
    percent: "lots",
    from: "",
    to: "2020-01-01T00:00",
    scope: "list" as const,
    tolerance: "x",
    minUnits: "0",
  };
  expect(readDraft(wrong, zone)).toEqual({
    wrong: {
      name: "Give it a name.",
      effect: "A number such as 20 or 12.5.",
      scope: "Name at least one product.",
      startsAt: "Say when it begins.",
      tolerancePercent: "A number such as 2, or nothing.",
      minUnits: "A whole number, at least 1.",
    },
  });
  expect(readDraft({ ...draft, to: draft.from }, zone)).toEqual({ wrong: { endsAt: "It ends after it starts." } });
});

test("a difference that was seen becomes a draft that explains it", () => {
  const seen = { title: "Mug", percent: "20", code: "", skus: ["A", "B", "C"], since: "2026-11-27T08:00:00Z" };
  expect(draftFromCause(seen, "declared", zone, now)).toMatchObject({
    name: "20 % off, 3 products",
    from: "2026-11-27T08:00",
    skus: "A\nB\nC",
    percent: "20",
  });
  expect(draftFromCause({ ...seen, percent: "-5", skus: ["A"] }, "accepted", zone, now)).toMatchObject({
    name: "Accepted: 5 % more, Mug",
    source: "accepted",
  });
});
