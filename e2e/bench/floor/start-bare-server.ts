import { fork } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** The least that a server can do, as a floor for what ours does with the same requests. */
export async function startBareServer(answerBytes = 0): Promise<{ url: string; stop(): void }> {
  const child = fork(fileURLToPath(new URL("./bare-server.ts", import.meta.url)), [String(answerBytes)], { execArgv: ["--import", "tsx"] });
  const [address] = (await once(child, "message")) as [AddressInfo];
  return { url: `http://127.0.0.1:${address.port}`, stop: () => void child.kill() };
}
