import { z } from "zod";

import { gid, idOf } from "./ids";
import { connection, type PageArgs } from "./paging";
import type { UserError } from "./refusal";
import { apiVersion, mayRead } from "./schema";
import { type Caller, type Shop, timeText } from "./shop";
import { headerOf, scopesFor } from "./webhook-topics";

const Doc = z.object({
  name: z.string().nullable(),
  format: z.enum(["JSON", "XML"]),
  filter: z.string().nullable(),
  includeFields: z.array(z.string()),
  metafieldNamespaces: z.array(z.string()),
});
export type SubscriptionInput = {
  uri?: string | null;
  callbackUrl?: string | null;
  name?: string | null;
  format?: "JSON" | "XML" | null;
  filter?: string | null;
  includeFields?: string[] | null;
  metafieldNamespaces?: string[] | null;
};
type Row = { id: number; topic: string; uri: string; created_at: number; updated_at: number; doc: string };
export type Subscription = Omit<Row, "doc"> & z.infer<typeof Doc>;

const read = ({ doc, ...row }: Row): Subscription => ({ ...row, ...Doc.parse(JSON.parse(doc)) });

export const listSubscriptions = ({ state }: Pick<Shop, "state">): Subscription[] =>
  state.many<Row>("select * from subscription order by id").map(read);

export const subscriptionSource = (sub: Subscription) => ({
  __typename: "WebhookSubscription",
  id: gid("WebhookSubscription", sub.id),
  legacyResourceId: String(idOf("WebhookSubscription", sub.id)),
  topic: sub.topic,
  uri: sub.uri,
  callbackUrl: sub.uri,
  endpoint: { __typename: "WebhookHttpEndpoint", callbackUrl: sub.uri },
  name: sub.name,
  format: sub.format,
  filter: sub.filter,
  includeFields: sub.includeFields,
  metafieldNamespaces: sub.metafieldNamespaces,
  metafields: [],
  apiVersion: { handle: apiVersion, displayName: apiVersion, supported: true },
  createdAt: timeText(sub.created_at),
  updatedAt: timeText(sub.updated_at),
});

export function findSubscription({ state }: Pick<Shop, "state">, id: number | null): Subscription | null {
  const row = id === null ? null : state.one<Row>("select * from subscription where id = ?", id);
  return row && read(row);
}

type ListArgs = PageArgs & { topics?: string[] | null; uri?: string | null; callbackUrl?: string | null };
export function subscriptionsConnection({ state }: Shop, args: ListArgs) {
  const where = "(?1 is null or topic in (select value from json_each(?1))) and (?2 is null or uri = ?2)";
  const values = [args.topics ? JSON.stringify(args.topics) : null, args.uri ?? args.callbackUrl ?? null];
  return connection<Row>(state, args, { select: "*", from: "subscription", where, values, sort: "created_at", id: "id" }, (row) =>
    subscriptionSource(read(row)),
  );
}

/** https, or this machine itself, where a demo and the tests listen. */
function isAddress(uri: string): boolean {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  return url?.protocol === "https:" || (url?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname));
}

type Written = { subscription: Subscription | null; userErrors: UserError[] };
const refused = (message: string, field: string): Written => ({
  subscription: null,
  userErrors: [{ field: field === "topic" ? ["topic"] : ["webhookSubscription", field], message }],
});

export function createSubscription({ shop, scopes }: Caller, topic: string, input: SubscriptionInput): Written {
  const anyOf = scopesFor(topic);
  if (anyOf.length > 0 && !mayRead(scopes, { anyOf, says: "" }))
    return refused(
      `You do not have permission to create or update webhooks with ${headerOf(topic)} topic. To do so, you need one of these scopes: ${anyOf.join(", ")}`,
      "topic",
    );
  const uri = input.uri ?? input.callbackUrl ?? "";
  if (!isAddress(uri)) return refused("Address is invalid", "uri");
  if (shop.state.one("select 1 from subscription where topic = ? and uri = ?", topic, uri))
    return refused("Address for this topic has already been taken", "uri");
  const now = shop.clock.nowMs();
  const insert = "insert into subscription (topic, uri, created_at, updated_at, doc) values (?, ?, ?, ?, ?)";
  const { id } = shop.state.run(insert, topic, uri, now, now, JSON.stringify(docOf(input)));
  return { subscription: findSubscription(shop, id), userErrors: [] };
}

export function updateSubscription(shop: Shop, id: number | null, input: SubscriptionInput): Written {
  const known = findSubscription(shop, id);
  if (!known) return { subscription: null, userErrors: [{ field: ["id"], message: "Webhook subscription does not exist" }] };
  const uri = input.uri ?? input.callbackUrl ?? known.uri;
  if (!isAddress(uri)) return refused("Address is invalid", "uri");
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const doc = JSON.stringify(docOf({ ...known, ...given }));
  shop.state.run("update subscription set uri = ?, updated_at = ?, doc = ? where id = ?", uri, shop.clock.nowMs(), doc, known.id);
  return { subscription: findSubscription(shop, known.id), userErrors: [] };
}

const docOf = ({ name, format, filter, includeFields, metafieldNamespaces }: SubscriptionInput): z.infer<typeof Doc> => ({
  name: name ?? null,
  format: format ?? "JSON",
  filter: filter ?? null,
  includeFields: includeFields ?? [],
  metafieldNamespaces: metafieldNamespaces ?? [],
});

/** Its waiting deliveries go with it. False: there was none. */
export function deleteSubscription({ state }: Pick<Shop, "state">, id: number | null): boolean {
  if (id === null || state.run("delete from subscription where id = ?", id).changes === 0) return false;
  state.run("delete from delivery where subscription_id = ? and state = 'waiting'", id);
  return true;
}
