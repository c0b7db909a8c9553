"use client";

import { LoaderCircle } from "lucide-react";
import Link from "next/link";

import type { LocationStock, SkuStock } from "@/components/query/stock-answers";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { sayDuration } from "@/lib/domain/say-duration";

import { BufferCell } from "./buffer-cell";
import { DriftMark } from "./drift-mark";
import { PlaceActions } from "./place-actions";
import { causeOfEdits, sayEdits } from "./say-edits";
import { sayUnits, signed } from "./say-stock";
import { skuHref } from "./stock-search";
import { webUnits } from "./web-units";
import { bufferSourceOf } from "./where-from";

const units = (value: number | null) => (value === null ? <span className="text-faint">–</span> : sayUnits(value));
const sumOf = (places: readonly LocationStock[], pick: (place: LocationStock) => number | null) =>
  places.reduce((sum, place) => sum + (pick(place) ?? 0), 0);

type Props = { stock: SkuStock; places: readonly LocationStock[]; at: string | null; mayWrite: boolean };

/** One shop's locations with every figure that makes the sellable one, and their sums. */
export function SkuTable({ stock, places, at, mayWrite }: Props) {
  const [{ shopId, shopName }] = places as [LocationStock];
  const all = bufferSourceOf(stock.buffers, shopId, "");
  return (
    <Table label={`${stock.sku} in ${shopName}`} className="[&_td]:px-2.5 [&_th]:px-2.5 [&_tr>*:first-child]:pl-4 [&_tr>*:last-child]:pr-4">
      <Thead>
        <tr>
          <Th>Location</Th>
          <Th isNumber>Shelf</Th>
          <Th isNumber className="max-lg:hidden">
            Reserved
          </Th>
          <Th isNumber className="max-lg:hidden" title="In web orders that the till does not show yet">
            Web orders
          </Th>
          <Th isNumber>Buffer</Th>
          <Th isNumber>Sellable</Th>
          <Th isNumber>Web shows</Th>
          <Th>Difference</Th>
          <Th isNumber>Confirmed</Th>
          {mayWrite && (
            <Th className="w-8">
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </Thead>
      <Tbody>
        {places.map((place) => (
          <PlaceRow key={place.locationId} stock={stock} place={place} isOpen={place.locationId === at} mayWrite={mayWrite} />
        ))}
      </Tbody>
      <tfoot className="border-t bg-muted/40 font-medium">
        <tr>
          <Td>All locations</Td>
          <Total value={sumOf(places, ({ onShelf }) => onShelf)} />
          <Total value={sumOf(places, ({ reserved }) => reserved)} className="max-lg:hidden" />
          <Total value={sumOf(places, webUnits)} className="max-lg:hidden" />
          <Td isNumber>
            <BufferCell
              rule={{ shopId, sku: stock.sku, category: "", locationId: "" }}
              value={all.units}
              source={all.isOwn ? { ...all, text: "each location" } : all}
              place={`every location of ${shopName}`}
              mayWrite={mayWrite}
            />
            <span className="block whitespace-nowrap text-2xs text-faint">at each</span>
          </Td>
          <Total value={sumOf(places, ({ sellable }) => sellable)} />
          <Total value={sumOf(places, ({ shopAvailable }) => shopAvailable)} />
          <Td colSpan={mayWrite ? 3 : 2} />
        </tr>
      </tfoot>
    </Table>
  );
}

const Total = ({ value, className }: { value: number; className?: string }) => (
  <Td isNumber className={cn("tabular-nums", className)}>
    {sayUnits(value)}
  </Td>
);

type RowProps = { stock: SkuStock; place: LocationStock; isOpen: boolean; mayWrite: boolean };

function PlaceRow({ stock, place, isOpen, mayWrite }: RowProps) {
  const { shopId, locationId, locationName, sellable, shopAvailable, rule, isInFlight, confirmedAt, lagMs } = place;
  const source = bufferSourceOf(stock.buffers, shopId, locationId);
  const drift = sellable === null || shopAvailable === null || (isInFlight && !place.driftSince) ? null : shopAvailable - sellable;
  return (
    <Tr aria-selected={isOpen} className="align-top [&>td]:align-top [&>td]:py-2.5">
      <Td className="min-w-40">
        <Link
          href={skuHref(stock.sku, isOpen ? {} : { shop: shopId, at: locationId })}
          scroll={false}
          aria-expanded={isOpen}
          className="rounded-sm font-medium text-link underline-offset-2 hover:underline"
        >
          {locationName}
        </Link>
        <span className="block text-faint text-xs">{place.warehouses.join(" + ")} at the till</span>
        {rule && <span className="mt-0.5 block max-w-72 text-muted-foreground text-xs">{rule}</span>}
        <PlaceNotes place={place} />
        {!rule && <span className="mt-0.5 block text-muted-foreground text-xs">Not read at the till yet</span>}
      </Td>
      <Td isNumber>{units(place.onShelf)}</Td>
      <Td isNumber className="max-lg:hidden">
        {units(place.reserved)}
      </Td>
      <Td isNumber className="max-lg:hidden">
        {units(webUnits(place))}
      </Td>
      <Td isNumber>
        <BufferCell
          rule={{ shopId, sku: stock.sku, category: "", locationId }}
          value={place.buffer}
          source={source}
          place={locationName}
          mayWrite={mayWrite}
        />
      </Td>
      <Td isNumber className="font-semibold">
        {units(sellable)}
      </Td>
      <Td isNumber className="font-semibold">
        {units(shopAvailable)}
      </Td>
      <Td>
        <DriftMark drift={drift} />
        <PlaceState place={place} />
      </Td>
      <Td isNumber className="text-xs">
        {confirmedAt ? (
          <RelativeTime at={confirmedAt} isPast className="text-muted-foreground" />
        ) : (
          <span className="text-faint">not yet</span>
        )}
        {lagMs !== null && <span className="block whitespace-nowrap text-faint">lag {sayDuration(lagMs)}</span>}
      </Td>
      {mayWrite && (
        <Td>
          <PlaceActions place={place} source={source} />
        </Td>
      )}
    </Tr>
  );
}

/** What people did to it: edits in the shop with what they have in common, and what was accepted of them. */
function PlaceNotes({ place }: { place: LocationStock }) {
  const { edits, allowed, allowedUntil } = place;
  return (
    <>
      {edits > 0 && (
        <span className="mt-0.5 block max-w-72 text-warn text-xs">
          {[sayEdits(place), "in seven days"].join(" ")}
          {causeOfEdits(place) && `, ${causeOfEdits(place)}`}
        </span>
      )}
      {allowed !== 0 && allowedUntil && (
        <span className="mt-0.5 block max-w-72 text-info text-xs">
          {signed(allowed)} accepted until <RelativeTime at={allowedUntil} />
        </span>
      )}
    </>
  );
}

function PlaceState({ place: { isInFlight, heldBy, mayOversell, isTracked, isStocked } }: { place: LocationStock }) {
  return (
    <span className="mt-1 flex flex-wrap gap-1 empty:hidden">
      {isInFlight && (
        <Badge tone="info">
          <LoaderCircle className={cn("motion-safe:animate-spin")} aria-hidden /> In flight
        </Badge>
      )}
      {heldBy !== "" && <Badge tone="warn">{kindOf(heldBy)?.title ?? heldBy}</Badge>}
      {!isStocked && <Badge tone="warn">Not stocked here by the shop</Badge>}
      {mayOversell && <Badge tone="bad">Sells below zero</Badge>}
      {!isTracked && <Badge tone="warn">Not counted by the shop</Badge>}
    </span>
  );
}
