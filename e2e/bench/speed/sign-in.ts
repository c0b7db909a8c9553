import { demoPeople } from "@/prisma/seed/people";

/** Signs in over HTTP as a person would; answers the cookies to send along. */
export async function signIn(appUrl: string, role: string): Promise<string> {
  const person = demoPeople.find((each) => each.role === role);
  if (!person) throw new Error(`nobody has the role ${role}`);
  const asked = await fetch(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const first = cookiesOf(asked);
  const answer = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: first },
    body: new URLSearchParams({ csrfToken, email: person.email, password: person.password, json: "true" }),
    redirect: "manual",
  });
  const cookies = [first, cookiesOf(answer)].join("; ");
  const session = (await (await fetch(`${appUrl}/api/auth/session`, { headers: { cookie: cookies } })).json()) as { userId?: string };
  if (!session.userId) throw new Error(`${person.email} could not sign in: ${answer.status}`);
  return cookies;
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
