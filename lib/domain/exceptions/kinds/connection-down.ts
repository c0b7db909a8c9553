import { z } from "zod";

import { defineKind } from "../kind";

export const connectionDown = defineKind({
  id: "connection-down",
  title: "System does not answer",
  family: "connection",
  severity: "high",
  evidence: z.object({ connection: z.string(), failure: z.enum(["down", "busy", "odd-answer"]), operation: z.string() }),
  entity: "connection",
  identity: () => "answer",
  says: ({ connection, failure }) =>
    failure === "busy"
      ? `${connection} asks us to slow down and takes nothing at the moment`
      : `${connection} does not answer; everything to and from it waits`,
  nextStep: ({ connection }) => `Nothing to do yet: Parity tries again by itself. If it lasts, look at the status page of ${connection}.`,
  remedies: ["send-again"],
  probe: "ping",
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Look at the status page of the system.",
    "Tell the stores if click and collect is affected.",
    "When it answers again everything that waited goes, in order.",
  ],
});
