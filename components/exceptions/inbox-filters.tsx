"use client";

import type { Colleague } from "@/components/query/use-people";
import { SearchInput } from "@/components/ui/search-input";
import { roleNames } from "@/lib/auth/permissions";

import { type CauseSearch, causeStates, families } from "./cause-search";
import { ChoiceMenu } from "./choice-menu";
import { familyWords, stateWords } from "./say-scope";

type Props = {
  search: CauseSearch;
  onChange: (change: Partial<CauseSearch>) => void;
  shops: readonly { id: string; name: string }[];
  people: readonly Colleague[];
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const stateOptions = causeStates.map((value) => ({ value, label: value === "active" ? "Open, taken or not" : capital(stateWords[value]) }));
const familyOptions = families.map((value) => ({ value, label: capital(familyWords[value]) }));
const owningRoles = ["ops", "finance", "ecommerce", "admin"] as const;

export function InboxFilters({ search, onChange, shops, people }: Props) {
  const owners = [
    { value: "me", label: "Me" },
    { value: "nobody", label: "Nobody" },
    ...owningRoles.map((role) => ({ value: `role:${role}`, label: `For ${roleNames[role]}` })),
    ...people.filter(({ isMe }) => !isMe).map(({ id, name }) => ({ value: id, label: name })),
    ...(search.owner.startsWith("rule:") ? [{ value: search.owner, label: "By an ownership rule" }] : []),
  ];
  return (
    <search aria-label="Filter" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
      <SearchInput label="Search causes" value={search.q} onChange={(q) => onChange({ q })} className="min-w-36 max-w-56 flex-1" />
      <ChoiceMenu
        label="State"
        none="active"
        value={search.state}
        options={stateOptions}
        onChange={(state) => onChange({ state: state as CauseSearch["state"] })}
      />
      <ChoiceMenu label="Owner" none="" value={search.owner} options={owners} onChange={(owner) => onChange({ owner })} />
      <ChoiceMenu
        label="About"
        none=""
        value={search.family}
        options={familyOptions}
        onChange={(family) => onChange({ family: family as CauseSearch["family"] })}
      />
      <ChoiceMenu
        label="Shop"
        none=""
        value={search.shop}
        options={shops.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(shop) => onChange({ shop })}
      />
    </search>
  );
}
