"use client";

import type { DriftCounts } from "@/components/query/stock-answers";
import { ChoiceChips } from "@/components/ui/choice-chips";

import { showHints, showWords } from "./say-stock";
import { type DriftShow, driftShows } from "./stock-search";

type Props = { chosen: DriftShow; counts: DriftCounts | null; onChoose: (show: DriftShow) => void };

export function ShowChips({ chosen, counts, onChoose }: Props) {
  const chips = driftShows.map((show) => ({
    value: show,
    label: showWords[show],
    hint: showHints[show],
    count: counts?.[show] ?? null,
    isBad: show === "danger",
  }));
  return <ChoiceChips chosen={chosen} chips={chips} onChoose={onChoose} className="order-last w-full" />;
}
