import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { House } from "@/lib/machine/house";

/** Every order of both platforms as they would show it, one JSON text a line. Kept in a folder where one is named. */
export async function takeDumps(house: House, folder?: string): Promise<{ shop: string[]; till: string[] }> {
  const [shop, till] = await Promise.all([dumpOf(house.simulators.shopify), dumpOf(house.simulators.sitoo)]);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "shopify-orders.jsonl"), shop);
    writeFileSync(path.join(folder, "sitoo-orders.jsonl"), till);
  }
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  return { shop: lines(shop), till: lines(till) };
}

async function dumpOf(simulator: string): Promise<string> {
  const answer = await fetch(`${simulator}/_control/dump/orders`);
  if (!answer.ok) throw new Error(`${simulator} gave no dump: ${answer.status}`);
  return answer.text();
}
