import { z } from "zod";

import { gid, idOf } from "./ids";
import { type Shop, timeText } from "./shop";

export const CustomerBody = z.object({
  email: z.string().nullable().default(null),
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
});

type Row = {
  id: number;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  created_at: number;
  updated_at: number;
};

/** The customer with this e-mail address, or a new one. */
export function putCustomer({ state, clock }: Shop, { email, firstName, lastName, phone }: z.infer<typeof CustomerBody>): number {
  const known = email === null ? null : state.one<{ id: number }>("select id from customer where email = ?", email.toLowerCase());
  if (known) return known.id;
  const now = clock.nowMs();
  const insert = "insert into customer (email, first_name, last_name, phone, created_at, updated_at) values (?, ?, ?, ?, ?, ?)";
  return state.run(insert, email?.toLowerCase() ?? null, firstName, lastName, phone, now, now).id;
}

/** Null for a guest. */
export function customerSource({ state }: Shop, id: number | null) {
  const row = id === null ? null : state.one<Row>("select * from customer where id = ?", id);
  if (!row) return null;
  return {
    __typename: "Customer",
    id: gid("Customer", row.id),
    legacyResourceId: String(idOf("Customer", row.id)),
    firstName: row.first_name,
    lastName: row.last_name,
    displayName: [row.first_name, row.last_name].filter(Boolean).join(" ") || (row.email ?? ""),
    email: row.email,
    phone: row.phone,
    defaultEmailAddress: row.email === null ? null : { emailAddress: row.email, marketingState: "NOT_SUBSCRIBED", validFormat: true },
    tags: [],
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
  };
}
