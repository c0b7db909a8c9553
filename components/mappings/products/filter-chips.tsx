"use client";

import { type MappingCounts, type MappingShow, mappingShows } from "@/components/query/mapping-answers";
import { ChoiceChips } from "@/components/ui/choice-chips";

export const showWords: Record<MappingShow, string> = {
  all: "All",
  blocked: "Holding orders",
  gaps: "Gaps",
  near: "Nearly the same code",
  "one-sided": "Not sold yet",
  duplicates: "Shared",
  mapped: "Mapped",
};

const hints: Record<MappingShow, string> = {
  all: "Every web product",
  blocked: "Orders wait for these",
  gaps: "No product of the till belongs to them",
  near: "The till has the code but for case, spaces, dashes or leading zeros",
  "one-sided": "Online without a product of the till; no order has asked for them yet",
  duplicates: "Several web products sell one product of the till",
  mapped: "By a saved mapping, not by the same code",
};

type Props = { chosen: MappingShow; counts: MappingCounts | null; onChoose: (show: MappingShow) => void };

export function FilterChips({ chosen, counts, onChoose }: Props) {
  const chips = mappingShows.map((show) => ({ value: show, label: showWords[show], hint: hints[show], count: counts?.[show] ?? null }));
  return <ChoiceChips chosen={chosen} chips={chips} onChoose={onChoose} />;
}
