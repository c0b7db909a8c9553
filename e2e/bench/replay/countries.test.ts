import { expect, test } from "vitest";

import { countryCodeOf, vatRateIn } from "./countries";

test("VAT in the United Kingdom and the union of 2010, none elsewhere", () => {
  expect(["United Kingdom", "EIRE", "Germany", "Malta", "European Community"].map(vatRateIn)).toEqual([20, 20, 20, 20, 20]);
  expect(["Channel Islands", "Norway", "Switzerland", "RSA", "USA", "Hong Kong", "Unspecified", "", "toString"].map(vatRateIn)).toEqual(
    Array(9).fill(0),
  );
});

test("countries have the codes that Shopify knows", () => {
  expect(["United Kingdom", "EIRE", "RSA", "Channel Islands", "Unspecified"].map(countryCodeOf)).toEqual(["GB", "IE", "ZA", "JE", "ZZ"]);
});
