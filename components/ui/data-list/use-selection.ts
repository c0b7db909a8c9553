"use client";

import { useState } from "react";

import { nothing, type Selection } from "./selection";

/** Survives reloads and actions; another `scope` (the filter as text) is another list and begins with nothing. */
export function useSelection(scope: string): [Selection, (next: Selection) => void] {
  const [kept, keep] = useState({ scope, selection: nothing });
  return [kept.scope === scope ? kept.selection : nothing, (selection) => keep({ scope, selection })];
}
