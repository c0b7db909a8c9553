"use client";

import { useState } from "react";

import type { DriftRow } from "@/components/query/stock-answers";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sayCount } from "@/components/ui/say-count";

import { readUnits } from "./read-units";

type Props = {
  rows: readonly DriftRow[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** How many are set already; null = not begun. */
  done: number | null;
  onSet: (units: number | null) => void;
};

/** Units held back from the web for each chosen product at its location. */
export function BufferDialog({ rows, isOpen, onOpenChange, done, onSet }: Props) {
  const [text, setText] = useState("1");
  const units = readUnits(text);
  const isRunning = done !== null;
  const products = new Set(rows.map(({ sku }) => sku)).size;
  const places = new Set(rows.map(({ locationId }) => locationId)).size;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (units !== null && !isRunning) onSet(units);
  };
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Set the buffer of ${sayCount(rows.length, "pair")}`}
        description={`${sayCount(products, "product")} at ${sayCount(places, "location")}. The web sells that many fewer; the figures online follow within seconds.`}
        footer={
          <>
            <Button variant="ghost" disabled={isRunning} onClick={() => onSet(null)}>
              Take their own buffers away
            </Button>
            <Button type="submit" form="set-buffers" variant="primary" disabled={units === null} isLoading={isRunning}>
              Set {sayCount(rows.length, "buffer")}
            </Button>
          </>
        }
      >
        <form id="set-buffers" onSubmit={submit}>
          <Field
            label="Units to hold back"
            hint={
              isRunning
                ? `${sayCount(done)} of ${sayCount(rows.length)} set`
                : "For this product at this location; it counts before any wider rule."
            }
            error={units === null ? "A whole number from 0 to 9,999." : undefined}
          >
            {(control) => (
              <Input {...control} inputMode="numeric" value={text} onChange={(event) => setText(event.target.value)} className="w-28" />
            )}
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
