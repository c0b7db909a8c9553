import { z } from "zod";

import type { LocationId, Sku } from "@/lib/domain/ids";
import type { ShopLevel } from "@/lib/domain/stock/level";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { Gid, gid } from "./gid";
import { ask, connection, nextOf, UserError } from "./graphql";
import { activateLevel, listLevels, readAtOnce, readLevels } from "./stock-documents";
import { writeLevels } from "./write-levels";

const Variants = z.object({ nodes: z.array(z.object({ inventoryPolicy: z.string() })) }).nullish();
const Quantities = z.array(z.object({ name: z.string(), quantity: z.int() }));
const Item = z.object({ id: Gid, tracked: z.boolean(), variants: Variants });
const ItemHere = Item.extend({ inventoryLevel: z.object({ isActive: z.boolean(), quantities: Quantities }).nullable() });
const ReadAnswer = z.object({ nodes: z.array(ItemHere.nullable()) });
const ListAnswer = z.object({
  location: z
    .object({
      inventoryLevels: connection(
        z.object({ isActive: z.boolean(), quantities: Quantities, item: Item.extend({ sku: z.string().nullable() }) }),
      ),
    })
    .nullable(),
});
const Activated = z.object({ inventoryActivate: z.object({ userErrors: z.array(UserError) }) });

export function stockPort(http: Http): Ports["stock"] {
  async function readAt(locationId: LocationId, pairs: readonly { sku: Sku; itemId: string }[]): Promise<ShopLevel[]> {
    const itemIds = pairs.map(({ itemId }) => gid("InventoryItem", itemId));
    const { nodes } = await ask(http, readLevels, { itemIds, locationId: gid("Location", locationId) }, ReadAnswer);
    const items = new Map(nodes.flatMap((node) => (node ? [[node.id, node] as const] : [])));
    return pairs.flatMap(({ sku, itemId }) => {
      const item = items.get(itemId);
      return item ? [{ sku, locationId, itemId, ...traitsOf(item), ...quantitiesOf(item.inventoryLevel) }] : [];
    });
  }

  return {
    batchSize: 200,

    async read(pairs) {
      const byLocation = Map.groupBy(pairs, ({ locationId }) => locationId);
      const questions = [...byLocation].flatMap(([locationId, some]) => chunks(some, readAtOnce).map((few) => readAt(locationId, few)));
      return (await Promise.all(questions)).flat();
    },

    write: (writes, reference, idempotencyKey) => writeLevels(http, writes, reference, idempotencyKey),

    async activate(itemId, locationId, idempotencyKey) {
      const variables = { itemId: gid("InventoryItem", itemId), locationId: gid("Location", locationId), key: idempotencyKey };
      const { userErrors } = (await ask(http, activateLevel, variables, Activated)).inventoryActivate;
      if (userErrors[0]) throw http.fail(activateLevel.name, { kind: "refused", reason: userErrors[0].message });
    },

    async listLevels(locationId, page) {
      const { location } = await ask(http, listLevels, { locationId: gid("Location", locationId), cursor: page }, ListAnswer);
      if (location === null) throw http.fail(listLevels.name, { kind: "refused", reason: `there is no location ${locationId}` });
      const { nodes, pageInfo } = location.inventoryLevels;
      const items = nodes.flatMap(({ item, ...level }) =>
        item.sku ? [{ sku: item.sku as Sku, locationId, itemId: item.id, ...traitsOf(item), ...quantitiesOf(level) }] : [],
      );
      return { items, next: nextOf(pageInfo) };
    },
  };
}

const traitsOf = ({ tracked, variants }: z.output<typeof Item>) => ({
  isTracked: tracked,
  mayOversell: variants?.nodes.some(({ inventoryPolicy }) => inventoryPolicy === "CONTINUE") ?? false,
});

/** No level: the item is not stocked there. */
function quantitiesOf(level: { isActive: boolean; quantities: z.output<typeof Quantities> } | null) {
  const of = (name: string) => level?.quantities.find((quantity) => quantity.name === name)?.quantity ?? 0;
  return { available: of("available"), onHand: of("on_hand"), held: of("on_hand") - of("available"), isStocked: level?.isActive ?? false };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
