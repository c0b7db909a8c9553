import { afterAll, beforeAll, expect, test } from "vitest";

import { keepLocations, keepProducts, keepWarehouses } from "@/lib/data/catalogue";
import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { foreseeLinks } from "@/lib/data/foresee-links";
import { saveLinks } from "@/lib/data/links";
import { listLinkHistory } from "@/lib/data/mappings";
import { getPlanView } from "@/lib/data/plan-view";
import { raiseCauses } from "@/lib/data/raise-causes";
import type { Product } from "@/lib/domain/catalogue/product";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { ConnectionId, Sku } from "@/lib/domain/ids";
import type { LinkEdit } from "@/lib/domain/mapping/link";
import { openTestDatabase } from "@/lib/machine/test-database";
import { checkMappingCsv, refuseLength, writeMappingCsv } from "./mapping-csv";
import { previewRelease, releaseCauses } from "./release";
import { saveMapping, undoMapping } from "./save-mapping";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
const me = "00000000-0000-4000-8000-000000000001";
const bytes = (text: string) => new TextEncoder().encode(text);
const check = (text: string) => checkMappingCsv(shopId, bytes(text));
const verdicts = async (...lines: string[]) =>
  (await check(["kind,theirs,ours", ...lines].join("\r\n"))).lines.map(({ verdict, why }) => [verdict, why]);
const sku = (theirs: string, ours: string | null): LinkEdit => ({ kind: "sku", theirs, ours });
const product = (code: string) =>
  ({
    remoteId: code,
    sku: code,
    stockId: "",
    title: code,
    barcode: null,
    rate: null,
    isActive: true,
    isTracked: true,
    mayOversell: false,
    category: "",
    changedAt: new Date(),
  }) as unknown as Product;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  await keepProducts(posId, ["A-1", "B-2", "C 3 ", "=cmd", "'=cmd", "Måne", "two\nlines", 'with "quotes", and comma'].map(product));
  await keepProducts(shopId, ["a1", "b2"].map(product));
  await keepWarehouses(db, posId, [
    { id: "1", name: "Leeds", storeId: null, storeName: null, isVirtual: false, isSellable: true },
    { id: "2", name: "York", storeId: null, storeName: null, isVirtual: false, isSellable: true },
  ] as unknown as Parameters<typeof keepWarehouses>[2]);
  await keepLocations(
    db,
    shopId,
    ["70", "71"].map((id) => ({ id, name: id, isActive: true, offersPickup: false })) as unknown as Parameters<typeof keepLocations>[2],
  );
  await saveLinks(db, shopId, [sku("a1", "A-1"), sku("old", "B-2")], me, "person");
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

test("a verdict for each line, with its reason", async () => {
  expect(
    await verdicts("sku,b2,B-2", "sku,a1,B-2", "sku,old,", "service,any shipping,A-1", "sku,none,NOPE", "store,x,y", "sku,,A-1", "sku,b9"),
  ).toEqual([
    ["new", ""],
    ["changes", "Was A-1."],
    ["removes", expect.stringContaining("Was B-2.")],
    ["new", ""],
    ["wrong", "NOPE is not a product of the till."],
    ["wrong", "“store” is no kind: it is sku, location, service."],
    ["wrong", "The shop's code is missing."],
    ["wrong", "This line ends before its cell for ours."],
  ]);
});

test("a line that is cut off is never read as a removal", async () => {
  const { edits } = await check("kind,theirs,ours\nsku,a1\nsku,a1,");
  expect(edits).toEqual([]);
});

test("the same code twice: the first counts, the second is wrong, and nothing of it is an edit", async () => {
  const { lines, edits } = await check("kind,theirs,ours\nsku,b2,B-2\nsku,b2,A-1\nsku,a1,A-1");
  expect(lines.map(({ line, verdict, why }) => [line, verdict, why])).toEqual([
    [2, "new", ""],
    [3, "wrong", "The same code is already on line 2."],
    [4, "same", ""],
  ]);
  expect(edits).toEqual([sku("b2", "B-2"), sku("a1", "A-1")]);
});

test("codes are kept byte for byte: spaces, letters, quotes, line breaks", async () => {
  const { lines, edits } = await check(
    'kind,theirs,ours\nsku, b2 ,"C 3 "\nsku,måne,Måne\nsku,"a\nb","two\nlines"\nsku,q,"with ""quotes"", and comma"\nsku,late,C 3',
  );
  expect(edits).toEqual([sku(" b2 ", "C 3 "), sku("måne", "Måne"), sku("a\nb", "two\nlines"), sku("q", 'with "quotes", and comma')]);
  expect(lines.map(({ verdict }) => verdict)).toEqual(["new", "new", "new", "new", "wrong"]);
});

test("a product or location the shop does not have is said, but a product may come later", async () => {
  expect(await verdicts("sku,soon,A-1", "location,99,2")).toEqual([
    ["new", "The shop has no product with this code yet."],
    ["new", "The shop has no location with this code yet."],
  ]);
});

test("two lines that want the same warehouse are both wrong: which one is meant is not guessed", async () => {
  const why = "Leeds already feeds another location; one warehouse can feed only one.";
  expect(await verdicts("location,70,1", "location,71,1")).toEqual([
    ["wrong", why],
    ["wrong", why],
  ]);
});

test.each([
  ["semicolons", "kind;theirs;ours\nsku;b2;B-2"],
  ["tabs", "kind\ttheirs\tours\nsku\tb2\tB-2"],
  ["a byte order mark and capitals", "\ufeffKind,THEIRS, Ours\nsku,b2,B-2"],
  ["other columns between", "note,kind,theirs,comment,ours\nx,sku,b2,y,B-2"],
  ["empty lines", "kind,theirs,ours\n\nsku,b2,B-2\n\n"],
])("reads %s", async (_, text) => {
  expect((await check(text)).edits).toEqual([sku("b2", "B-2")]);
});

const head = "kind,theirs,ours\n";
test.each([
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x6b, 0x00]), "UTF-16"],
  ["UTF-16 without a mark", bytes("k\0i\0n\0d\0"), "no text file"],
  ["Windows-1252", new Uint8Array([...bytes(`${head}sku,m`), 0xe5, ...bytes("ne,A-1")]), "not written in UTF-8"],
  ["one missing column", bytes("kind,theirs\nsku,b2"), "The column ours cannot be found"],
  ["two missing columns", bytes("kind,sku\nsku,b2"), "The columns theirs and ours cannot be found"],
  ["nothing below the heading", bytes(head), "no lines below"],
  ["nothing at all", bytes(""), "no lines below"],
  ["an open quote", bytes(`${head}sku,"b2,B-2`), "not readable as CSV"],
  ["20,001 lines", bytes(head + "sku,x,\n".repeat(20_001)), "more than 20,000 lines"],
  ["more than 5 MB", new Uint8Array(5_000_001).fill(97), "larger than 5 MB"],
])("refuses %s in a sentence", async (_, file, says) => {
  await expect(checkMappingCsv(shopId, file)).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(says) });
});

test("a body that says it is too large is refused before it is read", () => {
  expect(() => refuseLength(5_000_001)).toThrow("larger than 5 MB");
  expect(() => refuseLength(5_000_000)).not.toThrow();
});

test("20,000 lines are taken", async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `sku,code-${at},A-1`);
  expect((await check(head + lines.join("\n"))).edits).toHaveLength(20_000);
});

test("what a spreadsheet would run leaves as text and comes back as it was", async () => {
  await saveLinks(db, shopId, [sku("=1+1", "=cmd"), sku("'=odd", "'=cmd"), sku("-5", "A-1"), sku("@x", "B-2")], me, "csv");
  const file = await writeMappingCsv(shopId);
  expect(file.startsWith("\ufeffkind,theirs,ours\r\n")).toBe(true);
  expect(file.split(/\r\n|,/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  const { lines } = await check(file);
  expect(lines.map(({ verdict }) => verdict)).toEqual(lines.map(() => "same"));
  expect(lines.find(({ theirs }) => theirs === "=1+1")).toMatchObject({
    ours: "=cmd",
    why: expect.stringContaining("run this as a formula"),
  });
});

test("thousands of lines are checked, foreseen, previewed, saved with a release, and put back as one", async () => {
  const many = 5_000;
  const codes = Array.from({ length: many }, (_, at) => `WEB-${at}`);
  const posId = (await db.connection.findUniqueOrThrow({ where: { id: shopId } })).posId!;
  await keepProducts(
    posId as ConnectionId,
    codes.map((code) => product(`S-${code}`)),
  );
  await raiseCauses(
    db,
    codes.slice(0, 700).map((code) => ({
      shopId,
      entity: "order",
      key: code,
      label: code,
      amount: 100,
      currency: "GBP",
      customerHash: "",
      promiseAt: null,
      units: 1,
      causes: [skuUnknown.raise({ sku: code as Sku, title: code }, { field: "SKU", value: code })],
    })),
  );
  const { lines, edits } = await check(["kind,theirs,ours", ...codes.map((code) => `sku,${code},S-${code}`)].join("\n"));
  expect([lines.length, edits.length, new Set(lines.map(({ verdict }) => verdict))]).toEqual([many, many, new Set(["new"])]);

  const { causeIds, edits: foreseen } = await foreseeLinks(shopId, edits);
  expect([causeIds.length, foreseen.filter(({ problem }) => problem !== null)]).toEqual([700, []]);
  const ops = { id: me, name: "Olga", email: "o@x.test", role: "ops", places: null } as const;
  const { planId } = await previewRelease(ops, { causeIds, edits, source: "csv" });
  expect(await getPlanView(planId)).toMatchObject({ editCount: many, state: "previewed" });
  expect(await db.link.count({ where: { theirs: { startsWith: "WEB-" } } }), "nothing saved yet").toBe(0);

  await releaseCauses.execute(ops, { planId });
  expect(await db.link.count({ where: { theirs: { startsWith: "WEB-" }, source: "csv" } })).toBe(many);
  const [batch] = await listLinkHistory(shopId);
  expect(batch).toMatchObject({ count: many, kinds: { sku: many } });
  expect(batch!.changes.length).toBeLessThan(many);
  await undoMapping.execute(ops, { batchId: batch!.batchId });
  expect(await db.link.count({ where: { theirs: { startsWith: "WEB-" } } })).toBe(0);
});

test("saved without a release, every cause that it may end is asked about", async () => {
  await db.$executeRaw`truncate outbox`;
  const edits = Array.from({ length: 700 }, (_, at) => sku(`WEB-${at}`, `S-WEB-${at}`));
  await saveMapping.execute({ id: me, name: "Olga", email: "o@x.test", role: "ops", places: null }, { shopId, edits, source: "csv" });
  const asked = (await db.outbox.findMany({ where: { name: "exceptions/probe.requested" } })).map(
    ({ data }) => (data as { causeIds: string[] }).causeIds,
  );
  expect(asked.map(({ length }) => length)).toEqual([500, 200]);
});

test("one wrong edit among many saves none of them", async () => {
  const edits = [sku("a9", "A-1"), sku("b9", "NOPE")];
  const ops = { id: me, name: "Olga", email: "o@x.test", role: "ops", places: null } as const;
  await expect(saveMapping.execute(ops, { shopId, edits, source: "csv" })).rejects.toMatchObject({ code: "invalid" });
  await expect(previewRelease(ops, { causeIds: [(await db.cause.findFirstOrThrow()).id], edits })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await db.link.count({ where: { theirs: "a9" } })).toBe(0);
});
