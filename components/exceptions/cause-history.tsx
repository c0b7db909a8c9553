"use client";

import {
  CheckCheck,
  ChevronsUp,
  CircleDot,
  EyeOff,
  Link2,
  type LucideIcon,
  MessageSquare,
  Moon,
  PencilLine,
  RotateCcw,
  Send,
  Signpost,
  Unlink,
  UserPlus,
  UserRoundCheck,
} from "lucide-react";
import { useEffect, useRef, useState } from "react";

import type { CauseDetail } from "@/components/query/cause-answers";
import type { CauseAction } from "@/components/query/use-cause-commands";
import { usePeople } from "@/components/query/use-people";
import { Button } from "@/components/ui/button";
import { useNow, useZone } from "@/components/ui/clock";
import { Timeline } from "@/components/ui/timeline";

import { CommentField } from "./comment-field";
import { sayEntry } from "./say-entry";
import { sayWhen } from "./say-promise";
import { SectionTitle } from "./section-title";

const icons: Readonly<Record<string, LucideIcon>> = {
  take: UserRoundCheck,
  assign: UserPlus,
  snooze: Moon,
  reopen: RotateCcw,
  comment: MessageSquare,
  ignore: EyeOff,
  resolve: CheckCheck,
  resolved: CheckCheck,
  release: Send,
  own: Signpost,
  climb: ChevronsUp,
  correct: PencilLine,
  withdraw: RotateCcw,
  link: Link2,
  unlink: Unlink,
};

type Props = {
  detail: CauseDetail;
  mayComment: boolean;
  isWanted: boolean;
  onIntentMet: (() => void) | undefined;
  onRun: (action: CauseAction) => void;
};

/** Comments and everything that happened, newest first. */
export function CauseHistory({ detail: { cause, entries }, mayComment, isWanted, onIntentMet, onRun }: Props) {
  const now = useNow();
  const zone = useZone();
  const people = usePeople();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: "center" });
    onIntentMet?.();
  }, [isWanted, onIntentMet]);
  const comment = () => {
    if (text.trim() === "") return;
    onRun({ do: "comment", text: text.trim() });
    setText("");
  };
  const names = {
    people: new Map((people.data?.people ?? []).map(({ id, name }) => [id, name])),
    sayWhen: (at: Date) => sayWhen(at, now, zone),
  };
  return (
    <section aria-label="History and comments">
      <SectionTitle title="History" />
      {mayComment && (
        <div className="mb-4 grid gap-2">
          <CommentField
            ref={field}
            aria-label="Comment"
            placeholder="Comment; @ and a name tells them"
            className="min-h-9"
            rows={1}
            value={text}
            onText={setText}
            onSend={comment}
          />
          {text.trim() !== "" && (
            <Button size="sm" variant="primary" className="justify-self-end" onClick={comment}>
              Comment
            </Button>
          )}
        </div>
      )}
      <Timeline
        label="History, newest first"
        moments={[
          ...entries.map((entry) => ({
            id: entry.id,
            at: entry.at,
            icon: icons[entry.action] ?? CircleDot,
            tone: entry.action === "resolved" ? ("good" as const) : ("neutral" as const),
            title: sayEntry(entry, names),
            children:
              entry.text && entry.action !== "resolved" ? <p className="whitespace-pre-wrap break-words">{entry.text}</p> : undefined,
          })),
          { id: "opened", at: cause.openedAt, icon: CircleDot, tone: "warn" as const, title: "Parity found it" },
        ]}
      />
    </section>
  );
}
