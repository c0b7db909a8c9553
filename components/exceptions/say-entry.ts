import { isOrderFact, sayFact } from "@/lib/domain/orders/order-fact";
import { sayRole } from "./owner";

type Entry = { by: string; byName: string | null; action: string; text: string; change: Record<string, unknown> };
type Names = { people: ReadonlyMap<string, string>; sayWhen: (at: Date) => string };

/** One line of a cause's history: "Priya snoozed it until tomorrow 08:00". */
export function sayEntry({ by, byName, action, change }: Entry, { people, sayWhen }: Names): string {
  const who = byName ?? (by === "flow" ? "Parity" : "Somebody");
  const until = typeof change.until === "string" ? ` until ${sayWhen(new Date(change.until))}` : "";
  switch (action) {
    case "take":
      return `${who} took it`;
    case "assign":
      return change.ownerId === null ? `${who} gave it back` : `${who} assigned it to ${people.get(String(change.ownerId)) ?? "somebody"}`;
    case "snooze":
      return `${who} snoozed it${until}`;
    case "reopen":
      return by === "flow" ? "It was opened again" : `${who} opened it again`;
    case "comment":
      return `${who} commented`;
    case "ignore":
      return `${who} ignored it${until}`;
    case "resolve":
      return change.closedHow === "verified" ? `${who} closed it: its order is linked to one at the till` : `${who} closed it on trust`;
    case "correct":
      return `${who} corrected ${sayFacts(change)}`;
    case "withdraw":
      return `${who} withdrew the correction of ${sayFacts(change)}`;
    case "link":
      return `${who} linked ${String(change.order)} to order ${String(change.posOrderId)} at the till, entered by hand${change.difference ? ", with a difference" : ""}`;
    case "unlink":
      return `${who} undid the link of ${String(change.order)} to an order at the till`;
    case "resolved":
      return "Resolved, verified";
    case "release":
      return `${who} released what it held${sayEdits(change.edits)}`;
    case "own":
      return `${sayOwned(change, people)}${typeof change.rule === "string" ? ` by ownership rule ${change.number}: ${change.rule}` : ", as no rule wants it"}`;
    case "climb":
      return change.stays
        ? `Nobody took it in time; ${sayTo(change, people)} was told`
        : `Nobody took it in time, so it went to ${sayTo(change, people)}`;
    case "ask-first":
      return change.asksFirst ? `${who} wants to be asked before it releases` : `${who} lets it release by itself`;
    default:
      return `${who}: ${action}`;
  }
}

const sayTo = ({ ownerId, ownerRole, ownerName }: Record<string, unknown>, people: ReadonlyMap<string, string>): string =>
  typeof ownerId === "string" ? (people.get(ownerId) ?? String(ownerName ?? "somebody")) : sayRole(String(ownerRole));

const sayOwned = (change: Record<string, unknown>, people: ReadonlyMap<string, string>): string => `It went to ${sayTo(change, people)}`;

function sayFacts({ facts, order }: Record<string, unknown>): string {
  const names = (Array.isArray(facts) ? facts : []).filter((fact) => isOrderFact(String(fact))).map((fact) => sayFact(fact).toLowerCase());
  return `${new Intl.ListFormat("en-GB").format(names)} of ${String(order)}`;
}

function sayEdits(edits: unknown): string {
  const [first] = Array.isArray(edits) ? (edits as { theirs?: unknown; ours?: unknown }[]) : [];
  return first && typeof first.theirs === "string" && typeof first.ours === "string"
    ? `, with ${first.theirs} mapped to ${first.ours}`
    : "";
}
