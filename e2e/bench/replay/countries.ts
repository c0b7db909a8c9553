/** As the retailer's file names them, with ISO 3166-1 alpha-2. VAT is charged in the United Kingdom and in what was the EU in 2010 and 2011. */
const inTheUnion: Readonly<Record<string, string>> = {
  "United Kingdom": "GB",
  Austria: "AT",
  Belgium: "BE",
  Bulgaria: "BG",
  Cyprus: "CY",
  "Czech Republic": "CZ",
  Denmark: "DK",
  EIRE: "IE",
  Ireland: "IE",
  Estonia: "EE",
  Finland: "FI",
  France: "FR",
  Germany: "DE",
  Greece: "GR",
  Hungary: "HU",
  Italy: "IT",
  Latvia: "LV",
  Lithuania: "LT",
  Luxembourg: "LU",
  Malta: "MT",
  Netherlands: "NL",
  Poland: "PL",
  Portugal: "PT",
  Romania: "RO",
  Slovakia: "SK",
  Slovenia: "SI",
  Spain: "ES",
  Sweden: "SE",
  // A customer somewhere in the union; Shopify needs one country, and this is where its office is.
  "European Community": "BE",
};

const elsewhere: Readonly<Record<string, string>> = {
  Australia: "AU",
  Bahrain: "BH",
  Bermuda: "BM",
  Brazil: "BR",
  Canada: "CA",
  // Outside the VAT territory.
  "Channel Islands": "JE",
  "Hong Kong": "HK",
  Iceland: "IS",
  Israel: "IL",
  Japan: "JP",
  Korea: "KR",
  Lebanon: "LB",
  Nigeria: "NG",
  Norway: "NO",
  RSA: "ZA",
  "Saudi Arabia": "SA",
  Singapore: "SG",
  Switzerland: "CH",
  Thailand: "TH",
  USA: "US",
  "United Arab Emirates": "AE",
  "West Indies": "JM",
};

/** Per cent. Names that nobody knows, "Unspecified" among them, pay none. */
export const vatRateIn = (country: string): 20 | 0 => (Object.hasOwn(inTheUnion, country) ? 20 : 0);

/** "ZZ" is Shopify's "Unknown Region". */
export const countryCodeOf = (country: string): string => inTheUnion[country] ?? elsewhere[country] ?? "ZZ";
