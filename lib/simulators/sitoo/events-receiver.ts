import { z } from "zod";

import { listen, type Simulator } from "../listen";

const Events = z.array(z.looseObject({ event_id: z.string(), event_type: z.string(), data: z.record(z.string(), z.unknown()) }));
export type Received = { authorization: string | null; events: z.infer<typeof Events> };

/** Takes events like the product does and answers what it is told to: 200 unless `answers` has something left. */
export async function startReceiver(): Promise<Simulator & { received: Received[]; answers: number[] }> {
  const received: Received[] = [];
  const answers: number[] = [];
  const fetch = async (request: Request) => {
    received.push({ authorization: request.headers.get("authorization"), events: Events.parse(await request.json()) });
    return new Response(null, { status: answers.shift() ?? 200 });
  };
  return { ...(await listen(fetch, 0, () => undefined)), received, answers };
}
