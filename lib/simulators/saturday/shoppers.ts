import type { Draw } from "./draw";

const firstNames = [
  "Amara",
  "Bryn",
  "Callum",
  "Deepa",
  "Elsie",
  "Farah",
  "Gwen",
  "Hamish",
  "Isla",
  "Jonas",
  "Keeley",
  "Leon",
  "Mina",
  "Niall",
];
const lastNames = [
  "Ainsley",
  "Birtwistle",
  "Chowdhury",
  "Dacre",
  "Eastwood",
  "Fairclough",
  "Garside",
  "Holroyd",
  "Iqbal",
  "Jessop",
  "Kershaw",
];
const streets = ["Mill Lane", "Station Road", "Church Street", "Wharf Street", "Beck Side", "High Street", "Cross Green", "Chapel Row"];
const towns = [
  { city: "Ilkley", zip: "LS29" },
  { city: "Skipton", zip: "BD23" },
  { city: "Whitby", zip: "YO21" },
  { city: "Hebden Bridge", zip: "HX7" },
  { city: "Kendal", zip: "LA9" },
  { city: "Alnwick", zip: "NE66" },
  { city: "Buxton", zip: "SK17" },
  { city: "Ripon", zip: "HG4" },
] as const;

export type Shopper = { firstName: string; lastName: string; email: string; phone: string };
export type Address = { address1: string; city: string; zip: string; countryCode: string };

/** Nobody: example.com and 01632 960 are kept free for made-up people. */
export function inventShopper(draw: Draw): Shopper {
  const firstName = draw.one(firstNames);
  const lastName = draw.one(lastNames);
  const number = draw.between(0, 999);
  return {
    firstName,
    lastName,
    email: `${firstName}.${lastName}${number % 40}@example.com`.toLowerCase(),
    phone: `+441632960${String(number).padStart(3, "0")}`,
  };
}

export function inventAddress(draw: Draw): Address {
  const { city, zip } = draw.one(towns);
  const letters = "ABDEFGHJLN";
  const inward = `${draw.between(1, 9)}${draw.one([...letters])}${draw.one([...letters])}`;
  return {
    address1: `${draw.between(1, 140)} ${draw.one(streets)}`,
    city,
    zip: `${zip} ${inward}`,
    countryCode: "GB",
  };
}
