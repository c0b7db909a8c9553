"use client";

import { CalendarDays } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { countDays, endingOn, mostDays, type Period } from "@/lib/domain/finance/period";

import { sayPeriod } from "./say-period";

type Props = { period: Period; today: string; onChange: (period: Period) => void };

export function PeriodPicker({ period, today, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(period);
  const yesterday = endingOn(today, 2).from;
  const presets: readonly (readonly [string, Period])[] = [
    ["Today", endingOn(today, 1)],
    ["Yesterday", endingOn(yesterday, 1)],
    ["Last 7 days", endingOn(today, 7)],
    ["Last 14 days", endingOn(today, 14)],
    ["This month", { from: `${today.slice(0, 8)}01`, to: today }],
    [`Last ${mostDays} days`, endingOn(today, mostDays)],
  ];
  const error = whyNot(draft, today);
  const choose = (chosen: Period) => {
    setOpen(false);
    onChange(chosen);
  };

  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setDraft(period);
      }}
    >
      <PopoverTrigger asChild>
        <Button size="sm">
          <CalendarDays aria-hidden />
          <span className="text-muted-foreground">Placed</span> {sayPeriod(period)}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Choose days" className="w-80">
        <div className="grid grid-cols-2 gap-1">
          {presets.map(([label, preset]) => (
            <Button
              key={label}
              size="sm"
              variant={preset.from === period.from && preset.to === period.to ? "secondary" : "ghost"}
              onClick={() => choose(preset)}
            >
              {label}
            </Button>
          ))}
        </div>
        <form
          className="mt-3 grid grid-cols-2 gap-2 border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (!error) choose(draft);
          }}
        >
          <Field label="From">
            {(control) => (
              <Input
                {...control}
                type="date"
                max={today}
                value={draft.from}
                onChange={({ target }) => setDraft({ ...draft, from: target.value })}
              />
            )}
          </Field>
          <Field label="To">
            {(control) => (
              <Input
                {...control}
                type="date"
                max={today}
                value={draft.to}
                onChange={({ target }) => setDraft({ ...draft, to: target.value })}
              />
            )}
          </Field>
          <p role="status" className="col-span-2 min-h-4 text-bad text-xs">
            {error}
          </p>
          <Button type="submit" variant="primary" size="sm" disabled={error !== ""} className="col-span-2">
            Show these days
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}

function whyNot(period: Period, today: string): string {
  if (period.from === "" || period.to === "") return "Give both days.";
  if (period.from > period.to) return "The first day comes after the last.";
  if (period.to > today) return "The last day has not come yet.";
  return countDays(period) > mostDays ? `At most ${mostDays} days at a time.` : "";
}
