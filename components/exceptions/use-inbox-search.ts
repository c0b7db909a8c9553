"use client";

import { useQueryStates } from "nuqs";
import { useMemo } from "react";

import { useSettled } from "@/components/query/use-settled";

import { causeSearch, filterOf } from "./cause-search";

/** The inbox's address, and the filter in it once the typing pauses. */
export function useInboxSearch() {
  const [search, setSearch] = useQueryStates(causeSearch);
  const q = useSettled(search.q, 200);
  const { state, owner, family, kind, shop } = search;
  const filter = useMemo(() => filterOf({ state, owner, family, kind, shop, q, cause: null }), [state, owner, family, kind, shop, q]);
  return { search, setSearch, filter };
}
