import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export type Simulator = { url: string; stop(): Promise<void> };

/** Loopback only. Port 0 takes any free port. `close` runs after the last connection is gone. */
export async function listen(
  fetch: (request: Request, env: never) => Response | Promise<Response>,
  port: number,
  close: () => void,
): Promise<Simulator> {
  const server = createAdaptorServer({ fetch: fetch as (request: Request) => Response | Promise<Response> });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
      close();
    },
  };
}
