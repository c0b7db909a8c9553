import type { PromotionEdit } from "@/lib/domain/mapping/edit";
import { Promotion } from "@/lib/domain/prices/promotion";
import { fromWallTime, toWallTime } from "@/lib/domain/wall-time";

/** A promotion as it is typed: times by the clock of the store, lists as text. */
export type PromotionDraft = {
  name: string;
  source: Promotion["source"];
  from: string;
  to: string;
  scope: "all" | "list" | "prefix";
  skus: string;
  prefix: string;
  by: "percent" | "price";
  percent: string;
  price: string;
  tolerance: string;
  code: string;
  minUnits: string;
};
export type Wrong = Readonly<Record<string, string>>;

const dayMs = 86_400_000;

/** Runs from now until the end of the day in a week. */
export function emptyDraft(zone: string, now: Date): PromotionDraft {
  return {
    name: "",
    source: "declared",
    from: `${toWallTime(now.toISOString(), zone).slice(0, 13)}:00`,
    to: `${toWallTime(new Date(now.getTime() + 7 * dayMs).toISOString(), zone).slice(0, 10)}T23:59`,
    scope: "all",
    skus: "",
    prefix: "",
    by: "percent",
    percent: "",
    price: "",
    tolerance: "",
    code: "",
    minUnits: "1",
  };
}

export const draftOf = (promotion: Promotion, zone: string): PromotionDraft => ({
  name: promotion.name,
  source: promotion.source,
  from: toWallTime(promotion.startsAt, zone),
  to: toWallTime(promotion.endsAt, zone),
  scope: promotion.scope.of,
  skus: promotion.scope.of === "list" ? promotion.scope.skus.join("\n") : "",
  prefix: promotion.scope.of === "prefix" ? promotion.scope.prefix : "",
  by: promotion.effect.by,
  percent: promotion.effect.by === "percent" ? promotion.effect.percent : "",
  price: promotion.effect.by === "price" ? promotion.effect.price : "",
  tolerance: promotion.tolerancePercent ?? "",
  code: promotion.code,
  minUnits: String(promotion.minUnits),
});

/** What was seen of a difference that nobody explained. */
export type Seen = { title: string; percent: string; code: string; skus: readonly string[]; since: string };

/** What the difference looks like, ready to be declared or to be accepted as it is. */
export function draftFromCause(seen: Seen, source: Promotion["source"], zone: string, now: Date): PromotionDraft {
  const { title, percent, code, skus, since } = seen;
  const what = skus.length === 1 ? title : `${skus.length} products`;
  const how = percent.startsWith("-") ? `${percent.slice(1)} % more` : `${percent} % off`;
  return {
    ...emptyDraft(zone, now),
    name: `${source === "accepted" ? "Accepted: " : ""}${how}, ${what}`.slice(0, 80),
    source,
    from: toWallTime(since, zone),
    scope: "list",
    skus: skus.join("\n"),
    percent,
    code,
  };
}

/** The promotion that a draft means, or what is wrong with it field by field. */
export function readDraft(draft: PromotionDraft, zone: string): { promotion: Promotion } | { wrong: Wrong } {
  const [startsAt, endsAt] = [fromWallTime(draft.from, zone, "start"), fromWallTime(draft.to, zone, "end")];
  const number = (text: string) => text.trim().replace(",", ".").replace(/\s*%$/, "");
  const read = Promotion.safeParse({
    name: draft.name,
    source: draft.source,
    startsAt: startsAt ?? "",
    endsAt: endsAt ?? "",
    scope:
      draft.scope === "list"
        ? { of: "list", skus: [...new Set(draft.skus.split(/[\n,;]/).map((sku) => sku.trim()))].filter(Boolean) }
        : draft.scope === "prefix"
          ? { of: "prefix", prefix: draft.prefix }
          : { of: "all" },
    effect: draft.by === "percent" ? { by: "percent", percent: number(draft.percent) } : { by: "price", price: number(draft.price) },
    tolerancePercent: draft.tolerance.trim() === "" ? null : number(draft.tolerance),
    code: draft.code,
    minUnits: Number(draft.minUnits),
  });
  if (read.success) return { promotion: read.data };
  const wrong: Record<string, string> = {};
  for (const { path, message } of read.error.issues) wrong[String(path[0])] ??= sentences[String(path[0])] ?? message;
  if (startsAt === null) {
    wrong.startsAt = "Say when it begins.";
    delete wrong.endsAt;
  }
  if (endsAt === null) wrong.endsAt = "Say when it is over.";
  return { wrong };
}

const sentences: Readonly<Record<string, string>> = {
  tolerancePercent: "A number such as 2, or nothing.",
  minUnits: "A whole number, at least 1.",
};

export const editOf = (id: string, promotion: Promotion | null, seenAt: string | null): PromotionEdit => ({
  kind: "promotion",
  theirs: id,
  promotion,
  seenAt,
});
