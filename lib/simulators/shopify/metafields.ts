import { createHash } from "node:crypto";

import { gid, idOf, kindOf, rowOf } from "./ids";
import { findOrder, touchOrder } from "./orders";
import { connection, type PageArgs } from "./paging";
import type { UserError } from "./refusal";
import { type Shop, timeText } from "./shop";

type Row = {
  id: number;
  owner: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  created_at: number;
  updated_at: number;
};
export type MetafieldInput = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

const mostAtOnce = 25;
const appNamespace = "app--480000001";
const digestOf = ({ type, value }: Row) => createHash("sha256").update(`${type}\n${value}`).digest("hex");

function find({ state }: Shop, owner: string, namespace: string | null | undefined, key: string): Row | null {
  const sql = "select * from metafield where owner = ? and namespace = ? and key = ?";
  return state.one<Row>(sql, owner, namespace ?? appNamespace, key);
}

const metafieldSource = (row: Row) => ({
  __typename: "Metafield",
  id: gid("Metafield", row.id),
  legacyResourceId: String(idOf("Metafield", row.id)),
  namespace: row.namespace,
  key: row.key,
  type: row.type,
  value: row.value,
  jsonValue: row.type === "json" ? JSON.parse(row.value) : row.value,
  compareDigest: digestOf(row),
  sizeInBytes: Buffer.byteLength(row.value),
  ownerType: "ORDER",
  createdAt: timeText(row.created_at),
  updatedAt: timeText(row.updated_at),
});

export function metafieldOf(shop: Shop, owner: string, { namespace, key }: { namespace?: string | null; key: string }) {
  const row = find(shop, owner, namespace, key);
  return row && metafieldSource(row);
}

export function metafieldsConnection({ state }: Shop, owner: string, args: PageArgs & { namespace?: string | null }) {
  const where = args.namespace ? "owner = ? and namespace = ?" : "owner = ?";
  const values = args.namespace ? [owner, args.namespace] : [owner];
  return connection<Row>(state, args, { select: "*", from: "metafield", where, values, sort: "id", id: "id" }, metafieldSource);
}

/** All or none. A compareDigest locks: null means that there must be none yet. */
export function setMetafields(shop: Shop, inputs: readonly MetafieldInput[]): { metafields: object[] | null; userErrors: UserError[] } {
  const { state, clock } = shop;
  if (inputs.length > mostAtOnce) {
    const message = `Exceeded the maximum metafields input limit of ${mostAtOnce}.`;
    return { metafields: null, userErrors: [{ code: "LESS_THAN_OR_EQUAL_TO", field: ["metafields"], message }] };
  }
  const userErrors = inputs.flatMap((input, at): UserError[] => {
    const wrong = (code: string, name: string, message: string) => [{ code, field: ["metafields", String(at), name], message }];
    if (kindOf(input.ownerId) !== "Order" || !findOrder(shop, rowOf("Order", input.ownerId)))
      return wrong("INVALID", "ownerId", "Owner does not exist.");
    const known = find(shop, input.ownerId, input.namespace, input.key);
    if (!known && !input.type) return wrong("BLANK", "type", "Type can't be blank");
    if (input.value === "") return wrong("BLANK", "value", "Value can't be blank");
    if ("compareDigest" in input && (input.compareDigest ?? null) !== (known && digestOf(known)))
      return wrong(
        "STALE_OBJECT",
        "compareDigest",
        "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
      );
    return [];
  });
  if (userErrors.length > 0) return { metafields: null, userErrors };

  const now = clock.nowMs();
  for (const { ownerId, namespace, key, type, value } of inputs)
    state.run(
      `insert into metafield (owner, namespace, key, type, value, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (owner, namespace, key) do update set value = excluded.value, updated_at = excluded.updated_at`,
      ownerId,
      namespace ?? appNamespace,
      key,
      type ?? "",
      value,
      now,
      now,
    );
  for (const owner of new Set(inputs.map(({ ownerId }) => ownerId))) touchOrder(shop, rowOf("Order", owner) ?? 0);
  return {
    metafields: inputs.flatMap(({ ownerId, namespace, key }) => metafieldOf(shop, ownerId, { namespace: namespace ?? null, key }) ?? []),
    userErrors: [],
  };
}
