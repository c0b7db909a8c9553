import { z } from "zod";

import { sayTopic } from "../../say-topic";
import { defineKind } from "../kind";

export const webhookMissing = defineKind({
  id: "webhook-missing",
  title: "Subscription missing",
  family: "connection",
  severity: "medium",
  evidence: z.object({ connection: z.string(), topic: z.string() }),
  entity: "topic",
  identity: ({ topic }) => topic,
  says: ({ connection, topic }) => `${connection} no longer tells us of ${sayTopic(topic)}; we only notice at the next comparison`,
  nextStep: () => "Press Subscribe again under Connections.",
  remedies: ["subscribe-again"],
  probe: "audit",
  owner: { role: "admin", respondWithinMinutes: 240 },
  playbook: [
    "Subscriptions vanish when our address did not answer for a while.",
    "Subscribe again. The regular comparison has covered the gap.",
  ],
});
