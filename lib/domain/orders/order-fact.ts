import { z } from "zod";

import { isCountry } from "../countries";
import type { Address, ShopOrder } from "./shop-order";
import { placesOf } from "./split-by-location";

const addressParts = { street: "Street", street2: "Second address line", zip: "Postcode", city: "Town", country: "Country" } as const;
type AddressPart = keyof typeof addressParts;

/** The facts of one order that a person may correct before it goes to the till. */
export const OrderFact = z.enum([
  "location",
  "firstName",
  "lastName",
  "email",
  "phone",
  "shipping.street",
  "shipping.street2",
  "shipping.zip",
  "shipping.city",
  "shipping.country",
  "billing.street",
  "billing.street2",
  "billing.zip",
  "billing.city",
  "billing.country",
]);
export type OrderFact = z.infer<typeof OrderFact>;

export const isOrderFact = (text: string): text is OrderFact => OrderFact.safeParse(text).success;

/** Everything but the store is about a person. */
export const isPersonal = (fact: OrderFact): boolean => fact !== "location";

const own = { location: "Store", firstName: "First name", lastName: "Last name", email: "E-mail", phone: "Phone" } as const;

export function sayFact(fact: OrderFact): string {
  const [of, part] = splitFact(fact);
  if (part === null) return own[fact as keyof typeof own];
  return of === "billing" ? `${addressParts[part]} of the invoice` : addressParts[part];
}

/** What the order says; empty where it says nothing. */
export function readFact(order: ShopOrder, fact: OrderFact): string {
  const [of, part] = splitFact(fact);
  if (part !== null) return order[of]?.[part] ?? "";
  if (fact === "location") return (placesOf(order.allocations) ?? []).map(({ locationId }) => locationId).join(" ");
  return order[fact as Exclude<keyof typeof own, "location">];
}

/** The order as if it said so. `label`: the name of what `value` is the id of. */
export function writeFact(order: ShopOrder, fact: OrderFact, value: string, label = ""): ShopOrder {
  const [of, part] = splitFact(fact);
  if (part !== null) return { ...order, [of]: { ...(order[of] ?? blank), [part]: value } };
  return fact === "location" ? withLocation(order, value, label) : { ...order, [fact]: value };
}

/** The facts that this order has, or should have. A store is chosen only where the shop has chosen none. */
export function listFacts(order: ShopOrder): OrderFact[] {
  const places = placesOf(order.allocations);
  const isDelivered = order.shipping !== null || isToBeDelivered(order);
  return OrderFact.options.filter((fact) => {
    const [of, part] = splitFact(fact);
    if (part !== null) return of === "shipping" ? isDelivered : order.billing !== null;
    return fact !== "location" || places === null;
  });
}

export const isToBeDelivered = ({ allocations }: Pick<ShopOrder, "allocations">): boolean =>
  allocations.some(({ method, lines }) => method === "shipping" && lines.some(({ quantity }) => quantity > 0));

const mostCharacters = 255;
const mayBeEmpty: readonly OrderFact[] = ["firstName", "email", "phone", "shipping.street2", "billing.street2"];
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
export const isPhone = (text: string): boolean =>
  /^\+?[\d\s().\-/]{5,30}(\s*(x|ext\.?)\s*\d{1,6})?$/i.test(text) && /\d{4}/.test(text.replace(/\D/g, ""));

/** What is wrong with a value for a fact, in words; null where it will do. */
export function checkFact(fact: OrderFact, value: string): string | null {
  const name = sayFact(fact);
  if (value === "") return mayBeEmpty.includes(fact) ? null : `${name} cannot be empty.`;
  if (value.length > mostCharacters) return `${name} can have ${mostCharacters} characters at most.`;
  if (fact === "email" && !isEmail(value)) return "This is not an e-mail address.";
  if (fact === "phone" && !isPhone(value)) return "This is not a phone number.";
  if (splitFact(fact)[1] === "country" && !isCountry(value)) return "Choose a country.";
  return null;
}

function splitFact(fact: OrderFact): ["shipping" | "billing", AddressPart | null] {
  const [of, part] = fact.split(".");
  return part === undefined ? ["shipping", null] : [of as "shipping" | "billing", part as AddressPart];
}

const blank: Address = { name: "", street: "", street2: "", zip: "", city: "", country: "", phone: "" };

/** Everything that the shop sends nowhere yet goes there. By the shop's own count nothing is set aside for it: `remaining` stays 0. */
function withLocation(order: ShopOrder, locationId: string, locationName: string): ShopOrder {
  const at = { locationId: locationId as NonNullable<ShopOrder["allocations"][number]["locationId"]>, locationName };
  const chosen = order.allocations.map((allocation) =>
    allocation.locationId === null
      ? { ...allocation, ...at, lines: allocation.lines.map((line) => ({ ...line, remaining: 0 })) }
      : allocation,
  );
  if (placesOf(chosen) !== null) return { ...order, allocations: chosen };
  const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity, remaining: 0 }));
  return { ...order, allocations: [...chosen, { ...at, method: order.shipping === null ? "pickup" : "shipping", lines }] };
}
