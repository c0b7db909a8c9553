import { z } from "zod";

import { defineKind } from "../kind";

export const lineWithoutProduct = defineKind({
  id: "line-without-product",
  title: "Line that is no product",
  family: "mapping",
  severity: "high",
  evidence: z.object({ line: z.string(), what: z.enum(["custom", "shipping", "gift-card"]) }),
  entity: "service",
  identity: ({ line }) => line,
  says: ({ line }, { pos }) => `Lines called "${line}" have no code, and no service product in ${pos} is chosen for them`,
  nextStep: ({ line }, { pos }) => `Choose the service product in ${pos} that "${line}" is booked on.`,
  remedies: ["map-service"],
  probe: "replan",
  owner: { role: "finance", respondWithinMinutes: 120 },
  playbook: [
    "Ask finance which service product such lines belong to; it decides the account they are booked on.",
    "Map it, look at the preview and release.",
  ],
});
