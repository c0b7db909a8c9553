import pg from "pg";

import { CannotStart } from "./cannot-start";

export function checkDatabaseUrl(text: string): void {
  const url = URL.parse(text);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1) return;
  throw new CannotStart("DATABASE_URL does not work: it must look like postgresql://user:password@host:5432/database.");
}

/** What a person can do about a database that does not let us in; anything else is passed on as it is. */
export function explainDatabase(cause: unknown, databaseUrl: string): Error {
  const code = (cause as { code?: string }).code ?? "";
  const { hostname, port, username, pathname } = new URL(databaseUrl);
  const where = `${hostname}:${port || 5432}`;
  const sentences: Record<string, string> = {
    ECONNREFUSED: `nothing listens on ${where}; is PostgreSQL running there?`,
    ENOTFOUND: `there is no host named ${hostname}.`,
    EAI_AGAIN: `the host ${hostname} cannot be looked up.`,
    ETIMEDOUT: `${where} does not answer.`,
    EHOSTUNREACH: `${where} cannot be reached.`,
    ECONNRESET: `${where} hangs up; is it a PostgreSQL?`,
    "28P01": `${where} refuses the user "${username}" or its password.`,
    "28000": `${where} does not let the user "${username}" in.`,
    "3D000": `the database "${pathname.slice(1)}" is missing on ${where}.`,
    "42501": `the user "${username}" lacks a right there: ${(cause as Error).message}.`,
  };
  const sentence = sentences[code] ?? (/SASL|password/i.test((cause as Error).message) ? sentences["28P01"] : undefined);
  return sentence ? new CannotStart(`DATABASE_URL does not work: ${sentence}`, { cause }) : (cause as Error);
}

/** No person and no connection is in it yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  return ask(databaseUrl, async (client) => {
    const { rows } = await client.query<{ used: boolean }>(
      "select exists (select from app_user) or exists (select from connection) as used",
    );
    return rows[0]?.used === false;
  });
}

export async function ask<T>(databaseUrl: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return question(client).finally(() => client.end());
}
