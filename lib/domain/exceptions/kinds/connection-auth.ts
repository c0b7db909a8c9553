import { z } from "zod";

import { defineKind } from "../kind";

export const connectionAuth = defineKind({
  id: "connection-auth",
  title: "Key not accepted",
  family: "connection",
  severity: "high",
  evidence: z.object({ connection: z.string(), operation: z.string() }),
  entity: "connection",
  identity: () => "key",
  says: ({ connection }) => `${connection} does not accept our key any more; everything to and from it waits`,
  nextStep: ({ connection }) => `Make a new key in ${connection}, enter it under Connections and press Test.`,
  remedies: ["renew-key"],
  probe: "ping",
  owner: { role: "admin", respondWithinMinutes: 15 },
  playbook: [
    "Check whether somebody revoked the key or its permissions.",
    "Enter a new one under Connections and press Test.",
    "What waited goes by itself; no attempt was lost.",
  ],
});
