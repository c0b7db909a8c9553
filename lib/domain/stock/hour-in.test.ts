import { expect, test } from "vitest";

import { hourIn } from "./hour-in";

test("four in the morning comes once a day, also when clocks change", () => {
  const hours = (zone: string, day: string) =>
    Array.from({ length: 24 }, (_, hour) => hourIn(zone, new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`)));
  expect(hours("Europe/London", "2026-03-29").filter((hour) => hour === 4)).toHaveLength(1);
  expect(hours("Europe/London", "2026-10-25").filter((hour) => hour === 4)).toHaveLength(1);
  expect(hours("Asia/Kolkata", "2026-05-01").filter((hour) => hour === 4)).toHaveLength(1);
});
