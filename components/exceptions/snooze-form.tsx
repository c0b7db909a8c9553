"use client";

import { useState } from "react";

import type { CauseAction } from "@/components/query/use-cause-commands";
import { Button } from "@/components/ui/button";
import { useNow, useZone } from "@/components/ui/clock";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { sayWhen } from "./say-promise";
import { listSnoozeTimes } from "./snooze-times";

/** Out of sight until then; it comes back by itself, and what it holds stays held. */
export function SnoozeForm({ onRun }: { onRun: (action: CauseAction) => void }) {
  const now = useNow();
  const zone = useZone();
  const [text, setText] = useState("");
  return (
    <div className="grid gap-3">
      <Field label="Why, if anybody asks" hint="What it holds stays held. It is opened again by itself.">
        {(control) => <Input {...control} value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <ul className="grid gap-1">
        {listSnoozeTimes(now, zone).map(({ label, until }, at) => (
          <li key={label}>
            <Button
              autoFocus={at === 0}
              className="w-full justify-between font-normal"
              onClick={() => onRun({ do: "snooze", until: until.toISOString(), text })}
            >
              <span>{label}</span>
              <span className="text-faint text-xs">{sayWhen(until, now, zone)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
