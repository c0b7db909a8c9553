"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";

import { type BufferChange, useStockCommands } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { holdAll } from "@/lib/domain/stock/sellable";

import { readUnits } from "./read-units";
import type { BufferSource } from "./where-from";

type Props = { rule: Omit<BufferChange, "units">; value: number; source: BufferSource; place: string; mayWrite: boolean };

/** The units held back and whose rule it is; edited where it stands. Empty takes the own rule away. */
export function BufferCell({ rule, value, source, place, mayWrite }: Props) {
  const { setBuffer } = useStockCommands();
  const [text, setText] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setText(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!mayWrite) return <Shown value={value} source={source} />;
  if (text === null)
    return (
      <Button
        ref={button}
        variant="ghost"
        size="sm"
        title="Change the buffer"
        aria-label={`Buffer at ${place}: ${value >= holdAll ? "all" : value}, ${source.text}. Change it`}
        className="-my-1 -mr-2 h-auto items-start py-1 text-foreground text-sm"
        onClick={() => setText(source.isOwn ? String(value) : "")}
      >
        <Shown value={value} source={source} isEditable />
      </Button>
    );
  const isBad = text.trim() !== "" && readUnits(text) === null;
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    const units = text.trim() === "" ? null : readUnits(text);
    if (isBad || setBuffer.isPending) return;
    if (units === (source.isOwn ? value : null)) return close();
    setBuffer.mutate(
      { ...rule, units },
      {
        onSuccess: () => {
          toast.success(units === null ? `${place}: its own buffer is taken away.` : `${place}: ${units} held back. The web follows.`);
          close();
        },
        onError: (error) => toast.error(error.message),
      },
    );
  };
  return (
    <form onSubmit={save} className="inline-flex items-center gap-1">
      <Input
        autoFocus
        inputMode="numeric"
        value={text}
        aria-label={`Buffer at ${place}, whole units; empty takes it away`}
        aria-invalid={isBad || undefined}
        placeholder={String(value)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
        }}
        className="h-7 w-16 text-right tabular-nums"
      />
      <Button type="submit" size="sm" variant="primary" disabled={isBad} isLoading={setBuffer.isPending}>
        Set
      </Button>
    </form>
  );
}

function Shown({ value, source, isEditable = false }: { value: number; source: BufferSource; isEditable?: boolean }) {
  return (
    <span title={source.text} className="inline-flex flex-col items-end leading-tight">
      <span className={cn("tabular-nums", isEditable && "underline decoration-border-strong decoration-dashed underline-offset-4")}>
        {value >= holdAll ? "all" : value}
      </span>
      {source.text !== "" && !source.isOwn && <span className="font-normal text-2xs text-faint">{source.text}</span>}
    </span>
  );
}
