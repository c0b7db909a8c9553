import { z } from "zod";

import type { LocationId } from "@/lib/domain/ids";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { Gid } from "./gid";
import { ask, connection, listFurther, nextOf } from "./graphql";
import { listLocations } from "./shop-documents";

const Answer = z.object({
  locations: connection(z.object({ id: Gid, name: z.string(), isActive: z.boolean(), localPickupSettingsV2: z.object({}).nullable() })),
});

export function locationsPort(http: Http): Ports["locations"] {
  const page = async (cursor: string | null) => (await ask(http, listLocations, { cursor }, Answer)).locations;
  return {
    async list() {
      const first = await page(null);
      const nodes = [...first.nodes, ...(await listFurther(nextOf(first.pageInfo), page))];
      return nodes.map(({ id, name, isActive, localPickupSettingsV2 }) => ({
        id: id as LocationId,
        name,
        isActive,
        offersPickup: localPickupSettingsV2 !== null,
      }));
    },
  };
}
