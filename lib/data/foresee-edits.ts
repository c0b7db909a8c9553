import { type Edit, linksIn, promotionsIn } from "@/lib/domain/mapping/edit";
import { db } from "./client";
import { type Foresight, foreseeLinks } from "./foresee-links";
import { listPriceCausesOf } from "./price-causes-of";
import { listPromotionProblems } from "./promotions";

type Foreseen = Foresight["edits"][number];
export type EditForesight = { edits: (Foreseen | (Omit<Foreseen, "kind"> & { kind: "promotion" }))[]; causeIds: string[] };

/** What saving these mappings and promotions means, without saving them. */
export async function foreseeEdits(shopId: string, edits: readonly Edit[]): Promise<EditForesight> {
  const [links, promotions] = [linksIn(edits), promotionsIn(edits)];
  const [foreseen, problems, causeIds] = await Promise.all([
    links.length > 0 ? foreseeLinks(shopId, links) : { edits: [], causeIds: [] },
    listPromotionProblems(db, shopId, promotions),
    listPriceCausesOf(shopId, promotions),
  ]);
  const about = { oursTitle: null, sharing: [], units: null, unitsNext: null };
  return {
    causeIds: [...new Set([...foreseen.causeIds, ...causeIds])],
    edits: [
      ...foreseen.edits,
      ...promotions.map(({ kind, theirs, promotion }, at) => ({
        kind,
        theirs,
        ours: promotion?.name ?? null,
        problem: problems[at] ?? null,
        ...about,
      })),
    ],
  };
}
