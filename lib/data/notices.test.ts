import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { db } from "./client";
import { createConnection } from "./connections";
import { countUnread, findNotice, getNoticeSetting, listNotices, pruneNotices, readNotices } from "./notices";
import { raiseCauses } from "./raise-causes";
import { createUser } from "./users";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
let elle: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  elle = (await createUser(db, { name: "Elle", role: "ecommerce", email: "elle@x.test", passwordHash: "" })).id;
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.$executeRaw`truncate cause, exception, cause_entry, notice`;
  await raiseCauses(
    db,
    Array.from({ length: 5 }, (_, at) => ({
      shopId,
      entity: "order" as const,
      key: String(at),
      label: "#1",
      amount: 100,
      currency: "GBP",
      customerHash: "",
      promiseAt: null,
      units: 1,
      causes: [skuUnknown.raise({ sku: `A-${at}` as Sku, title: "Scarf" }, { field: "SKU", value: "A" })],
    })),
  );
});

test("the list pages to its end without a gap or a double, and says each cause in words", async () => {
  const seen: string[] = [];
  for (let page: string | null = null, first = true; first || page; first = false) {
    const list = await listNotices(elle, { page, limit: 2 });
    seen.push(...list.notices.map(({ sentence }) => sentence));
    page = list.next;
  }
  expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4].map((at) => `A-${at} (Scarf) is not known in Till`));
});

test("what is not due is neither listed nor counted, and read once", async () => {
  await db.$executeRaw`update notice set show_at = now() + interval '1 hour' where id = (select id from notice limit 1)`;
  expect([(await listNotices(elle)).notices.length, await countUnread(elle)]).toEqual([4, 4]);
  const [notice] = (await listNotices(elle)).notices;
  expect(await readNotices(db, elle, [notice!.id])).toBe(1);
  expect(await readNotices(db, elle, [notice!.id])).toBe(0);
  expect(await readNotices(db, elle, null)).toBe(3);
  expect(await countUnread(elle)).toBe(0);
  expect(await findNotice(notice!.id)).toMatchObject({ userId: elle, title: "Product not known at the till", severity: "high" });
});

test("who has chosen nothing is told by the house's clock; what is old goes", async () => {
  expect(await getNoticeSetting(elle)).toMatchObject({ zone: "Europe/London", high: "at-once", low: "digest" });
  await db.$executeRaw`update notice set at = now() - interval '91 days'`;
  await pruneNotices(db, 90);
  expect(await db.notice.count()).toBe(0);
});
