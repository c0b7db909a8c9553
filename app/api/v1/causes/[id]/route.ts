import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { getCause, listEntries, listHeld, listOverlaps } from "@/lib/data/causes";
import { listPlansOf } from "@/lib/data/plan-view";
import { suggestFor } from "@/lib/data/suggestions";
import { sayCause } from "@/lib/domain/exceptions/verdict";
import { describeCause } from "@/lib/domain/exceptions/view";

type Context = { params: Promise<{ id: string }> };

/** A cause with its evidence: samples, what else they wait for, suggested fixes, history, releases. */
export const GET = answerApi("exceptions:read", async (_, __, { params }: Context) => {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) throw new AppError("not-found", "This cause does not exist.");
  const cause = describeCause(await getCause(id));
  const wantsProduct = cause.remedies.includes("map-sku");
  const [held, overlaps, entries, plans, suggestions] = await Promise.all([
    listHeld(id, { limit: 5 }),
    listOverlaps(id),
    listEntries(id),
    listPlansOf(id),
    wantsProduct ? suggestFor(cause.connectionId, [cause.entity]) : null,
  ]);
  const names = { shop: cause.shopName || cause.posName, pos: cause.posName };
  const alsoWaitingFor = overlaps.map(({ evidence, ...overlap }) => ({
    ...overlap,
    sentence: sayCause({ kind: overlap.kind, evidence }, names),
  }));
  return { cause, held, overlaps: alsoWaitingFor, entries, plans, suggestions: suggestions?.get(cause.entity) ?? [] };
});
