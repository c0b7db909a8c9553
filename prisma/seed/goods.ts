import { type Range, ranges } from "./catalogue";

/** One sellable thing, by the code that each side has for it. Codes differ only where somebody slipped. */
export type Good = {
  product: string;
  variant: string;
  category: string;
  tillSku: string;
  webSku: string;
  barcode: string;
  webBarcode: string;
  price: number;
  rate: number;
  /** The shop goes on selling it when nothing is left. */
  mayOversell: boolean;
};

/** What is wrong from the start, each with the code at the till that it concerns. */
export const slips = {
  /** Another code online, the same barcode. */
  renamed: { till: "QD-LMP-BRA", web: "QD-LAMP-WENLOCK-BRASS" },
  /** The same code but for its case, and no barcode online. */
  lowerCase: { till: "QD-THW-OAT", web: "qd-thw-oat" },
  oversold: "QD-CAN-FIG",
} as const;

const everything = ranges.flatMap(variantsOf);

export const goods: readonly Good[] = everything.map((good) => {
  const { tillSku } = good;
  if (tillSku === slips.renamed.till) return { ...good, webSku: slips.renamed.web };
  if (tillSku === slips.lowerCase.till) return { ...good, webSku: slips.lowerCase.web, webBarcode: "" };
  return tillSku === slips.oversold ? { ...good, mayOversell: true } : good;
});

function variantsOf({ code, title, category, price, rate, colours = [""], sizes = [""] }: Range, range: number): Good[] {
  return colours.flatMap((colour, nthColour) =>
    sizes.map((size, nthSize) => {
      const sku = ["QD", code, short(colour), short(size)].filter((part) => part !== "").join("-");
      const barcode = ean13(range * 100 + nthColour * 10 + nthSize);
      const variant = [colour, size].filter((part) => part !== "").join(" / ");
      return {
        product: title,
        variant,
        category,
        tillSku: sku,
        webSku: sku,
        barcode,
        webBarcode: barcode,
        price,
        rate,
        mayOversell: false,
      };
    }),
  );
}

/** "Sea salt" → SEA, "2-3" → 23, "25 cm" → 25C. */
function short(name: string): string {
  const letters = name.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return letters.slice(0, 3);
}

/** Numbers from 20 on are for use inside one company (GS1), so that no real article is meant. */
export function ean13(number: number): string {
  const digits = `29${String(number).padStart(10, "0")}`;
  const weighed = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (weighed % 10)) % 10}`;
}
