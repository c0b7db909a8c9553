export type Variation = {
  taxesIncluded: boolean;
  orderDiscountPercent: 0 | 10 | 100;
  hasLineDiscount: boolean;
  /** Which of the five stores, for orders that are collected. */
  store: number;
  isCollected: boolean;
  isSplit: boolean;
};

export const storeCount = 5;

/** What the file does not say about an order follows from its number. */
export function variationOf(invoiceId: string): Variation {
  const number = numberOf(invoiceId);
  const every = (nth: number) => number % nth === 0;
  return {
    taxesIncluded: every(2),
    orderDiscountPercent: every(97) ? 100 : every(7) ? 10 : 0,
    hasLineDiscount: every(11) && !every(97),
    store: Math.floor(number / 5) % storeCount,
    isCollected: every(5),
    isSplit: every(41),
  };
}

/** "A563185" → 563185; without a digit the letters make the number. */
export function numberOf(invoiceId: string): number {
  const digits = invoiceId.replace(/[^0-9]/g, "").slice(-15);
  if (digits !== "") return Number(digits);
  return [...invoiceId].reduce((number, letter) => (number * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
