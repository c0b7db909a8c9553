import { z } from "zod";

import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import type { ProgressReader } from "./progress";
import { until } from "./until";

const Webhooks = z.looseObject({ waiting: z.int() });

/**
 * Until nothing is under way: every order placed is done or held, no event is on its way, no webhook waits.
 * Answers when the orders were through first (`performance.now`): webhooks that only repeat what is known may follow.
 */
export async function waitUntilQuiet(
  what: string,
  house: House,
  progress: ProgressReader,
  placed: number,
  signal: AbortSignal,
): Promise<number> {
  const shop = openControl(house.simulators.shopify);
  let throughAt: number | null = null;
  await until({
    what,
    look: async () => ({ ...(await progress.read()), webhooks: (await shop.get("/webhooks?limit=0", Webhooks)).waiting }),
    isOver: ({ atWork, held, done, unsentEvents, webhooks }) => {
      const isThrough = atWork === 0 && held + done >= placed;
      if (isThrough) throughAt ??= performance.now();
      return isThrough && unsentEvents === 0 && webhooks === 0;
    },
    mark: ({ held, done, atWork, webhooks }) =>
      `${done} done, ${held} held, ${atWork} under way, ${placed - done - held - atWork} not heard of, ${webhooks} webhooks waiting`,
    signal,
  });
  return throughAt ?? performance.now();
}
