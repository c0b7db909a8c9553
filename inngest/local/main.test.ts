import { afterEach, expect, test } from "vitest";

import { freePort } from "@/lib/machine/ports";

import { soon, testKeys } from "./conformance-server";
import { createFreshDatabase } from "./fresh-database";
import { type SupervisedServer, startSupervised } from "./supervised-server";
import { startTestApp } from "./test-app";

let server: SupervisedServer;
afterEach(() => server.end("SIGKILL"));

test("an app with an option that is not supported stops it with one sentence, and asking again says the same", async () => {
  const database = await createFreshDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app = await startTestApp({ url, ...testKeys }, () => ({ main: { rateLimit: { limit: 1, period: "1m" }, run: () => 1 } }));
  server = startSupervised({
    DATABASE_URL: database.url,
    PORT: String(port),
    INNGEST_EVENT_KEY: testKeys.eventKey,
    INNGEST_SIGNING_KEY: testKeys.signingKey,
    APP_URL: app.url,
  });
  const sentence = `Function ${app.id}-main cannot be registered: option rateLimit is not supported by the local Inngest server.`;
  await soon(() => expect(server.lines).toContain(sentence));
  const answer = await fetch(`${url}/v1/sync`, { method: "POST", headers: { authorization: `Bearer ${testKeys.signingKey}` } });
  expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error: sentence })]);
  await soon(() => expect(server.exits[0]).toBe(2));
  await server.end("SIGKILL");
  await app.close();
  await database.drop();
});

test("without keys it says what is missing and does not start", async () => {
  server = startSupervised({
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    INNGEST_EVENT_KEY: "",
    INNGEST_SIGNING_KEY: "signkey-test-xyz",
  });
  await soon(() => expect(server.exits[0]).toBe(2));
  expect(server.lines.join("\n")).toContain("must be signkey-<name>- and hex digits");
  expect(server.lines.join("\n")).toContain("INNGEST_EVENT_KEY");
});
