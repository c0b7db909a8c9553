import { AppError } from "@/lib/app-error";
import type { Edit } from "@/lib/domain/mapping/edit";
import type { LinkKind } from "@/lib/domain/mapping/link";
import { Promotion } from "@/lib/domain/prices/promotion";
import type { Db } from "./client";
import { saveEdits } from "./edits";
import { findPromotion, isSame } from "./promotions";

type Side = { ours: string | null; promotion?: unknown } | null;
type Change = { kind: LinkKind | "promotion"; theirs: string; before: Side; after: Side; shopId: string };

/** Puts a batch back as it was. Refused where somebody changed one of its mappings or promotions since. */
export async function undoEdits(tx: Db, batchId: string, by: string): Promise<{ shopId: string; edits: Edit[] }> {
  const changes = await tx.$queryRaw<Change[]>`
    update link_change set undone_at = now() where batch_id = ${batchId}::uuid and undone_at is null and at > now() - interval '30 days'
    returning kind, theirs, before, after, shop_id as "shopId"`;
  const [first] = changes;
  if (!first) throw new AppError("conflict", "This change was undone already, or is older than 30 days.");
  const { shopId } = first;
  const now = await tx.$queryRaw<{ kind: string; theirs: string; ours: string | null }[]>`
    select kind, theirs, ours from link where shop_id = ${shopId}::uuid and theirs = any(${changes.map(({ theirs }) => theirs)}::text[]) for update`;
  const standing = new Map(now.map(({ kind, theirs, ours }) => [`${kind}|${theirs}`, ours]));
  const edits: Edit[] = [];
  for (const { kind, theirs, before, after } of changes) {
    if (kind === "promotion") {
      const stands = await findPromotion(tx, shopId, theirs);
      if (!isSame(stands, promotionOf(after))) throw again(promotionOf(after)?.name ?? promotionOf(before)?.name ?? "The promotion");
      edits.push({ kind, theirs, promotion: promotionOf(before), seenAt: null });
      continue;
    }
    const current = standing.get(`${kind}|${theirs}`) ?? null;
    if (current !== (after?.ours ?? null)) throw again(theirs);
    edits.push({ kind, theirs, ours: before?.ours ?? null });
  }
  await saveEdits(tx, shopId, edits, by, "undo");
  return { shopId, edits };
}

const promotionOf = (side: Side): Promotion | null => (side ? Promotion.parse(side.promotion) : null);
const again = (what: string) => new AppError("conflict", `${what} was changed again since; undo that first.`);
