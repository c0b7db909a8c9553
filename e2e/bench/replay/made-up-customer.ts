import { countryCodeOf } from "./countries";
import type { Invoice } from "./read-invoices";
import { numberOf } from "./variation";
import type { WebOrder } from "./web-order";

const firstNames = ["Alex", "Bo", "Charlie", "Dana", "Eden", "Frankie", "Gray", "Harper", "Indy", "Jules", "Kit"] as const;
const lastNames = [
  "Archer",
  "Baker",
  "Cooper",
  "Draper",
  "Fletcher",
  "Glover",
  "Hooper",
  "Mason",
  "Potter",
  "Sawyer",
  "Turner",
  "Weaver",
  "Wright",
] as const;
const streets = ["Mill Lane", "Station Road", "Church Street", "Green Lane", "High Street"] as const;

type Person = Pick<WebOrder, "customer" | "address">;

/** The file knows a number at most; the same number is the same person. Domain and people are invented. */
export function madeUpCustomer({ id, customerId, country }: Invoice): Person {
  const seed = numberOf(customerId ?? id);
  const pick = <T>(from: readonly [T, ...T[]], place: number): T => from[place % from.length] ?? from[0];
  const firstName = pick(firstNames, seed);
  const lastName = pick(lastNames, Math.floor(seed / firstNames.length));
  const email = customerId === null ? `guest-${id}@example.com` : `customer-${customerId}@example.com`;
  return {
    customer: { firstName, lastName, email: email.toLowerCase().replace(/\s/g, "-"), isGuest: customerId === null },
    address: {
      name: `${firstName} ${lastName}`,
      address1: `${(seed % 120) + 1} ${pick(streets, Math.floor(seed / 7))}`,
      city: "Anytown",
      zip: String(10_000 + (seed % 89_999)),
      countryCode: countryCodeOf(country),
    },
  };
}
