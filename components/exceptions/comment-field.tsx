"use client";

import { useId, useRef, useState } from "react";

import { usePeople } from "@/components/query/use-people";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/input";
import { itemLook, surfaceLook } from "@/components/ui/surface";

import { findOpenMention, matchPeople, putMention } from "./mention";
import { sayRole } from "./owner";

type Props = Omit<React.ComponentProps<"textarea">, "value" | "onChange" | "onKeyDown"> & {
  value: string;
  onText: (text: string) => void;
  onSend: () => void;
};

const most = 6;

/** A comment. After @ it offers whom to tell; arrows choose, Enter or Tab takes. */
export function CommentField({ value, onText, onSend, ref, className, ...props }: Props) {
  const listId = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const people = usePeople();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isShut, shut] = useState(false);
  const open = isShut ? null : findOpenMention(value, caret);
  const offered = open ? matchPeople(open.typed, people.data?.people ?? []).slice(0, most) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];

  const take = (name: string) => {
    if (!open) return;
    const next = putMention(value, open, name);
    onText(next.text);
    setCaret(next.caret);
    requestAnimationFrame(() => own.current?.setSelectionRange(next.caret, next.caret));
    own.current?.focus();
  };
  const press = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (chosen) {
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move) setAt((at + move + offered.length) % offered.length);
      else if (event.key === "Escape") shut(true);
      else if (event.key === "Tab" || (event.key === "Enter" && !event.metaKey && !event.ctrlKey)) take(chosen.name);
      else return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSend();
    if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <div className="relative">
      <Textarea
        {...props}
        ref={(element) => {
          own.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
        className={className}
        maxLength={2000}
        value={value}
        role="combobox"
        aria-expanded={chosen !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(chosen && { "aria-activedescendant": `${listId}-${chosen.id}` })}
        onChange={(event) => {
          onText(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
          shut(false);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => shut(true)}
        onKeyDown={press}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="Whom to tell"
        className={cn(chosen ? surfaceLook : "hidden", "absolute top-full left-0 z-20 mt-1 w-64 p-1")}
      >
        {offered.map(({ id, name, role }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={id}
            id={`${listId}-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={id === chosen?.id}
            className={cn(itemLook, "justify-between aria-selected:bg-muted")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(name)}
          >
            {name} <span className="text-faint text-xs">{sayRole(role)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
