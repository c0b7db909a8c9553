import { readOptions } from "./crash/options";
import type { Crashed } from "./crash/run-crash";
import { Interrupted, runHouse } from "./house/run-house";

/** npm run crash: nothing is lost and nothing doubled, whatever is killed. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  console.error(`Seed ${options.seed}: ${options.orders} orders at ${options.rate}/s, ${options.kills} kills`);
  const crashed = await runHouse("crash", async (house, signal) => {
    // Settings are read when these are loaded, so the house comes first.
    const { runCrash } = await import("./crash/run-crash");
    return runCrash(house, options, signal);
  });
  console.log(options.json ? JSON.stringify(crashed) : inWords(crashed));
  return crashed.broken.length === 0 ? 0 : 1;
}

function inWords({ seed, killed, orders, money, seconds, broken }: Crashed): string {
  const when = (ms: number) => `${(ms / 1_000).toFixed(1)} s`.padStart(8);
  const lines = killed.map(
    ({ part, killedAt, order }) => `${when(killedAt)}  ${part.padEnd(9)} ${order === null ? "" : `before the answer for ${order}`}`,
  );
  return [
    ...lines,
    `Seed ${seed}: ${killed.length} kills, ${killed.filter(({ order }) => order !== null).length} of them between a write and its record`,
    `${orders.placed} placed, ${orders.confirmed} confirmed, ${orders.held} held, ${orders.lost} lost, ${orders.duplicated} doubled; difference ${money.difference} GBP; ${seconds} s`,
    ...broken.map((promise) => `✗ ${promise}`),
  ].join("\n");
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exit(cause instanceof Interrupted ? 130 : 1);
  },
);
