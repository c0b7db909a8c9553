import { sayMoney } from "../say-money";

export type MailItem = {
  title: string;
  sentence: string;
  nextStep: string;
  why: string;
  records: number;
  amount: number;
  currency: string;
  link: string;
};
type Written = { subject: string; text: string };

/** One mail about one cause or many, in plain text. `more` are notices beyond those listed. */
export function writeMail(
  name: string,
  items: readonly MailItem[],
  { more, settingsLink }: { more: number; settingsLink: string },
): Written {
  const [first] = items;
  const count = items.length + more;
  const subject = count === 1 && first ? [first.title, sayStake(first)].filter(Boolean).join(": ") : `${count} causes wait for you`;
  const parts = [
    `Hello ${name},`,
    ...items.map((item) =>
      [item.title, item.sentence, sayStake(item), item.why, `Next: ${item.nextStep}`, item.link].filter(Boolean).join("\n"),
    ),
    more > 0 ? `and ${more} more in your inbox.` : "",
    `How and when you are told: ${settingsLink}`,
  ];
  return { subject, text: parts.filter(Boolean).join("\n\n") };
}

/** "42 records held, £1,234.00"; empty where it holds no money and one record. */
function sayStake({ records, amount, currency }: MailItem): string {
  if (amount > 0 && currency !== "") return `${records} held, ${sayMoney(amount, currency)}`;
  return records > 1 ? `${records} held` : "";
}
