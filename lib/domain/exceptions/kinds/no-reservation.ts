import { z } from "zod";

import { defineKind } from "../kind";

export const noReservation = defineKind({
  id: "no-reservation",
  title: "The till does not reserve",
  family: "stock",
  severity: "medium",
  evidence: z.object({ connection: z.string() }),
  entity: "connection",
  identity: () => "reservation",
  says: ({ connection }) => `${connection} does not set stock aside for open web orders; Parity counts them itself`,
  nextStep: ({ connection }) =>
    `Nothing sells twice because of this. To see reservations at the till, ask ${connection} to switch them on.`,
  remedies: ["close-by-hand"],
  probe: null,
  owner: { role: "admin", respondWithinMinutes: 1440 },
  playbook: [
    "Parity subtracts open web orders from what the shop shows.",
    "Store staff do not see the reservation at the till: tell them.",
  ],
});
