"use client";

import { Bar, BarChart, Tooltip, YAxis } from "recharts";

import { sayCount } from "@/components/ui/say-count";
import { sayDate } from "@/components/ui/say-date";

type Day = { day: string; right: number; wrong: number };
type Props = { label: string; days: readonly Day[]; width?: number; height?: number };

const say = ({ day, right, wrong }: Day) => `${sayDate(day)}: ${sayCount(right)}${wrong > 0 ? `, ${sayCount(wrong)} not right` : ""}`;

/** The last days as small bars; what was not right stands on top in another shade and, for who cannot see it, in words. */
export function DayBars({ label, days, width = 84, height = 26 }: Props) {
  const hasAny = days.some(({ right, wrong }) => right + wrong > 0);
  if (!hasAny) return <span className="text-faint text-xs">nothing in {days.length} days</span>;
  return (
    <div role="img" aria-label={`${label}. ${days.map(say).join("; ")}.`} style={{ width, height }}>
      <BarChart
        width={width}
        height={height}
        data={days as Day[]}
        barCategoryGap={2}
        margin={{ top: 1, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <YAxis hide domain={[0, "dataMax"]} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          allowEscapeViewBox={{ x: true, y: true }}
          wrapperStyle={{ zIndex: 20 }}
          content={({ active, payload }) => {
            const day = payload?.[0]?.payload as Day | undefined;
            return active && day ? (
              <p className="whitespace-nowrap rounded-md bg-popover px-2 py-1 text-xs tabular-nums shadow-pop">{say(day)}</p>
            ) : null;
          }}
        />
        <Bar dataKey="right" stackId="day" fill="var(--border-strong)" minPointSize={1} isAnimationActive={false} />
        <Bar dataKey="wrong" stackId="day" fill="var(--warn)" isAnimationActive={false} />
      </BarChart>
    </div>
  );
}
