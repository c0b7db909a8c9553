"use client";

import { ArrowLeftRight, TriangleAlert } from "lucide-react";

import type { LocationMapping } from "@/components/query/mapping-answers";
import { useLocationMappings } from "@/components/query/use-mappings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { ScopeLine } from "@/components/ui/scope-line";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, Tbody, Th, Thead } from "@/components/ui/table";

import { type Draft, withDraft, withDrafts } from "../drafts";
import { DraftBar } from "../saving/draft-bar";
import { useDrafts, useSaving } from "../saving/saving-context";
import { type Clash, listClashes, listSwaps } from "./judge-locations";
import { LocationRow } from "./location-row";

/** Which warehouse of the till each location of the shop stands for. */
export function LocationTab({ posName }: { posName: string }) {
  const { shopId, worker } = useSaving();
  const [drafts, setDrafts] = useDrafts("location");
  const list = useLocationMappings(shopId);
  if (list.isPending) return <SkeletonRows label="Loading locations" />;
  if (list.isError && !list.data)
    return <ErrorState message={list.error.message} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const { locations, warehouses, asOf } = list.data;
  if (locations.length === 0) {
    return (
      <EmptyState title="The shop has told us of no location yet" checkedAt={asOf}>
        Its locations appear here once its set-up has been read. Until then its orders are held, never guessed.
      </EmptyState>
    );
  }
  const clashes = listClashes(locations, drafts, warehouses);
  const swaps = listSwaps(locations, drafts);
  const unmapped = locations.filter(({ ours }) => ours === null).length;
  const draft = (location: LocationMapping, ours: string | null) => setDrafts((now) => withDraft(now, draftOf(location, ours)));
  const settle = (clash: Clash, how: "swap" | "take") => {
    const other = locations.find(({ theirs }) => theirs === clash.other);
    const one = locations.find(({ theirs }) => theirs === clash.location);
    if (other && one) setDrafts((now) => withDrafts(now, [draftOf(other, how === "swap" ? one.ours : null)]));
  };
  const draftOf = ({ theirs, name, ours: was, warehouse: wasName }: LocationMapping, ours: string | null): Draft => ({
    kind: "location",
    theirs,
    name,
    was,
    wasName,
    ours,
    oursName: warehouses.find(({ id }) => id === ours)?.name ?? null,
  });

  return (
    <div className="relative flex h-full flex-col">
      <div className="border-b px-4 py-2">
        <ScopeLine
          count={locations.length}
          noun={locations.length === 1 ? "location" : "locations"}
          parts={[unmapped === 0 ? "every one has its warehouse" : `${sayCount(unmapped)} without a warehouse`, `warehouses of ${posName}`]}
        />
      </div>
      {swaps.map(([one, other]) => (
        <p key={`${one}${other}`} className="flex items-center gap-2 border-b bg-warn-soft px-4 py-2 text-warn">
          <ArrowLeftRight className="size-4 shrink-0" aria-hidden />
          {one} and {other} swap their warehouses: what each shows online is replaced by what the other has.
        </p>
      ))}
      <div className="min-h-0 flex-1 overflow-y-auto pb-20">
        <Table label="Locations and their warehouses">
          <Thead>
            <tr>
              <Th>Location of the shop</Th>
              <Th className="w-[42%]">Warehouse of the till</Th>
              <Th isNumber>Holds</Th>
              <Th className="hidden lg:table-cell">Changed</Th>
            </tr>
          </Thead>
          <Tbody>
            {locations.map((location) => (
              <LocationRow
                key={location.theirs}
                location={location}
                warehouses={warehouses}
                draft={drafts.get(location.theirs)}
                mayEdit={worker.may.map}
                onChange={(ours) => draft(location, ours)}
              >
                {clashes
                  .filter((clash) => clash.location === location.theirs)
                  .map((clash) => (
                    <ClashNote
                      key={clash.other}
                      clash={clash}
                      other={locations.find(({ theirs }) => theirs === clash.other)?.name ?? clash.other}
                      maySwap={location.ours !== null}
                      onSettle={settle}
                    />
                  ))}
              </LocationRow>
            ))}
          </Tbody>
        </Table>
      </div>
      <div className="pointer-events-none absolute inset-x-0 bottom-0">
        <DraftBar kind="location" noun="location" obstacle={clashes.length > 0 ? "One warehouse can feed only one location." : null} />
      </div>
    </div>
  );
}

type ClashProps = { clash: Clash; other: string; maySwap: boolean; onSettle: (clash: Clash, how: "swap" | "take") => void };

function ClashNote({ clash, other, maySwap, onSettle }: ClashProps) {
  return (
    <div role="alert" className="mt-1.5 flex flex-wrap items-center gap-1.5 text-xs">
      <TriangleAlert className="size-3.5 shrink-0 text-bad" aria-hidden />
      <span className="text-bad">
        {clash.warehouse} feeds {other} already.
      </span>
      {maySwap && (
        <Button size="sm" onClick={() => onSettle(clash, "swap")}>
          <ArrowLeftRight /> Swap the two
        </Button>
      )}
      <Button size="sm" onClick={() => onSettle(clash, "take")}>
        Take it from {other}
      </Button>
    </div>
  );
}
