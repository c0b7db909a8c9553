import { sayFact } from "./order-fact";
import type { OrderTrace, TraceCorrection, TraceLink } from "./order-trace";
import { fact, moment, parity, type StoryMoment } from "./story-moment";

const nobody = "somebody who is gone";

/** Values are left out for who may not see people. */
export function corrected(correction: TraceCorrection): StoryMoment[] {
  const { id, was, value, reason, byName, at, withdrawnAt, withdrawnByName, isOvertaken } = correction;
  const name = sayFact(correction.fact);
  const change = was === null || value === null ? "" : `, from ${was === "" ? "nothing" : was} to ${value === "" ? "nothing" : value}`;
  const note = isOvertaken && !withdrawnAt ? "The shop has changed it since: what the shop says now counts." : "";
  return [
    moment(`corrected-${id}`, at, "corrected", parity, `${name} corrected by ${byName ?? nobody}${change}`, {
      text: [reason, note].filter(Boolean).join(" · "),
    }),
    ...(withdrawnAt
      ? [
          moment(`withdrawn-${id}`, withdrawnAt, "corrected", parity, `Correction of ${name.toLowerCase()} withdrawn`, {
            text: `by ${withdrawnByName ?? nobody}`,
          }),
        ]
      : []),
  ];
}

export function linked({ posName }: OrderTrace, link: TraceLink): StoryMoment[] {
  const { id, remoteId, reason, difference, byName, at, undoneAt, undoneByName, undoneWhy } = link;
  const differs = difference === "" ? "" : `with a difference: ${difference}`;
  return [
    moment(`linked-${id}`, at, "linked", parity, `Entered by hand: linked to order ${remoteId} in ${posName} by ${byName ?? nobody}`, {
      text: [differs, reason].filter(Boolean).join(" · "),
      facts: [fact("Order at the till", remoteId, true)],
    }),
    ...(undoneAt
      ? [
          moment(`unlinked-${id}`, undoneAt, "linked", parity, `Link to order ${remoteId} undone by ${undoneByName ?? nobody}`, {
            text: undoneWhy,
          }),
        ]
      : []),
  ];
}
