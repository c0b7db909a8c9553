import { ArrowUp, X } from "lucide-react";

import type { ConnectionSettings } from "@/components/query/connection-answers";
import { useLocationMappings } from "@/components/query/use-mappings";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";

type Options = ConnectionSettings["options"];
type Props = { shopId: string; options: Options; wrong: Readonly<Record<string, string>>; onChange: (change: Partial<Options>) => void };

const ways = [
  { value: "hold", label: "Hold them" },
  { value: "chosen", label: "Send them to one location" },
  { value: "stock", label: "Send them where everything is in stock" },
] as const;

/** Where orders go that the shop assigned to no location. What a customer chose always stays. */
export function RoutingFields({ shopId, options, wrong, onChange }: Props) {
  return (
    <>
      <Field label="Orders without a location" hint="A store that the customer chose is never changed">
        {(control) => (
          <Select
            {...control}
            value={options.withoutLocation}
            options={ways}
            onChange={(withoutLocation) => onChange({ withoutLocation })}
          />
        )}
      </Field>
      {options.withoutLocation === "hold" ? (
        <span className="hidden sm:block" />
      ) : (
        <Places shopId={shopId} options={options} wrong={wrong} onChange={onChange} />
      )}
    </>
  );
}

function Places({ shopId, options, wrong, onChange }: Props) {
  const list = useLocationMappings(shopId);
  if (list.isError && !list.data)
    return <ErrorState message={list.error.message} onRetry={() => void list.refetch()} className="min-h-24" />;
  if (!list.data) return <SkeletonRows count={2} label="Loading locations" />;
  const places = list.data.locations
    .filter(({ ours, isActive }) => ours !== null && isActive)
    .map(({ theirs, name }) => ({ value: theirs, label: name }));
  if (options.withoutLocation === "chosen") {
    return (
      <Field label="They go to" hint="Mapped locations that are in use" error={wrong["options.chosenLocation"]}>
        {(control) => (
          <Select
            {...control}
            value={options.chosenLocation || undefined}
            options={places}
            placeholder="Choose a location"
            onChange={(chosenLocation) => onChange({ chosenLocation })}
          />
        )}
      </Field>
    );
  }
  const preferred = options.preferredLocations;
  const set = (preferredLocations: string[]) => onChange({ preferredLocations });
  const nameOf = (id: string) => list.data.locations.find(({ theirs }) => theirs === id)?.name ?? "a location that is gone";
  const rest = places.filter(({ value }) => !preferred.includes(value));
  return (
    <Field label="Of several with everything, first" hint="Beyond the list: the one with the most to spare">
      {(control) => (
        <div className="grid gap-1.5">
          {preferred.length > 0 && (
            <ol className="divide-y rounded-md border">
              {preferred.map((id, at) => (
                <li key={id} className="flex items-center gap-2 py-0.5 pr-1 pl-2.5 text-sm">
                  <span className="text-faint tabular-nums">{at + 1}</span>
                  <span className="min-w-0 flex-1 truncate">{nameOf(id)}</span>
                  <Button
                    type="button"
                    variant="ghost"
                    size="icon-sm"
                    aria-label={`${nameOf(id)} earlier`}
                    disabled={at === 0}
                    onClick={() => set(preferred.toSpliced(at, 1).toSpliced(at - 1, 0, id))}
                  >
                    <ArrowUp />
                  </Button>
                  <Button
                    type="button"
                    variant="ghost"
                    size="icon-sm"
                    aria-label={`Take ${nameOf(id)} off the list`}
                    onClick={() => set(preferred.filter((one) => one !== id))}
                  >
                    <X />
                  </Button>
                </li>
              ))}
            </ol>
          )}
          {(rest.length > 0 || preferred.length === 0) && (
            <Select
              {...control}
              key={preferred.length}
              value={undefined}
              options={rest}
              placeholder={preferred.length === 0 ? "No preference; choose one" : "Add the next one"}
              onChange={(id) => set([...preferred, id])}
            />
          )}
        </div>
      )}
    </Field>
  );
}
