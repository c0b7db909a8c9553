import { z } from "zod";

import { sayDuration } from "../../say-duration";
import { defineKind } from "../kind";

export const flowSlow = defineKind({
  id: "flow-slow",
  title: "Slower than it should be",
  family: "connection",
  severity: "medium",
  evidence: z.object({
    flow: z.enum(["stock", "orders"]),
    seconds: z.number(),
    target: z.number(),
    waiting: z.int(),
    /** The connection that makes it slow; empty where neither does. */
    side: z.string(),
    why: z.enum(["answers", "quota", "many"]),
    callSeconds: z.number(),
  }),
  entity: "connection",
  identity: ({ flow }) => flow,
  says: ({ flow, seconds, target, side, why, callSeconds, waiting }, { shop, pos }) => {
    const late = `${flow === "stock" ? `Stock reaches ${shop}` : `Orders reach ${pos}`} in ${sayDuration(seconds * 1000)} instead of ${sayDuration(target * 1000)}`;
    if (why === "answers") return `${late}; ${side} answers slowly, ${sayDuration(callSeconds * 1000)} for each question`;
    if (why === "quota") return `${late}; ${side} allows no more questions`;
    return `${late}; ${waiting.toLocaleString("en-GB")} ${flow === "stock" ? "changes" : "orders"} wait in line`;
  },
  nextStep: ({ flow, side, why }) =>
    why === "many"
      ? "Nothing is wrong yet: it catches up by itself. Hold other big imports and full checks until it has."
      : `Nothing has failed yet. Ask ${side} whether they have trouble${flow === "stock" ? ", and raise the buffer of what sells fastest until it is over" : ""}.`,
  remedies: ["open-connection", "close-by-hand"],
  probe: "lag",
  owner: { role: "ops", respondWithinMinutes: 60 },
  playbook: [
    "See on the connections page which side answers slowly or has no quota left.",
    "While stock is slow, raise the buffers of the fast sellers: the web then stops selling a little earlier.",
    "It closes by itself once the last minutes are within the target, which is a setting of the shop.",
  ],
});
