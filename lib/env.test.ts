import { expect, test } from "vitest";

import { readEnv } from "./env";

const complete = {
  DATABASE_URL: "postgresql://parity:secret@127.0.0.1:5432/parity",
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: "0123456789012345678901234567890123456789",
  PARITY_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  INNGEST_EVENT_KEY: "event",
  INNGEST_SIGNING_KEY: `signkey-local-${"a".repeat(64)}`,
};

test("a complete set is read, and the demo is off unless asked for", () => {
  expect(readEnv(complete)).toMatchObject({ ...complete, PARITY_DEMO: false });
  const demo = readEnv({
    ...complete,
    PARITY_DEMO: "1",
    PARITY_SIMULATORS: '{"sitoo":"http://127.0.0.1:1","shopify":"http://127.0.0.1:2"}',
  });
  expect(demo.PARITY_SIMULATORS?.shopify).toBe("http://127.0.0.1:2");
});

test("everything that is wrong is named in one sentence", () => {
  const { NEXTAUTH_SECRET: _, ...rest } = complete;
  const wrong = { ...rest, DATABASE_URL: "mysql://x", PARITY_ENCRYPTION_KEY: "short", INNGEST_EVENT_KEY: "" };
  expect(() => readEnv(wrong)).toThrow(
    "Parity cannot run with these settings: DATABASE_URL must be a postgresql:// address; NEXTAUTH_SECRET is missing; " +
      "PARITY_ENCRYPTION_KEY must be 32 bytes in base64; INNGEST_EVENT_KEY is missing.",
  );
});

test("mail needs both an address to send through and one to send from", () => {
  const SMTP_URL = "smtps://name:secret@mail.example.com";
  const MAIL_FROM = "Parity <parity@example.com>";
  expect(readEnv({ ...complete, SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
  expect(() => readEnv({ ...complete, SMTP_URL })).toThrow("SMTP_URL and MAIL_FROM belong together");
  expect(() => readEnv({ ...complete, SMTP_URL, MAIL_FROM: "parity" })).toThrow("MAIL_FROM must be an e-mail address");
  expect(() => readEnv({ ...complete, SMTP_URL: "http://mail", MAIL_FROM })).toThrow("SMTP_URL must be an smtp:// or smtps:// address");
});

test("the organisation's sign-in is whole or not there, and its roles are roles", () => {
  const oidc = { OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "parity", OIDC_CLIENT_SECRET: "secret" };
  expect(readEnv(complete).OIDC_ISSUER).toBeUndefined();
  expect(readEnv({ ...complete, ...oidc })).toMatchObject({ ...oidc, OIDC_NAME: "your organisation" });
  expect(() => readEnv({ ...complete, OIDC_ISSUER: oidc.OIDC_ISSUER })).toThrow("OIDC_CLIENT_ID is missing; OIDC_CLIENT_SECRET is missing");
  expect(() => readEnv({ ...complete, OIDC_CLIENT_ID: "parity" })).toThrow("OIDC_ISSUER is missing");
  expect(() => readEnv({ ...complete, ...oidc, OIDC_ROLE_CLAIM: "groups" })).toThrow("OIDC_ROLES is missing");
  expect(() => readEnv({ ...complete, ...oidc, OIDC_ROLE_CLAIM: "groups", OIDC_ROLES: '{"all": "boss"}' })).toThrow(
    "OIDC_ROLES names a role that does not exist",
  );
});

test("simulators that are not JSON are refused", () => {
  expect(() => readEnv({ ...complete, PARITY_SIMULATORS: "{" })).toThrow("PARITY_SIMULATORS is not JSON");
});
