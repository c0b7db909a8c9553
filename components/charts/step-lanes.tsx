"use client";

import { CartesianGrid, Line, LineChart, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

import { useZone } from "@/components/ui/clock";
import { sayClock } from "@/components/ui/say-time";
import { dayIn } from "@/lib/domain/say-clock";

export type Lane = { key: "one" | "other"; label: string; ink: string; isDashed?: boolean };
/** Null = not known then: drawn as a gap. */
export type LanePoint = { at: number; one: number | null; other: number | null };
export type Shade = { from: number; to: number; ink: string };

type Props = { label: string; points: readonly LanePoint[]; lanes: readonly Lane[]; shades: readonly Shade[]; height?: number };

const tick = { fontSize: 11, fill: "var(--faint)" };
const day = 86_400_000;

/** Two figures over time that hold until the next one, with the spans shaded in which they are not one. */
export function StepLanes({ label, points, lanes, shades, height = 220 }: Props) {
  const zone = useZone();
  const first = points[0]?.at ?? 0;
  const last = points.at(-1)?.at ?? 0;
  const sayTick = (at: number) =>
    last - first > day ? dayIn(zone, new Date(at)) : sayClock(new Date(at), zone).slice(0, last - first > 600_000 ? 5 : 8);
  return (
    <div role="img" aria-label={label} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={points as LanePoint[]} margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={["dataMin", "dataMax"]}
            tickFormatter={sayTick}
            tick={tick}
            stroke="var(--border-strong)"
            minTickGap={48}
          />
          <YAxis width={44} tick={tick} stroke="var(--border-strong)" domain={["auto", "auto"]} allowDecimals={false} />
          {shades.map(({ from, to, ink }) => (
            <ReferenceArea key={`${from}`} x1={from} x2={to} fill={ink} fillOpacity={0.14} stroke="none" ifOverflow="hidden" />
          ))}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--border-strong)" }}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as LanePoint | undefined;
              if (!active || !point) return null;
              return (
                <div className="rounded-md bg-popover px-2.5 py-1.5 text-xs tabular-nums shadow-pop">
                  <p className="text-faint">
                    {dayIn(zone, new Date(point.at))}, {sayClock(new Date(point.at), zone)}
                  </p>
                  {lanes.map(({ key, label }) => (
                    <p key={key}>
                      {label} <span className="font-medium">{point[key] ?? "not known"}</span>
                    </p>
                  ))}
                </div>
              );
            }}
          />
          {lanes.map(({ key, label, ink, isDashed }) => (
            <Line
              key={key}
              dataKey={key}
              name={label}
              type="stepAfter"
              stroke={ink}
              strokeWidth={2}
              {...(isDashed && { strokeDasharray: "5 3" })}
              dot={false}
              activeDot={{ r: 3 }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
