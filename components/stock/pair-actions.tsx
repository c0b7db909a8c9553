"use client";

import { Copy, EyeOff, ShieldPlus, Upload } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import type { DriftRow } from "@/components/query/stock-answers";
import { useStockCommands } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { sayCount } from "@/components/ui/say-count";

import { BufferDialog } from "./buffer-dialog";
import { useHold } from "./use-hold";
import { sayTransfer } from "./wanted-columns";

const mostPerPush = 1_000;
const mostBuffers = 200;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Props = { rows: readonly DriftRow[]; isWanted: boolean; onDone: () => void };

/** What can be done with the chosen pairs of one or several shops. */
export function PairActions({ rows, isWanted, onDone }: Props) {
  const { push, setBuffer } = useStockCommands();
  const { hold, isHolding } = useHold();
  const [isAsking, ask] = useState(false);
  const [done, setDone] = useState<number | null>(null);

  const pushAll = async () => {
    let pairs = 0;
    try {
      for (const [shopId, of] of Map.groupBy(rows, (row) => row.shopId))
        for (let from = 0; from < of.length; from += mostPerPush) {
          const part = of.slice(from, from + mostPerPush).map(({ locationId, sku }) => ({ locationId, sku }));
          pairs += (await push.mutateAsync({ shopId, pairs: part })).pairs;
        }
      toast.success(`${sayCount(pairs, "pair")} read anew on both sides; what differs is sent to the web.`);
      onDone();
    } catch (error) {
      toast.error(reasonOf(error), { description: pairs > 0 ? `${sayCount(pairs, "pair")} went before it.` : undefined });
    }
  };
  const setAll = async (units: number | null) => {
    let count = 0;
    setDone(0);
    try {
      for (const { shopId, sku, locationId } of rows) {
        await setBuffer.mutateAsync({ shopId, sku, category: "", locationId, units });
        setDone(++count);
      }
      toast.success(`${sayCount(count, "buffer")} ${units === null ? "taken away" : `set to ${units}`}. The web follows in a moment.`);
      ask(false);
      onDone();
    } catch (error) {
      toast.error(reasonOf(error), { description: `${sayCount(count)} of ${sayCount(rows.length)} were set.` });
    } finally {
      setDone(null);
    }
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(rows.map(sayTransfer).join("\n"));
      toast.success(`${sayCount(rows.length, "line")} copied: product, where it is wanted, who has some.`);
    } catch {
      toast.error("The browser did not allow copying.");
    }
  };
  const holdAll = async () => {
    if (await hold(rows)) onDone();
  };

  const isTooMany = rows.length > mostBuffers;
  return (
    <>
      <Button size="sm" variant="primary" onClick={() => void pushAll()} isLoading={push.isPending}>
        <Upload /> Push the truth
      </Button>
      <Button size="sm" disabled={isTooMany} onClick={() => ask(true)} {...(isTooMany && { title: `At most ${mostBuffers} at once` })}>
        <ShieldPlus /> Set buffer
      </Button>
      <Button size="sm" disabled={isTooMany} isLoading={isHolding && !isAsking} onClick={() => void holdAll()}>
        <EyeOff /> Hold from the web
      </Button>
      {isWanted && (
        <Button size="sm" onClick={() => void copy()}>
          <Copy /> Copy list
        </Button>
      )}
      <BufferDialog rows={rows} isOpen={isAsking} onOpenChange={ask} done={done} onSet={(units) => void setAll(units)} />
    </>
  );
}
