import { type Cookie, expect, type Page } from "@playwright/test";

import type { Role } from "../lib/domain/ownership/roles";
import { type DemoPerson, demoPeople } from "../prisma/seed/people";

const cookies = new Map<Role, Cookie[]>();

/** From here on the page is that of the demo's person with this role. The form is filled in once per role. */
export async function as(page: Page, role: Role): Promise<void> {
  const known = cookies.get(role);
  await page.context().clearCookies();
  if (known) return page.context().addCookies(known);
  await signIn(page, personOf(role));
  await expect(page).not.toHaveURL(/sign-in/);
  cookies.set(role, await page.context().cookies());
}

type Key = Pick<DemoPerson, "email" | "password">;

export async function signIn(page: Page, key: Key): Promise<void> {
  await page.goto("/sign-in");
  await enter(page, key);
}

/** At the door already. */
export async function enter(page: Page, { email, password }: Key): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export function personOf(role: Role): DemoPerson {
  const person = demoPeople.find((each) => each.role === role);
  if (!person) throw new Error(`Nobody of the demo has the role ${role}`);
  return person;
}
