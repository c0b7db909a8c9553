import type { ConnectionSettings } from "@/components/query/connection-answers";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

import { PriceFields } from "./price-fields";
import { RoutingFields } from "./routing-fields";

type Options = ConnectionSettings["options"];
type Numbers =
  | "reserveDays"
  | "pickupPromiseHours"
  | "shippingPromiseHours"
  | "silentAfterMinutes"
  | "stockTargetSeconds"
  | "orderTargetSeconds"
  | "lateAfterSeconds"
  | "verifiedWithinHours";
type Props = {
  id: string;
  role: ConnectionSettings["role"];
  options: Options;
  wrong: Readonly<Record<string, string>>;
  onChange: (options: Options) => void;
};

const dueOptions = [
  { value: "paid", label: "Paid" },
  { value: "authorized", label: "Authorised or paid" },
  { value: "any", label: "Placed, paid or not" },
] as const;
const ofShop: readonly (readonly [Numbers, string, string])[] = [
  ["reserveDays", "Set stock aside for", "Days; 0 = never"],
  ["pickupPromiseHours", "Ready to collect within", "Hours after the order"],
  ["shippingPromiseHours", "Shipped within", "Hours after the order"],
  ["stockTargetSeconds", "Stock should arrive within", "Seconds, for 95 of 100 changes; above it a warning. 0 = never"],
  ["orderTargetSeconds", "Orders should arrive within", "Seconds, for 95 of 100 orders; above it a warning. 0 = never"],
  ["lateAfterSeconds", "A product is late after", "Seconds for which it may wait or differ before it is named; 15 or more"],
  ["verifiedWithinHours", "Every figure is seen right within", "Hours; the full check runs each night"],
];
const ofPos: readonly (readonly [Numbers, string, string])[] = [
  ["silentAfterMinutes", "A store is silent after", "Minutes without a sale while it is open; 0 = never"],
];

/** How the flows behave: for a shop its orders, for a till its stores. */
export function OptionFields({ id, role, options, wrong, onChange }: Props) {
  const set = (change: Partial<Options>) => onChange({ ...options, ...change });
  return (
    <>
      {role === "shop" && (
        <Field label="An order is carried once it is">
          {(control) => <Select {...control} value={options.dueWhen} options={dueOptions} onChange={(dueWhen) => set({ dueWhen })} />}
        </Field>
      )}
      {(role === "shop" ? ofShop : ofPos).map(([name, label, hint]) => (
        <Field key={name} label={label} hint={hint} error={wrong[`options.${name}`]}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              value={options[name]}
              onChange={({ target }) => set({ [name]: target.valueAsNumber || 0 })}
              required
            />
          )}
        </Field>
      ))}
      {role === "shop" && (
        <div className="grid items-start gap-4 sm:col-span-2 sm:grid-cols-2">
          <RoutingFields shopId={id} options={options} wrong={wrong} onChange={set} />
          <PriceFields options={options} wrong={wrong} onChange={set} />
        </div>
      )}
      {role === "pos" && (
        <>
          <Field label="Stores open at" hint="By the clock of the stores" error={wrong["options.opensAt"]}>
            {(control) => <Input {...control} value={options.opensAt} onChange={({ target }) => set({ opensAt: target.value })} required />}
          </Field>
          <Field label="Stores close at" hint="24:00 ends the day" error={wrong["options.closesAt"]}>
            {(control) => (
              <Input {...control} value={options.closesAt} onChange={({ target }) => set({ closesAt: target.value })} required />
            )}
          </Field>
          {/* The box is a button, which its label names. */}
          <label className="flex items-center gap-2 self-center text-sm">
            <Checkbox checked={options.closedOnSundays} onCheckedChange={(isChecked) => set({ closedOnSundays: isChecked === true })} />
            Closed on Sundays
          </label>
        </>
      )}
    </>
  );
}
