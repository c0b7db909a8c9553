import { serviceKinds } from "@/lib/domain/mapping/link";

const kinds: Readonly<Record<string, { name: string; detail: string }>> = {
  [serviceKinds.shipping]: { name: "Any shipping", detail: "delivery charges that have no mapping of their own" },
  [serviceKinds.custom]: { name: "Any line without a code", detail: "custom lines that have no mapping of their own" },
  [serviceKinds["gift-card"]]: { name: "Any gift card", detail: "gift cards sold online" },
};

export type Line = { name: string; detail: string; isKind: boolean };

/** How a line without a code is called: a whole kind, or the lines of one title. */
export function sayLine(theirs: string): Line {
  const kind = kinds[theirs];
  return kind ? { ...kind, isKind: true } : { name: `“${theirs}”`, detail: "lines with exactly this title", isKind: false };
}

/** The kinds that have no row yet, so that they can be mapped before they hold anything. */
export const listMissingKinds = (known: readonly { theirs: string }[]): string[] =>
  Object.values(serviceKinds).filter((kind) => !known.some(({ theirs }) => theirs === kind));
