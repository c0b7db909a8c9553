import { z } from "zod";

import { sayDuration } from "../../say-duration";
import { defineKind } from "../kind";

export const storeSilent = defineKind({
  id: "store-silent",
  title: "Silent store",
  family: "connection",
  severity: "high",
  evidence: z.object({ storeId: z.string(), store: z.string(), since: z.iso.datetime(), minutes: z.number() }),
  entity: "store",
  identity: ({ storeId }) => storeId,
  says: ({ store, minutes }) => `${store} has sent no sales for ${sayDuration(minutes * 60_000)}, in opening hours`,
  nextStep: ({ store }) =>
    `Call ${store} and ask whether its tills are online. Until they send their sales, what was sold there is still offered in the web shop.`,
  remedies: ["call-store"],
  probe: "watch",
  owner: { role: "ops", respondWithinMinutes: 30 },
  playbook: [
    "Ask the store whether it sells and whether the tills show that they are offline.",
    "Tills that are offline keep their sales and send them once they are connected: restart the router, then the till.",
    "If it takes longer, raise the buffer of the store's best sellers, so that the web does not sell what is gone.",
    "The cause closes by itself with the first sale that arrives.",
  ],
});
