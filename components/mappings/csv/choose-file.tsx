"use client";

import { FileUp } from "lucide-react";
import { useId, useState } from "react";

import { cn } from "@/components/ui/cn";

/** Choose or drop a file. */
export function ChooseFile({ onChoose }: { onChoose: (file: File) => void }) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) onChoose(file);
        }}
        className={cn(
          "grid cursor-pointer justify-items-center gap-1 rounded-lg border border-border-strong border-dashed px-4 py-8 text-center focus-within:outline-2 focus-within:outline-ring hover:bg-hover",
          isOver && "border-primary bg-selected",
        )}
      >
        <FileUp className="mb-1 size-5 text-faint" aria-hidden />
        <span className="font-medium">Choose a CSV file, or drop it here</span>
        <span className="text-faint text-xs">UTF-8, comma or semicolon, up to 20,000 lines and 5 MB</span>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onChoose(file);
            event.target.value = "";
          }}
        />
      </label>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
        <Column name="kind">sku, location or service</Column>
        <Column name="theirs">the code of the shop, byte for byte</Column>
        <Column name="ours">the code of the till; empty takes the mapping away</Column>
      </dl>
    </>
  );
}

const Column = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt className="font-mono">{name}</dt>
    <dd className="text-muted-foreground">{children}</dd>
  </>
);
