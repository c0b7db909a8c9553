import { z } from "zod";

const simulators = z.object({ sitoo: z.url(), shopify: z.url() });
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
});

const wanted = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const Settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
  NEXTAUTH_URL: z.url({ error: "must be the address people open, such as https://parity.example.com" }),
  NEXTAUTH_SECRET: z.string("is missing").min(32, "must have 32 characters or more"),
  PARITY_ENCRYPTION_KEY: z.string("is missing").refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64"),
  INNGEST_EVENT_KEY: z.string("is missing").min(1, "is empty"),
  INNGEST_SIGNING_KEY: z.string("is missing").startsWith("signkey-", "must start with signkey-"),
  /** Absent where Inngest Cloud is used. */
  INNGEST_BASE_URL: z.url().optional(),
  /** Where mail goes out, such as smtps://name:password@mail.example.com; absent, notices are seen in the office only. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  /** Whom mail is from: "Parity <parity@example.com>", or the address alone. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "must be an e-mail address")
    .optional(),
  /** The demo: its sign-ins and simulators are there. */
  PARITY_DEMO: z
    .enum(["0", "1"])
    .default("0")
    .transform((flag) => flag === "1"),
  /** Where the simulators listen, as JSON; only in the demo. */
  PARITY_SIMULATORS: json.pipe(simulators).optional(),
  /** The organisation's own sign-in beside passwords. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be the issuer's address, such as https://login.example.com" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What its button says. */
  OIDC_NAME: z.string().max(40).default("your organisation"),
  OIDC_SCOPE: z.string().default("openid email profile"),
  /** The claim that tells roles, and which of its values is which role: `{"parity-ops": "ops"}`. Without it only people who were added come in. */
  OIDC_ROLE_CLAIM: z.string().optional(),
  OIDC_ROLES: json
    .pipe(z.record(z.string(), z.enum(["ops", "finance", "ecommerce", "store", "admin"], "names a role that does not exist")))
    .optional(),
});

/** A half of the organisation's sign-in is none. */
const Env = Settings.superRefine((given, context) => {
  const miss = (name: keyof typeof given) => context.addIssue({ code: "custom", path: [name], message: "is missing" });
  if (given.OIDC_ISSUER !== undefined) for (const name of wanted) if (given[name] === undefined) miss(name);
  if (given.OIDC_ISSUER === undefined && wanted.some((name) => given[name] !== undefined)) miss("OIDC_ISSUER");
  if (given.OIDC_ROLE_CLAIM !== undefined && given.OIDC_ROLES === undefined) miss("OIDC_ROLES");
  if (given.OIDC_ROLES !== undefined && given.OIDC_ROLE_CLAIM === undefined) miss("OIDC_ROLE_CLAIM");
});
export type Env = z.output<typeof Env>;

/** The settings this process was started with. Throws one sentence that names everything wrong with them. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (result.success && (result.data.SMTP_URL === undefined) !== (result.data.MAIL_FROM === undefined))
    throw new Error("Parity cannot run with these settings: SMTP_URL and MAIL_FROM belong together, and one of them is missing.");
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
  });
  throw new Error(`Parity cannot run with these settings: ${[...new Set(wrong)].join("; ")}.`);
}

let known: Env | undefined;

/** Read when first asked for, so that a build needs none of it. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name: keyof Env) => {
    known ??= readEnv(process.env);
    return known[name];
  },
});
