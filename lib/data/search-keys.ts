import { createHash } from "node:crypto";

import { type Db, rows } from "./client";

export type SearchKey = {
  value: string;
  kind: "name" | "id" | "external-id" | "pos-id" | "email" | "sku";
  entity: "order" | "product";
  shopId: string;
  key: string;
  label: string;
};

/** What people type, in one spelling: no #, no spaces, lower case. */
export const searchForm = (text: string) => text.trim().toLowerCase().replace(/^#/, "").replace(/\s+/g, "");

/** E-mail addresses are found by their hash, so that the index holds no personal data. */
export const emailHash = (email: string) =>
  email.trim() === "" ? "" : createHash("sha256").update(email.trim().toLowerCase()).digest("hex").slice(0, 32);

export async function keepSearchKeys(tx: Db, keys: readonly SearchKey[]): Promise<void> {
  const list = keys
    .filter(({ value }) => value !== "")
    .map((key) => ({ ...key, value: key.kind === "email" ? key.value : searchForm(key.value) }));
  if (list.length === 0) return;
  await tx.$executeRaw`
    insert into search_key (value, kind, entity, shop_id, key, label)
    select distinct on (r.value, r.kind, r.entity, r."shopId", r.key) r.value, r.kind, r.entity, r."shopId", r.key, r.label
    from json_to_recordset(${rows(list)}) as r(value text, kind text, entity text, "shopId" uuid, key text, label text)
    on conflict do nothing`;
}
