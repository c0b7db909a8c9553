import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

import type { IncomingRequest } from "../connector";

/** A door for webhooks on loopback: answers 200 and hands over who knocked first. */
export async function openDoor() {
  const { promise, resolve } = Promise.withResolvers<IncomingRequest>();
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    response.end();
    resolve({ path: request.url ?? "", headers: headersOf(request), body });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    knocked: promise,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const headersOf = ({ headers }: IncomingMessage) =>
  new Headers(
    Object.entries(headers).map(([name, value]): [string, string] => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
