"use client";

import { toast } from "sonner";

import { useStockCommands } from "@/components/query/use-stock";
import { sayCount } from "@/components/ui/say-count";
import { holdAll } from "@/lib/domain/stock/sellable";

type Place = { shopId: string; sku: string; locationId: string; locationName: string };
const nameOf = (places: readonly Place[]): string =>
  places.length === 1 && places[0] ? `${places[0].sku} at ${places[0].locationName}` : sayCount(places.length, "pair");

/** Holds pairs from the web and releases them again; what was held back of each before comes back with Undo. */
export function useHold() {
  const { setBuffer } = useStockCommands();

  const setEach = async (places: readonly Place[], unitsOf: (at: number) => number | null): Promise<(number | null)[]> => {
    const before: (number | null)[] = [];
    for (const [at, { shopId, sku, locationId }] of places.entries()) {
      const done = await setBuffer.mutateAsync({ shopId, sku, category: "", locationId, units: unitsOf(at) });
      before.push(done.before ?? null);
    }
    return before;
  };
  const say = async (places: readonly Place[], units: number | null, said: string): Promise<boolean> => {
    try {
      const before = await setEach(places, () => units);
      const undo = () =>
        void setEach(places, (at) => before[at] ?? null).then(
          () => toast.success(`${nameOf(places)}: as before.`),
          (error: Error) => toast.error(error.message),
        );
      toast.success(said, { action: { label: "Undo", onClick: undo } });
      return true;
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  return {
    hold: (places: readonly Place[]) => say(places, holdAll, `${nameOf(places)}: held from the web. It shows none in a moment.`),
    release: (place: Place) => say([place], null, `${nameOf([place])}: released. The web follows in a moment.`),
    isHolding: setBuffer.isPending,
  };
}
