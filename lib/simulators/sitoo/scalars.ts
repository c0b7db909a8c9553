import { randomUUID } from "node:crypto";
import { z } from "zod";

/** On the wire money is a string with two decimals, here hundredths. A JSON number is refused. */
export const Money = z.string().regex(/^-?\d+\.\d{2}$/);
/** On the wire a decimal is a string with three decimals, here thousandths. */
export const DecimalText = z.string().regex(/^-?\d+\.\d{3}$/);
export const IntText = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);
export const BoolText = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");
export const CommaList = z.string().transform((text) => text.split(",").filter((part) => part !== ""));

const withoutPoint = (text: string) => Number(text.replace(".", ""));
export const hundredths = (money: string): number => withoutPoint(money) || 0;
export const thousandths = (decimal: string): number => withoutPoint(decimal) || 0;

function withPoint(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  return `${units < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
export const moneyText = (units: number): string => withPoint(units, 2);
export const decimalText = (units: number): string => withPoint(units, 3);

export const newGuid = (): string => `{${randomUUID().toUpperCase()}}`;
