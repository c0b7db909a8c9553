import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { type Actor, may } from "@/lib/auth/permissions";
import { connectors } from "@/lib/connectors/registry";
import { getConnection } from "@/lib/data/connections";
import { listCorrections } from "@/lib/data/corrections";
import { getOrderTrace } from "@/lib/data/trace";
import { describeCause } from "@/lib/domain/exceptions/view";
import { applyCorrections } from "@/lib/domain/orders/apply-corrections";
import { compareSides } from "@/lib/domain/orders/compare-sides";
import { findReadBack } from "@/lib/domain/orders/find-read-back";
import { listOrderLines } from "@/lib/domain/orders/list-order-lines";
import { customerOf, maskCustomer } from "@/lib/domain/orders/mask-person";
import { whyNotCorrected, whyNotLinkable, whyNotUnlinkable } from "@/lib/domain/orders/may-change";
import { isPersonal, sayFact } from "@/lib/domain/orders/order-fact";
import { sayOrderState } from "@/lib/domain/orders/say-order-state";
import { tellStory } from "@/lib/domain/orders/tell-story";

const news = {
  made: "Order made at the till",
  ready: "Picked: ready to be collected",
  delivered: "Goods handed over",
  closed: "Closed at the till",
  cancelled: "Cancelled at the till",
} as const;

/** The trace as its page and its route answer it: masked for who may not see people. */
export async function tellOrder(shopId: string, orderId: string, actor: Actor) {
  if (!z.uuid().safeParse(shopId).success) throw new AppError("not-found", "There is no such order.");
  const [read, shop, corrections] = await Promise.all([
    getOrderTrace(shopId, orderId),
    getConnection(shopId),
    listCorrections(shopId, [orderId]),
  ]);
  const mayKnow = may(actor, "people:pii");
  const trace = {
    ...read,
    corrections: read.corrections.map((one) => (mayKnow || !isPersonal(one.fact) ? one : { ...one, was: null, value: null })),
  };
  const { source, effects, causes } = trace;
  const [ofShop, ofPos] = [connectors[trace.shopPlatform], connectors[trace.posPlatform]];
  const pos = await getConnection(trace.posId);
  const stateWord = (topic: string, body: string) => {
    const heard = ofPos?.newsIn?.(topic, body);
    return heard ? news[heard] : null;
  };
  const readBack = findReadBack(trace);
  const drafts = effects.filter(({ state }) => state !== "planned").map(({ request }) => request);
  const placeName = (id: string) => effects.find(({ request }) => request.warehouseId === id)?.placeName ?? id;
  const corrected = source && applyCorrections(source, corrections.get(orderId) ?? []);
  const customer = corrected && customerOf(corrected);
  const link = trace.links.find(({ undoneAt }) => undoneAt === null) ?? null;

  return {
    shopId,
    orderId,
    name: trace.name || orderId,
    shopName: trace.shopName,
    posName: trace.posName,
    shopHref: ofShop?.link(shop.settings, { order: orderId }) ?? null,
    headline: sayOrderState(trace),
    state: trace.state,
    attempts: trace.attempts,
    notBefore: trace.notBefore,
    placedAt: trace.placedAt,
    promiseAt: trace.promiseAt,
    amount: trace.amount,
    currency: trace.currency,
    payment: source?.payment ?? null,
    version: source?.version ?? null,
    customer: customer && (mayKnow ? customer : maskCustomer(customer)),
    isMasked: !mayKnow,
    sent: effects.map(({ key, kind, state, attempts, remoteId, placeName, confirmedAt, request }) => ({
      key,
      isByHand: kind === "linked-order",
      state,
      attempts,
      remoteId,
      placeName,
      confirmedAt,
      reservedUntil: request.reservedUntil ? new Date(request.reservedUntil) : null,
      href: remoteId ? (ofPos?.link(pos.settings, { order: remoteId }) ?? null) : null,
    })),
    causes: causes.map((cause) => {
      const { sentence, title, nextStep } = describeCause({ ...cause, shopName: trace.shopName, posName: trace.posName });
      const { id, state, exceptionState, heldAt, releasedAt } = cause;
      return { id, state, exceptionState, heldAt, releasedAt, sentence, title, nextStep };
    }),
    corrections: trace.corrections.map(({ fact, ...correction }) => ({ ...correction, label: sayFact(fact) })),
    link: link && { ...link, whyNotUndone: whyNotUnlinkable(trace) },
    whyNotCorrected: whyNotCorrected(trace),
    whyNotLinkable: whyNotLinkable(trace),
    story: tellStory(trace, stateWord),
    compared: corrected && drafts.length > 0 ? compareSides(corrected, drafts, readBack?.differences ?? null, placeName) : [],
    readBackAt: readBack?.at ?? null,
    lines: corrected ? listOrderLines(corrected, drafts, causes) : [],
    mayLook: may(actor, "exceptions:release"),
    maySeeRaw: may(actor, "connections:write"),
    asOf: new Date(),
  };
}
export type ToldOrder = Awaited<ReturnType<typeof tellOrder>>;
