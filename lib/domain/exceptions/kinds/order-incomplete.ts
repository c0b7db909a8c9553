import { z } from "zod";

import { OrderFact, sayFact } from "../../orders/order-fact";
import { defineKind } from "../kind";

const Lack = z.object({ fact: OrderFact, problem: z.enum(["missing", "malformed"]) });

export const orderIncomplete = defineKind({
  id: "order-incomplete",
  title: "Order lacks something",
  family: "orders",
  severity: "high",
  evidence: z.object({ orderId: z.string(), name: z.string(), lacks: z.array(Lack) }),
  entity: "order",
  identity: ({ orderId }) => orderId,
  says: ({ name, lacks }) => sayLacks(name, lacks),
  nextStep: ({ lacks }, { shop }) =>
    `Ask the customer, then correct ${lacks.length === 1 ? "it" : "them"} here or in ${shop}. What ${shop} said is kept.`,
  remedies: ["edit-order", "link-order", "look-at-order"],
  probe: "replan",
  owner: { role: "ops", respondWithinMinutes: 60 },
  playbook: [
    "Look at the rest of the address: it often says what is missing.",
    "Otherwise ask the customer by e-mail or phone.",
    "Write it in here, look at the preview and release. The order in the web shop is not changed.",
    "If it is corrected in the web shop instead, Parity notices by itself.",
  ],
});

const list = new Intl.ListFormat("en-GB");

/** "Order #1001 has no postcode", "The e-mail of order #1001 cannot be right". */
function sayLacks(name: string, lacks: readonly z.infer<typeof Lack>[]): string {
  const named = (problem: string) => lacks.filter((lack) => lack.problem === problem).map(({ fact }) => sayFact(fact).toLowerCase());
  const malformed = list.format(named("malformed"));
  const missing = named("missing").map((fact) => (fact === "last name" ? "name to deliver to" : fact));
  const address = ["street", "town", "country"];
  const isWhole = address.every((part) => missing.includes(part));
  const lacking = isWhole ? ["delivery address", ...missing.filter((fact) => ![...address, "postcode"].includes(fact))] : missing;
  if (lacking.length === 0) return `The ${malformed} of order ${name} cannot be right`;
  return `Order ${name} has no ${list.format(lacking)}${malformed === "" ? "" : `, and its ${malformed} cannot be right`}`;
}
