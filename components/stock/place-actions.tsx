"use client";

import { Ellipsis, Eye, EyeOff, Power, Undo2, Upload } from "lucide-react";
import { toast } from "sonner";

import type { LocationStock } from "@/components/query/stock-answers";
import { useStockCommands } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { holdAll } from "@/lib/domain/stock/sellable";

import { useHold } from "./use-hold";
import type { BufferSource } from "./where-from";

/** What can be done with one product at one location. */
export function PlaceActions({ place, source }: { place: LocationStock; source: BufferSource }) {
  const { push, activate, endAcceptance } = useStockCommands();
  const { hold, release } = useHold();
  const { shopId, locationId, sku, locationName, isStocked, allowed } = place;
  const onError = (error: Error) => toast.error(error.message);
  const pairs = { shopId, pairs: [{ locationId, sku }] };
  const tell = (text: string) => ({ onSuccess: () => toast.success(text), onError });
  const isHeld = source.isOwn && source.units >= holdAll;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${locationName}`}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => push.mutate(pairs, tell(`${locationName} is read anew on both sides; what differs is sent.`))}>
          <Upload /> Push the truth
        </DropdownMenuItem>
        {isHeld ? (
          <DropdownMenuItem onSelect={() => void release(place)}>
            <Eye /> Release to the web
          </DropdownMenuItem>
        ) : (
          <DropdownMenuItem onSelect={() => void hold([place])}>
            <EyeOff /> Hold from the web
          </DropdownMenuItem>
        )}
        {!isStocked && (
          <DropdownMenuItem
            onSelect={() => activate.mutate(pairs, tell(`The shop is asked to stock it at ${locationName}; its figure is read back.`))}
          >
            <Power /> Activate here
          </DropdownMenuItem>
        )}
        {allowed !== 0 && (
          <DropdownMenuItem
            onSelect={() => endAcceptance.mutate({ shopId, locationId, sku }, tell(`${locationName}: the till alone counts again.`))}
          >
            <Undo2 /> Take the accepted edit back
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
