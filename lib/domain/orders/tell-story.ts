import { sayCause } from "../exceptions/verdict";
import type { OrderTrace, TraceEffect } from "./order-trace";
import { sayRoute } from "./route";
import { saidOfPrices } from "./say-prices";
import { fact, moment, parity, type StoryMoment, type StoryStep } from "./story-moment";
import { corrected, linked } from "./tell-changes";

/** Two notes of one event lie this close together. */
const sameMs = 5_000;

/** What happened to the order in both systems and here, oldest first, from what is stored and nothing else. */
export function tellStory(trace: OrderTrace, stateWord: (topic: string, body: string) => string | null = () => null): StoryMoment[] {
  const moments = [
    ...placed(trace),
    ...told(trace, stateWord),
    ...trace.effects.flatMap((effect) => sent(trace, effect)),
    ...held(trace),
    ...recorded(trace),
    ...priced(trace),
    ...released(trace),
    ...trace.corrections.flatMap(corrected),
    ...trace.links.flatMap((link) => linked(trace, link)),
  ];
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime() || order[a.step] - order[b.step]);
}

const order: Record<StoryStep, number> = {
  placed: 0,
  told: 1,
  found: 1,
  released: 2,
  corrected: 2,
  linked: 2,
  planned: 3,
  sent: 4,
  unclear: 5,
  refused: 5,
  answered: 6,
  "at-till": 7,
  confirmed: 8,
  different: 8,
  held: 8,
  skipped: 8,
  waiting: 8,
  failed: 8,
  freed: 9,
};

function placed({ placedAt, shopName, deliveries, hintedAt }: OrderTrace): StoryMoment[] {
  const wasTold = deliveries.some(({ from }) => from === "shop");
  return [
    ...(placedAt ? [moment("placed", placedAt, "placed", shopName, "Placed by the customer")] : []),
    ...(wasTold
      ? []
      : [moment("found", hintedAt, "found", parity, "Found by asking the shop what changed", { text: "No message had told of it." })]),
  ];
}

function told({ deliveries, shopName, posName }: OrderTrace, stateWord: (topic: string, body: string) => string | null): StoryMoment[] {
  return deliveries.map(({ deliveryId, from, topic, state, reason, repeats, happenedAt, receivedAt, body }) => {
    const late = receivedAt.getTime() - happenedAt.getTime();
    const word = stateWord(topic, body);
    return moment(
      `delivery-${from}-${deliveryId}`,
      receivedAt,
      from === "shop" ? "told" : "at-till",
      from === "shop" ? shopName : posName,
      from === "shop" ? `Told by the shop: ${topic}` : (word ?? `Told by the till: ${topic}`),
      {
        text: state === "taken" ? "" : reason,
        facts: [
          fact("Message", deliveryId, true),
          ...(repeats > 0 ? [fact("Repeats", `came ${repeats + 1} times, kept once`)] : []),
          ...(late > sameMs ? [fact("Sent there", happenedAt.toISOString())] : []),
        ],
      },
    );
  });
}

function sent({ posName, records }: OrderTrace, effect: TraceEffect): StoryMoment[] {
  const { key, kind, state, attempts, remoteId, answer, firstSentAt, lastSentAt, doneAt, confirmedAt, request, placeName } = effect;
  const again = lastSentAt && firstSentAt && lastSentAt.getTime() > firstSentAt.getTime();
  const why = request.route ? `. ${sayRoute(request.route)}` : "";
  const rows = `${request.rows.length} ${request.rows.length === 1 ? "row" : "rows"} for ${placeName}${why}`;
  const runAt = (at: Date | null) => records.find((record) => at && Math.abs(record.at.getTime() - at.getTime()) < sameMs)?.runId ?? null;
  return [
    ...(firstSentAt
      ? [moment(`sent-${key}`, firstSentAt, "sent", parity, `Sent to ${posName}`, { text: rows, facts: [fact("External id", key, true)] })]
      : []),
    ...(again && lastSentAt
      ? [moment(`again-${key}`, lastSentAt, "sent", parity, `Sent again, attempt ${attempts}`, { facts: [fact("External id", key, true)] })]
      : []),
    ...((state === "unclear" || state === "refused") && lastSentAt
      ? [moment(`answer-${key}`, lastSentAt, state, posName, state === "refused" ? "Refused" : "No clear answer", { text: answer })]
      : []),
    ...(doneAt && remoteId && kind !== "linked-order"
      ? [
          moment(`done-${key}`, doneAt, "answered", posName, `Taken as order ${remoteId}`, {
            facts: [fact("Order at the till", remoteId, true)],
          }),
        ]
      : []),
    ...(confirmedAt
      ? [
          moment(
            `confirmed-${key}`,
            confirmedAt,
            "confirmed",
            parity,
            kind === "linked-order" ? "Read back: the till holds what was linked" : "Read back: exactly what was sent",
            { runId: runAt(confirmedAt) },
          ),
        ]
      : []),
  ];
}

function held({ causes, shopName, posName, records }: OrderTrace): StoryMoment[] {
  const runAt = (at: Date) => records.find((record) => Math.abs(record.at.getTime() - at.getTime()) < sameMs)?.runId ?? null;
  return causes.flatMap((cause) => {
    const text = sayCause(cause, { shop: shopName, pos: posName });
    const title = cause.exceptionState === "set-aside" ? "Set aside" : "Held";
    return [
      moment(`held-${cause.id}`, cause.heldAt, "held", parity, title, { text, causeId: cause.id, runId: runAt(cause.heldAt) }),
      ...(cause.releasedAt
        ? [moment(`freed-${cause.id}`, cause.releasedAt, "freed", parity, "No longer in the way", { text, causeId: cause.id })]
        : []),
    ];
  });
}

const stepOf: Record<string, StoryStep> = {
  confirmed: "confirmed",
  skipped: "skipped",
  held: "held",
  failed: "failed",
  "not-yet-visible": "waiting",
  "accepted-different": "different",
};
const titleOf: Record<string, string> = {
  confirmed: "Confirmed",
  skipped: "Not sent",
  held: "Looked at again: still held",
  failed: "Did not go through",
  "not-yet-visible": "Not visible at the till yet",
  "accepted-different": "Taken, but the till holds something else",
};

/** What a run noted of it, unless one of the moments above says the same. */
function recorded({ records, effects, causes }: OrderTrace): StoryMoment[] {
  const isNear = (at: Date, other: Date | null) => other !== null && Math.abs(other.getTime() - at.getTime()) < sameMs;
  return records.flatMap(({ id, at, runId, outcome, why }) => {
    if (outcome === "confirmed" && effects.some(({ confirmedAt }) => isNear(at, confirmedAt))) return [];
    if (outcome === "held" && causes.some(({ heldAt }) => isNear(at, heldAt))) return [];
    return [moment(`record-${id}`, at, stepOf[outcome] ?? "waiting", parity, titleOf[outcome] ?? outcome, { text: why, runId })];
  });
}

/** Lines that were not sold at the till's price and went nevertheless. */
function priced({ records, currency }: OrderTrace): StoryMoment[] {
  return records
    .flatMap(({ id, at, runId, detail }) => {
      const texts = saidOfPrices(detail.prices, currency);
      return texts.length === 0
        ? []
        : [moment(`prices-${id}`, at, "planned", parity, "Another price than the till's", { text: texts.join(". "), runId })];
    })
    .slice(0, 1);
}

function released({ releases }: OrderTrace): StoryMoment[] {
  return releases.map(({ planId, causeIds, by, byName, startedAt, outcome, outcomeWhy }) => {
    const who = by === "flow" ? "by itself: the cause was gone" : `by ${byName ?? "somebody who is gone"}`;
    const ended = outcome === "differs" ? `It came out differently: ${outcomeWhy}` : "";
    return moment(`plan-${planId}`, startedAt, "released", parity, `Released ${who}`, { text: ended, causeId: causeIds[0] ?? null });
  });
}
