import { z } from "zod";

import { defineKind } from "../kind";

export const scopeMissing = defineKind({
  id: "scope-missing",
  title: "Permission missing",
  family: "connection",
  severity: "high",
  evidence: z.object({ connection: z.string(), scope: z.string(), detail: z.string() }),
  entity: "scope",
  identity: ({ scope }) => scope,
  says: ({ connection, detail }) => `${connection} has not given us the permission to ${detail}`,
  nextStep: ({ connection, scope }) => `Grant "${scope}" to the app in ${connection}.`,
  remedies: ["renew-key"],
  probe: "audit",
  owner: { role: "admin", respondWithinMinutes: 240 },
  playbook: ["Open the app's permissions in the platform.", "Grant what is named; Parity looks again by itself."],
});
