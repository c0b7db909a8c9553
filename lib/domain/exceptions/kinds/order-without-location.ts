import { z } from "zod";

import { defineKind } from "../kind";

const Best = z.object({ name: z.string(), has: z.int(), of: z.int() });

export const orderWithoutLocation = defineKind({
  id: "order-without-location",
  title: "Order without a location",
  family: "orders",
  severity: "high",
  evidence: z.object({
    orderId: z.string(),
    name: z.string(),
    /** Why the shop's own rule found none. Null: it has no rule, or the rule is not for this order. */
    problem: z.enum(["none-has-all", "place-closed"]).nullish(),
    /** The places that have most of it. */
    best: z.array(Best).optional(),
  }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, problem, best = [] }, { shop }) => {
    if (problem === "place-closed")
      return `Orders without a location of ${shop} go to a place that is not in use or not mapped; ${name} waits`;
    if (problem !== "none-has-all") return `${shop} has not said which location fills order ${name}`;
    const had = best.map((one) => `${one.name} has ${one.has === 0 ? "none" : `${one.has} of ${one.of} items`}`).join(", ");
    return `No store has everything of order ${name}${had === "" ? "" : `: ${had}`}`;
  },
  nextStep: ({ name, problem }, { shop }) =>
    problem === "none-has-all"
      ? `Assign a location to ${name} in ${shop}, or split it there, or choose the store here; it goes by itself as soon as one store has everything.`
      : problem === "place-closed"
        ? `Choose another place in the settings of ${shop}, or put that one back in use.`
        : `Assign a location to ${name} in ${shop}, or choose the store here.`,
  remedies: ["choose-location", "link-order", "look-at-order", "send-again"],
  probe: "replan",
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Open the order in the web shop and assign the location that has the goods.",
    "Parity notices by itself and sends the order.",
    "If that cannot be done there, choose the store here, look at the preview and release.",
    "If it happens often, choose under Connections where orders without a location go.",
  ],
});
