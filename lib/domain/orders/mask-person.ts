import type { Address, ShopOrder } from "./shop-order";

export type Customer = { name: string; email: string; phone: string; billing: Address | null; shipping: Address | null };

export const customerOf = ({ firstName, lastName, email, phone, billing, shipping }: ShopOrder): Customer => ({
  name: `${firstName} ${lastName}`.trim() || billing?.name || shipping?.name || "",
  email,
  phone: phone || billing?.phone || shipping?.phone || "",
  billing,
  shipping,
});

/** Enough to recognise an order by, too little to reach the person. */
export const maskCustomer = ({ name, email, phone, billing, shipping }: Customer): Customer => ({
  name: initials(name),
  email: email.replace(/^(.).*@/, "$1•••@"),
  phone: phone === "" ? "" : `••• ${phone.slice(-3)}`,
  billing: billing && maskAddress(billing),
  shipping: shipping && maskAddress(shipping),
});

const maskAddress = ({ name, zip, city, country }: Address): Address => ({
  name: initials(name),
  street: "",
  street2: "",
  zip: zip.split(" ")[0]?.slice(0, 4) ?? "",
  city,
  country,
  phone: "",
});

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${word[0]}.`)
    .join(" ");
