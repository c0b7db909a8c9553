import type { z } from "zod";

import { decimalText, moneyBag } from "./money";
import type { Allocation, Discount, OrderDoc } from "./order-doc";

const typeName = {
  code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  manual: "ManualDiscountApplication",
} as const;

export const discountSource = ({ type, name, percentage, amount, target, method }: Discount, index: number, currency: string) => ({
  __typename: typeName[type],
  index,
  code: name,
  title: name,
  description: null,
  allocationMethod: method,
  targetSelection: method === "EACH" ? "ENTITLED" : "ALL",
  targetType: target,
  value:
    percentage === undefined
      ? { __typename: "MoneyV2", amount: decimalText(amount ?? "0"), currencyCode: currency }
      : { __typename: "PricingPercentageValue", percentage },
});

export const allocationSource = ({ discounts, currency }: OrderDoc, { discount, amount }: z.infer<typeof Allocation>) => ({
  allocatedAmountSet: moneyBag(amount, currency),
  discountApplication: () => {
    const applied = discounts[discount];
    return applied && discountSource(applied, discount, currency);
  },
});
