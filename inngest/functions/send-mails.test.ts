import { createServer, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { listFailedMails, queueMails, sendAgain } from "@/lib/data/mails";
import { raiseCauses } from "@/lib/data/raise-causes";
import { createUser } from "@/lib/data/users";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { sendQueued } from "./send-mails";

/** A mail server that keeps what it is given. `answer` may change what it says to a command; null hangs up. */
type Sink = { mails: { to: string; text: string }[]; answer: (command: string) => string | null | undefined; url: string; server: Server };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let sink: Sink;
let shopId: string;
let elleId: string;

async function openSink(): Promise<Sink> {
  const mails: Sink["mails"] = [];
  const server = createServer((socket) => listen(socket));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as { port: number };
  const open: Sink = { mails, server, url: `smtp://127.0.0.1:${port}`, answer: () => undefined };
  function listen(socket: Socket) {
    let to = "";
    let body: string | null = null;
    let rest = "";
    const reply = (command: string, plain: string) => {
      const said = open.answer(command);
      if (said === null) socket.destroy();
      else socket.write(`${said ?? plain}\r\n`);
    };
    socket.on("error", () => socket.destroy());
    socket.write("220 sink\r\n");
    socket.on("data", (chunk) => {
      const lines = `${rest}${chunk}`.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (body !== null && line !== ".") body += `${line}\n`;
        else if (body !== null) {
          mails.push({ to, text: body });
          body = null;
          reply("end of data", "250 taken");
        } else if (line.startsWith("RCPT")) {
          to = line;
          reply("RCPT", "250 ok");
        } else if (line === "DATA") {
          body = "";
          reply("DATA", "354 go on");
        } else reply(line.split(" ")[0] ?? "", line === "QUIT" ? "221 bye" : "250 ok");
      }
    });
  }
  return open;
}

beforeAll(async () => {
  database = await openTestDatabase();
  sink = await openSink();
  Object.assign(process.env, { SMTP_URL: sink.url, MAIL_FROM: "Parity <parity@x.test>", NEXTAUTH_URL: "https://parity.x.test" });
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  elleId = (await createUser(db, { name: "Elle", role: "ecommerce", email: "elle@x.test", passwordHash: "" })).id;
});
afterAll(async () => {
  sink.server.close();
  await db.$disconnect();
  await database.drop();
});
beforeEach(() => db.$executeRaw`truncate cause, exception, cause_entry, notice, mail, outbox`);
afterEach(() => {
  sink.mails.length = 0;
  sink.answer = () => undefined;
});

const raise = (...skus: string[]) =>
  raiseCauses(
    db,
    skus.map((sku, at) => ({
      shopId,
      entity: "order",
      key: `${sku}${at}`,
      label: "#1",
      amount: 123_400,
      currency: "GBP",
      customerHash: "",
      promiseAt: null,
      units: 1,
      causes: [skuUnknown.raise({ sku: sku as Sku, title: "Wool scarf" }, { field: "SKU", value: sku })],
    })),
  );
const mail = () => db.mail.findFirstOrThrow();
/** What the engine was told to send. */
const queued = async () => (await db.outbox.findMany()).map(({ data }) => (data as { mailId: string }).mailId);
/** The text as the reader's program shows it. */
const shown = () =>
  sink.mails.map(({ text }) =>
    text
      .replace(/=\?UTF-8\?Q\?(.*?)\?=\n? ?/g, (_, word: string) => word.replaceAll("_", " "))
      .replace(/=\n/g, "")
      .replace(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString()),
  );

test("a cause that opens is one mail to its owner: no code in its subject, a whole link to the very cause", async () => {
  await raise("A-1");
  expect(await queueMails()).toBe(1);
  expect(await queueMails(), "once").toBe(0);
  const [id] = await queued();
  expect(await sendQueued(id!)).toBe("sent");
  expect(await sendQueued(id!), "a second execution").toBe("not-mine");
  expect(sink.mails.map(({ to }) => to)).toEqual(["RCPT TO:<elle@x.test>"]);
  const [text] = shown();
  const [notice] = await db.notice.findMany();
  expect(text).toMatch(/^To: elle@x\.test$/m);
  expect(text).toMatch(/^Subject: Product not known at the till: 1 held, £1,234\.00/m);
  expect(text).not.toMatch(/^Subject:.*A-1/m);
  expect(text).toContain("A-1 (Wool scarf) is not known in Till");
  expect(text).toContain("It is for Ecommerce.");
  expect(text).toContain(`https://parity.x.test/notices/${notice!.id}`);
  expect(await mail()).toMatchObject({ state: "sent", attempts: 1 });
});

test("what is due at once goes as one mail, and what was read or closed meanwhile does not go", async () => {
  await raise("A-1", "A-2", "A-3", "A-4");
  await db.$executeRaw`update notice set read_at = now() where cause_id = (select id from cause where entity = 'A-3')`;
  await db.$executeRaw`update cause set state = 'resolved' where entity = 'A-4'`;
  expect(await queueMails()).toBe(1);
  await sendQueued((await queued())[0]!);
  expect(shown()).toHaveLength(1);
  expect(shown()[0]).toContain("Subject: 2 causes wait for you");
  expect(shown()[0]).not.toContain("A-3");
});

test("two senders of one mail send it once", async () => {
  await raise("A-1");
  await queueMails();
  const [id] = await queued();
  expect((await Promise.all([sendQueued(id!), sendQueued(id!), sendQueued(id!)])).sort()).toEqual(["not-mine", "not-mine", "sent"]);
  expect(sink.mails).toHaveLength(1);
});

test("a server that is busy is tried again, five times, and then the person sees it", async () => {
  sink.answer = (command) => (command === "MAIL" ? "451 later" : undefined);
  await raise("A-1");
  await queueMails();
  const [id] = await queued();
  for (let attempt = 1; attempt < 5; attempt += 1) await expect(sendQueued(id!)).rejects.toThrow("did not go out yet");
  expect(await sendQueued(id!)).toBe("failed");
  expect(await listFailedMails(elleId)).toMatchObject([{ problem: "The mail server is busy.", notices: 1 }]);

  sink.answer = () => undefined;
  expect(await sendAgain(db, id!, shopId), "not somebody else's").toBe(false);
  expect(await sendAgain(db, id!, elleId)).toBe(true);
  expect(await sendQueued(id!)).toBe("sent");
  expect(await listFailedMails(elleId)).toEqual([]);
});

test.each([
  ["an address that is refused", "RCPT", "550 who?", "The mail server does not accept your address.", 0],
  ["a text that is refused", "end of data", "554 no", "The mail server refused the mail.", 1],
  ["a hang-up after the text", "end of data", null, "The mail server did not say whether it took the mail. It was not sent again.", 1],
])("%s fails at once, in words, and is not sent twice", async (_, at, said, problem, taken) => {
  sink.answer = (command) => (command === at ? said : undefined);
  await raise("A-1");
  await queueMails();
  expect(await sendQueued((await queued())[0]!)).toBe("failed");
  expect(await mail()).toMatchObject({ state: "failed", problem });
  expect(sink.mails).toHaveLength(taken);
});

test("no server at all is tried again", async () => {
  sink.answer = (command) => (command === "EHLO" || command === "HELO" ? null : undefined);
  await raise("A-1");
  await queueMails();
  await expect(sendQueued((await queued())[0]!)).rejects.toThrow("did not go out yet");
  expect(await mail()).toMatchObject({ state: "queued", problem: "The mail server cannot be reached." });
});

test("a mail whose sender died is not sent again, and says so", async () => {
  await raise("A-1");
  await queueMails();
  await db.$executeRaw`update mail set state = 'sending', leased_until = now() - interval '1 second'`;
  await queueMails();
  expect(await mail()).toMatchObject({ state: "failed" });
  expect((await listFailedMails(elleId))[0]?.problem).toMatch(/may or may not have arrived/);
});
