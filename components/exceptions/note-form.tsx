"use client";

import { useState } from "react";

import type { CauseAction } from "@/components/query/use-cause-commands";
import { Button } from "@/components/ui/button";
import { useNow, useZone } from "@/components/ui/clock";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";

import { sayWhen } from "./say-promise";
import { listExpiries } from "./snooze-times";

type What = "resolve" | "ignore" | "comment";
type Props = { what: What; onRun: (action: CauseAction) => void };

const words: Record<What, { label: string; hint: string; button: string; least: number }> = {
  resolve: {
    label: "What was done about it",
    hint: "Nobody checks this, and it cannot be undone. Its orders are not sent by it, but one that the shop changes later goes to the till after all. If it was entered there by hand, link it instead: then it is never sent twice.",
    button: "Close on trust",
    least: 3,
  },
  ignore: {
    label: "Why it may be ignored",
    hint: "What it holds is set aside until then, and comes back by itself.",
    button: "Ignore",
    least: 3,
  },
  comment: { label: "Comment", hint: "Everybody who works on it sees this. @ and a name tells that person.", button: "Comment", least: 1 },
};

export function NoteForm({ what, onRun }: Props) {
  const now = useNow();
  const zone = useZone();
  const expiries = listExpiries(now);
  const [text, setText] = useState("");
  const [expiry, setExpiry] = useState("For a week");
  const { label, hint, button, least } = words[what];
  const isReady = text.trim().length >= least;
  const run = () => {
    if (!isReady) return;
    const until = (expiries.find((each) => each.label === expiry)?.until ?? now).toISOString();
    onRun(what === "ignore" ? { do: "ignore", until, text: text.trim() } : { do: what, text: text.trim() });
  };
  return (
    <div className="grid gap-3">
      <Field label={label} hint={hint}>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) run();
            }}
          />
        )}
      </Field>
      {what === "ignore" && (
        <Field label="For how long">
          {(control) => (
            <Select
              {...control}
              value={expiry}
              onChange={setExpiry}
              options={expiries.map((each) => ({ value: each.label, label: `${each.label}, until ${sayWhen(each.until, now, zone)}` }))}
            />
          )}
        </Field>
      )}
      <div className="flex justify-end">
        <Button variant="primary" disabled={!isReady} onClick={run}>
          {button} <Kbd keys="mod+enter" />
        </Button>
      </div>
    </div>
  );
}
