import { expect, test } from "vitest";

import { hasPostcodes, isCountry, listCountries } from "./countries";

test("countries by name, each once, and nothing that is none", () => {
  const countries = listCountries();
  const names = countries.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, "en")));
  expect(countries).toContainEqual({ code: "GB", name: "United Kingdom" });
  expect(["GB", "SE", "JE", "US"].every(isCountry)).toBe(true);
  expect(["UK", "EU", "ZZ", "gb", "", "GBR"].some(isCountry)).toBe(false);
});

test("every country said to have no postcodes is a country", () => {
  expect(listCountries().filter(({ code }) => !hasPostcodes(code)).length).toBeGreaterThan(60);
  expect(hasPostcodes("GB")).toBe(true);
  expect(hasPostcodes("AE")).toBe(false);
});
