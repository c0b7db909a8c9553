import { CannotStart } from "@/lib/machine/cannot-start";
import { Interrupted, runHouse } from "./house/run-house";
import { type ReplayOptions, readOptions, WrongUsage } from "./replay/options";
import { moveTo, readInvoices, UnusableFile } from "./replay/read-invoices";
import type { Report } from "./replay/report";

/** npm run replay: a real order history through the whole house, counted from the file and both platforms. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const invoices = moveTo(Date.now(), await readInvoices(options.file));
  console.error(
    `${options.file}: ${invoices.length} invoices, ${invoices.reduce((total, { lines }) => total + lines.length, 0)} lines; seed ${options.seed}`,
  );

  const { report, broken, findings } = await runHouse("replay", async (house, signal) => {
    // Settings are read when these are loaded, so the house comes first.
    const { runReplay } = await import("./replay/run-replay");
    return runReplay(house, invoices, options, signal);
  });
  for (const finding of findings.slice(0, 20)) console.error(`  ${finding}`);
  if (findings.length > 20) console.error(`  … and ${findings.length - 20} more`);
  for (const promise of broken) console.error(`✗ ${promise}`);
  console.log(options.json ? JSON.stringify(report) : inWords(report, options));
  return broken.length + findings.length === 0 ? 0 : 1;
}

function inWords({ orders, causes, money, vat, released, latencyMs, ordersPerSecond, seconds }: Report, { dump }: ReplayOptions): string {
  const line = (name: string, text: string) => `${name.padEnd(10)}${text}`;
  return [
    line(
      "Orders",
      `${orders.placed} placed: ${orders.confirmed} confirmed, ${orders.held} held, ${orders.deferred} deferred, ${orders.lost} lost, ${orders.duplicated} duplicated`,
    ),
    line("Money", `${money.shop} GBP in the shop, ${money.pos} GBP at the till, difference ${money.difference}`),
    line("VAT", `${vat.shop} GBP in the shop, ${vat.pos} GBP at the till, ${vat.roundingRows} rows a rounding apart`),
    ...causes.map(({ kind, entity, orders: count, amount }) => line("Cause", `${kind} ${entity}: ${count} orders, ${amount} GBP`)),
    line("Released", `${released.previewed} foreseen, ${released.released} went, ${released.stillHeld} still held`),
    ...(latencyMs ? [line("Latency", `p50 ${latencyMs.p50} ms, p95 ${latencyMs.p95} ms, p99 ${latencyMs.p99} ms`)] : []),
    line("Speed", `${ordersPerSecond} orders/s, ${seconds} s in all`),
    ...(dump ? [line("Dump", dump)] : []),
  ].join("\n");
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    const isClear =
      cause instanceof WrongUsage || cause instanceof UnusableFile || cause instanceof CannotStart || cause instanceof Interrupted;
    console.error(isClear ? cause.message : cause);
    process.exit(cause instanceof Interrupted ? 130 : 1);
  },
);
