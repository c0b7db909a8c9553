import { availableParallelism } from "node:os";

/** One line of the table. */
export type Figure = {
  bench: string;
  what: string;
  value: number;
  unit: string;
  goal: { is: "≤" | "≥"; value: number } | null;
  /** The same calls without our code, in the same run. */
  floor: number | null;
  remark: string;
  /** Of the machine over the minute before the bench began. */
  load?: number;
};

/** Makes the rows of one bench. */
export const figuresOf =
  (bench: string, about: string) =>
  (what: string, value: number, unit: string, rest: Partial<Figure> = {}): Figure => ({
    bench,
    what: `${about}${what}`,
    value,
    unit,
    goal: null,
    floor: null,
    remark: "",
    ...rest,
  });

export const isMissed = ({ goal, value }: Figure): boolean => goal !== null && (goal.is === "≤" ? value > goal.value : value < goal.value);

const columns = ["bench", "what", "figure", "floor", "goal", ""] as const;

/** A table for people; a missed goal says by how much. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { bench, what, value, unit, goal, floor, remark } = figure;
    const missed = isMissed(figure) ? `✗ missed by ${Math.round(Math.abs(value / goal!.value - 1) * 100)} %` : goal ? "✓" : "";
    return [
      bench,
      what,
      `${shown(value)} ${unit}`,
      floor === null ? "" : `${shown(floor)} ${unit}`,
      goal ? `${goal.is} ${goal.value} ${unit}` : "",
      [missed, remark].filter(Boolean).join("; "),
    ];
  });
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => [...row[at]!].length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell + " ".repeat(Math.max(0, widths[at]! - [...cell].length)))
      .join("  ")
      .trimEnd();
  return [line(columns), line(widths.map((width) => "─".repeat(width))), ...rows.map(line), ...sayLoad(figures)].join("\n");
}

/** A busy machine makes slow figures. */
function sayLoad(figures: readonly Figure[]): string[] {
  const loads = new Map(figures.flatMap(({ bench, load }) => (load === undefined ? [] : [[bench, `${bench} ${load.toFixed(1)}`]])));
  return loads.size === 0
    ? []
    : [`Load of the machine (${availableParallelism()} cores) when each began: ${[...loads.values()].join(" · ")}`];
}

const shown = (value: number) => (Math.abs(value) >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100));
