/** "12.30" → 1230. The report's own arithmetic: it must not share a mistake with what it checks. */
export function pence(amount: string): number {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(amount);
  if (!parts) throw new RangeError(`${amount} is no amount in pounds and pence`);
  const [, sign, pounds = "0", rest = ""] = parts;
  return (sign ? -1 : 1) * (Number(pounds) * 100 + Number(rest.padEnd(2, "0"))) + 0;
}

/** -1230 → "-12.30". */
export function pounds(units: number): string {
  const digits = String(Math.abs(units)).padStart(3, "0");
  return `${units < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
