import type { LineVerdict } from "@/components/query/mapping-answers";
import type { LinkKind } from "@/lib/domain/mapping/link";

import type { Draft } from "../drafts";
import { sayLine } from "../services/say-line";

/** The lines of a file that change something, as what the sheet would have changed: wrong ones and those that are the same are none. */
export const draftsOf = (lines: readonly LineVerdict[]): Draft[] =>
  lines
    .filter(({ verdict }) => verdict !== "wrong" && verdict !== "same")
    .map(({ kind, theirs, ours, name, was, wasName, oursName }) => ({
      kind: kind as LinkKind,
      theirs,
      name: name || (kind === "service" ? sayLine(theirs).name : kind === "location" ? theirs : ""),
      was,
      wasName,
      ours: ours.trim() === "" ? null : ours,
      oursName,
    }));
