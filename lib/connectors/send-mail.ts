import { createTransport } from "nodemailer";

export type MailServer = { url: string; from: string };
export type Letter = { id: string; to: string; subject: string; text: string };
/** `try-again`: the server was not reached or asks for patience. The problem is in words for whom the mail was for. */
export type Delivered = { as: "sent" } | { as: "failed" | "try-again"; problem: string };

const waitMs = 20_000;

/**
 * Hands one mail to the mail server, having asked first whether it lets us in: what fails then has certainly not gone out.
 * Its id is the same at every try, so that a receiver knows a double.
 */
export async function sendMail({ url, from }: MailServer, { id, ...letter }: Letter): Promise<Delivered> {
  const transport = createTransport({ url, connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs });
  let isLetIn = false;
  try {
    await transport.verify();
    isLetIn = true;
    await transport.sendMail({ from, ...letter, messageId: `<${id}@parity>` });
    return { as: "sent" };
  } catch (cause) {
    return judge(cause as SmtpError, isLetIn);
  } finally {
    transport.close();
  }
}

type SmtpError = { code?: string; responseCode?: number; command?: string };

function judge({ code, responseCode = 0, command = "" }: SmtpError, isLetIn: boolean): Delivered {
  if (code === "EAUTH" && responseCode >= 500)
    return { as: "failed", problem: "The mail server does not accept Parity's sign-in. An admin has to look at the mail settings." };
  if (responseCode >= 500)
    return {
      as: "failed",
      problem: `The mail server ${command.startsWith("RCPT") || code === "EENVELOPE" ? "does not accept your address" : "refused the mail"}.`,
    };
  if (responseCode >= 400) return { as: "try-again", problem: "The mail server is busy." };
  // Without an answer to what was handed over, a second try could be a second mail.
  return isLetIn
    ? { as: "failed", problem: "The mail server did not say whether it took the mail. It was not sent again." }
    : { as: "try-again", problem: "The mail server cannot be reached." };
}
