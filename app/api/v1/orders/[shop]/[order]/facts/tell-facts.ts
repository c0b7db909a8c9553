import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { type Actor, may } from "@/lib/auth/permissions";
import { connectors } from "@/lib/connectors/registry";
import { getConnection } from "@/lib/data/connections";
import { listCorrectionsOf } from "@/lib/data/corrections";
import { findOrder } from "@/lib/data/order-links";
import { listShopLocations } from "@/lib/data/warehouses";
import { applyCorrections, isOvertaken } from "@/lib/domain/orders/apply-corrections";
import { whyNotCorrected, whyNotLinkable } from "@/lib/domain/orders/may-change";
import { missingFacts } from "@/lib/domain/orders/missing-facts";
import { isPersonal, listFacts, readFact, sayFact } from "@/lib/domain/orders/order-fact";

/** What of an order can be corrected, each fact as the shop says it; what is personal only for who may see people. */
export async function tellFacts(shopId: string, orderId: string, actor: Actor) {
  if (!z.uuid().safeParse(shopId).success) throw new AppError("not-found", "There is no such order.");
  const [shop, order, all] = await Promise.all([getConnection(shopId), findOrder(shopId, orderId), listCorrectionsOf(shopId, orderId)]);
  if (!order) throw new AppError("not-found", "There is no such order.");
  const { source } = order;
  const corrections = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  const mayKnow = may(actor, "people:pii");
  const problems = new Map(source ? missingFacts(applyCorrections(source, corrections)).map(({ fact, problem }) => [fact, problem]) : []);
  const facts = source ? listFacts(source) : [];
  return {
    name: order.name,
    shopName: shop.name,
    shopHref: connectors[shop.platform]?.link(shop.settings, { order: orderId }) ?? null,
    whyNotCorrected: whyNotCorrected(order),
    whyNotLinkable: whyNotLinkable(order),
    facts: facts.map((fact) => {
      const found = corrections.find((one) => one.fact === fact);
      const isHidden = isPersonal(fact) && !mayKnow;
      return {
        fact,
        label: sayFact(fact),
        problem: fact === "location" && !found ? "missing" : (problems.get(fact) ?? null),
        /** Null: not for this role. */
        original: isHidden || !source ? null : readFact(source, fact),
        correction:
          found && source
            ? {
                id: found.id,
                value: isHidden ? null : found.label || found.value,
                byName: found.byName,
                at: found.at,
                isOvertaken: isOvertaken(source, found),
              }
            : null,
      };
    }),
    locations: facts.includes("location") ? await listShopLocations(shopId) : [],
  };
}
