import { z } from "zod";

import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import type { ProgressReader } from "./progress";
import { until } from "./until";

const Webhooks = z.looseObject({ waiting: z.int() });

/** Until nothing is under way: every order placed is done or held, no event is on its way, no webhook waits. */
export async function waitUntilQuiet(
  what: string,
  house: House,
  progress: ProgressReader,
  placed: number,
  signal: AbortSignal,
): Promise<void> {
  const shop = openControl(house.simulators.shopify);
  await until({
    what,
    look: async () => ({ ...(await progress.read()), webhooks: (await shop.get("/webhooks?limit=0", Webhooks)).waiting }),
    isOver: ({ atWork, held, done, unsentEvents, webhooks }) =>
      atWork === 0 && unsentEvents === 0 && webhooks === 0 && held + done >= placed,
    mark: ({ held, done, atWork, webhooks }) =>
      `${done} done, ${held} held, ${atWork} under way, ${placed - done - held - atWork} not heard of, ${webhooks} webhooks waiting`,
    signal,
  });
}
