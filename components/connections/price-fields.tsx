import type { ConnectionSettings } from "@/components/query/connection-answers";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type Options = ConnectionSettings["options"];
type Props = { options: Options; wrong: Readonly<Record<string, string>>; onChange: (change: Partial<Options>) => void };

const checks = [
  { value: "off", label: "Do not check them" },
  { value: "note", label: "Note it with the order" },
  { value: "hold", label: "Hold the order" },
] as const;

/** What happens when a web order was not sold at the till's price and no promotion explains it. */
export function PriceFields({ options, wrong, onChange }: Props) {
  return (
    <>
      <Field label="Check prices of web orders against the till" hint="Prices that no promotion of the calendar explains">
        {(control) => (
          <Select {...control} value={options.priceCheck} options={checks} onChange={(priceCheck) => onChange({ priceCheck })} />
        )}
      </Field>
      {options.priceCheck === "off" ? (
        <span className="hidden sm:block" />
      ) : (
        <div className="grid grid-cols-2 gap-4">
          <Field label="Per cent that pass" hint="Of the till's price" error={wrong["options.priceTolerancePercent"]}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={options.priceTolerancePercent}
                onChange={({ target }) => onChange({ priceTolerancePercent: target.value })}
                required
              />
            )}
          </Field>
          <Field label="Or money that passes" hint="For one; the larger counts" error={wrong["options.priceToleranceAmount"]}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={options.priceToleranceAmount}
                onChange={({ target }) => onChange({ priceToleranceAmount: target.value })}
                required
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
