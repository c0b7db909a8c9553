const isNoCountry = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
/** Their posts know no postcodes (Universal Postal Union). */
const withoutPostcodes = new Set(
  "AE AG AN AO AW BB BF BI BJ BO BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GN GQ GY HK IE JM KI KM KN KP LC LY ML MO MR MS MW NR NU QA RW SB SC SL SR ST SX SY TD TF TG TK TL TO TT TV UG VU YE ZW".split(
    " ",
  ),
);

export type Country = { code: string; name: string };

/** ISO 3166-1 alpha-2 with English names, by name. */
export function listCountries(): Country[] {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !isNoCountry.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .filter(({ code, name }) => name !== code)
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

const codes = new Set(listCountries().map(({ code }) => code));

export const isCountry = (code: string): boolean => codes.has(code);
export const hasPostcodes = (code: string): boolean => !withoutPostcodes.has(code);
