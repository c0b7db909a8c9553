import { hasPostcodes, isCountry } from "../countries";
import { isEmail, isPhone, isToBeDelivered, type OrderFact, readFact } from "./order-fact";
import type { ShopOrder } from "./shop-order";

export type Lack = { fact: OrderFact; problem: "missing" | "malformed" };

/** What stands in the way of delivering this order: whom to, where, and how to reach them. Collected orders need a readable e-mail address at most. */
export function missingFacts(order: ShopOrder): Lack[] {
  const lacks: Lack[] = [];
  const lack = (fact: OrderFact, problem: Lack["problem"]) => lacks.push({ fact, problem });
  const isEmpty = (fact: OrderFact) => readFact(order, fact).trim() === "";
  if (isToBeDelivered(order)) {
    const country = readFact(order, "shipping.country").trim();
    if (isEmpty("firstName") && isEmpty("lastName")) lack("lastName", "missing");
    if (isEmpty("shipping.street")) lack("shipping.street", "missing");
    if (isEmpty("shipping.zip") && hasPostcodes(country)) lack("shipping.zip", "missing");
    if (isEmpty("shipping.city")) lack("shipping.city", "missing");
    if (country === "") lack("shipping.country", "missing");
    else if (!isCountry(country)) lack("shipping.country", "malformed");
    if (!isEmpty("phone") && !isPhone(order.phone.trim())) lack("phone", "malformed");
  }
  if (!isEmpty("email") && !isEmail(order.email.trim())) lack("email", "malformed");
  return lacks;
}
