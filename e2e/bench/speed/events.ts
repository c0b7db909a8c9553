import { randomUUID } from "node:crypto";
import { Agent, request } from "undici";

import { SitooSettings } from "@/lib/connectors/sitoo/settings";
import { getConnection } from "@/lib/data/connections";
import type { House } from "@/lib/machine/house";
import { startBareServer } from "../floor/start-bare-server";
import { madeUpInvoices } from "../made-up-invoices";
import { percentiles } from "../replay/latency";
import { prepare } from "../replay/prepare";
import { openProgress } from "../replay/progress";
import { type Figure, figuresOf } from "./figure";
import { sendSteadily } from "./send-steadily";

const perSecond = 100;
const seconds = 20;

/** How fast Sitoo's events are acknowledged, which is only once they are stored. */
export async function benchEvents(house: House, signal: AbortSignal): Promise<Figure[]> {
  const progress = openProgress(house.databaseUrl);
  const { connected } = await prepare(house, madeUpInvoices(20, 1), 0, progress, signal);
  await progress.close();
  const { eventsUser, eventsPassword, accountId } = SitooSettings.parse((await getConnection(connected.posId)).settings);
  const authorization = `Basic ${Buffer.from(`${eventsUser}:${eventsPassword}`).toString("base64")}`;
  const agent = new Agent({ connections: 100 });

  const post = (url: string) => async (nth: number) => {
    const event = {
      event_id: randomUUID().replaceAll("-", ""),
      event_type: "order",
      event_date: Math.floor(Date.now() / 1_000),
      account_id: Number(accountId),
      data: { eshop_id: 1, order_id: 1 + (nth % 500), warehouse_id: 1, order_event_type: "update" },
    };
    const answer = await request(url, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify([event]),
      dispatcher: agent,
    });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`an event was answered with ${answer.statusCode}`);
  };

  const ours = post(`${house.appUrl}/api/webhooks/${connected.posId}/events`);
  await sendSteadily(perSecond * 3, perSecond, ours);
  const times = percentiles(await sendSteadily(perSecond * seconds, perSecond, ours));
  const bare = await startBareServer();
  await sendSteadily(perSecond, perSecond, post(`${bare.url}/events`));
  const floor = percentiles(await sendSteadily(perSecond * seconds, perSecond, post(`${bare.url}/events`)));
  bare.stop();
  await agent.close();

  const figure = figuresOf("events", `Sitoo event acknowledged at ${perSecond}/s, `);
  return [
    figure("p50", times.p50, "ms", { floor: floor.p50 }),
    figure("p95", times.p95, "ms", { floor: floor.p95 }),
    figure("p99", times.p99, "ms", { floor: floor.p99, goal: { is: "≤", value: 50 } }),
  ];
}
