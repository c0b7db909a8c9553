import { z } from "zod";

import { defineKind } from "../kind";

export const wrongPassword = defineKind({
  id: "wrong-password",
  title: "Knocking with a wrong password",
  family: "connection",
  severity: "high",
  evidence: z.object({ connection: z.string() }),
  entity: "connection",
  identity: () => "knock",
  says: ({ connection }) => `${connection} is knocking with a wrong password; its messages are being dropped`,
  nextStep: ({ connection }) =>
    `Enter the password shown under Connections in the settings of ${connection}. Until then Parity asks by itself every minute.`,
  remedies: ["renew-key", "close-by-hand"],
  probe: null,
  owner: { role: "admin", respondWithinMinutes: 30 },
  playbook: [
    "Compare the password or signing secret on both sides.",
    "During a change both the old and the new one are valid.",
    "Close this when messages arrive again.",
  ],
});
