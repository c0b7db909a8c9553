import { setTimeout as pause } from "node:timers/promises";

import { CannotStart } from "./cannot-start";
import { chooseDataFolder } from "./data-folder";
import { firstAdminLink } from "./first-admin-link";
import { type House, startHouse } from "./house";
import { root } from "./root";
import { seconds, stagesTo } from "./stages";

const stages = stagesTo(process.stdout);
const leaving = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.on(signal, () => leaving.abort());

async function main(): Promise<void> {
  const began = performance.now();
  const { env } = process;
  const { folder, remark } = chooseDataFolder(root, env.PARITY_DATA);
  if (remark) stages.note(remark);
  const house = await startHouse({
    dataFolder: folder,
    stages,
    ports: { app: appPort(env.PORT) },
    databaseUrl: env.DATABASE_URL || undefined,
    seed: true,
    given: env,
    signal: leaving.signal,
  });
  try {
    if (house.wasEmpty && house.env.PARITY_DEMO === "1") await openTheDoors(house.simulators.sitoo);
    console.log(`\nParity is ready after ${seconds(began).trim()}:  ${house.appUrl}\n`);
    await welcome(house);
    console.log("Ctrl-C stops everything; the data stays.");
    await aborted(leaving.signal);
    console.log("\nStopping …");
  } finally {
    await house.stop();
  }
}

/** The demo's first day begins when there is somebody to notice; on later starts it goes on by itself. */
async function openTheDoors(sitoo: string): Promise<void> {
  const answer = await fetch(`${sitoo}/_control/saturday/start`, { method: "POST" });
  if (!answer.ok) stages.note(`The demo's customers stay away: ${await answer.text()}`);
}

/** Whom to sign in as: the demo's people, or on a database of the customer's own the first admin. */
async function welcome(house: House): Promise<void> {
  if (house.env.PARITY_DEMO !== "1") {
    const link = await firstAdminLink(house.databaseUrl, house.appUrl);
    if (link) console.log(`Nobody can sign in yet. The first admin opens this link within an hour, it works once:\n  ${link}\n`);
    return;
  }
  const { demoPeople } = await import("../../prisma/seed/people");
  console.log("Sign in as:");
  for (const { role, email, password, name } of demoPeople)
    console.log(`  ${role.padEnd(10)}${email.padEnd(32)}${password.padEnd(20)}${name}`);
  console.log("");
}

function appPort(wanted: string | undefined): number {
  const port = Number(wanted || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CannotStart(`PORT is "${wanted}"; it must be a number from 1 to 65535.`);
  return port;
}

/** Keeps the process alive until then. */
async function aborted(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await pause(2 ** 30, undefined, { signal }).catch(() => undefined);
}

main().then(
  () => process.exit(0),
  (cause: Error) => {
    if (leaving.signal.aborted) process.exit(0);
    console.error(cause instanceof CannotStart ? cause.message : cause);
    process.exit(1);
  },
);
