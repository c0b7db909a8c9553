import { z } from "zod";

import { defineKind } from "../kind";

export const eventUnreadable = defineKind({
  id: "event-unreadable",
  title: "Message we cannot read",
  family: "connection",
  severity: "low",
  evidence: z.object({ connection: z.string(), topic: z.string(), reason: z.string() }),
  entity: "topic",
  identity: ({ topic }) => topic,
  says: ({ connection, topic }) => `${connection} sent a message about "${topic}" that we cannot read; it is kept`,
  nextStep: () => "Nothing is lost: the regular comparison covers it. Tell an admin if it keeps coming.",
  remedies: ["close-by-hand"],
  probe: null,
  owner: { role: "admin", respondWithinMinutes: 1440 },
  playbook: ["Look at the message in the trace.", "If the platform changed its form, Parity needs an update.", "Close it with a note."],
});
