import { z } from "zod";

import { LocationId } from "../../ids";
import { defineKind } from "../kind";

export const locationUnmapped = defineKind({
  id: "location-unmapped",
  title: "Location without a warehouse",
  family: "mapping",
  severity: "high",
  evidence: z.object({ locationId: LocationId, name: z.string() }),
  entity: "location",
  identity: ({ locationId }) => locationId,
  says: ({ name }, { pos }) => `The shop's location ${name} belongs to no warehouse in ${pos}`,
  nextStep: ({ name }, { pos }) => `Choose the warehouse in ${pos} that ${name} stands for.`,
  remedies: ["map-location"],
  probe: "replan",
  owner: { role: "ecommerce", respondWithinMinutes: 30 },
  playbook: [
    "Find out which store or warehouse the location really is; a register, a store and a warehouse are three different numbers.",
    "Map it. One warehouse can feed only one location of a shop.",
    "Look at the preview and release: orders were parked rather than sent to a guessed store.",
  ],
});
