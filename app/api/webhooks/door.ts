import type { IncomingMessage, ServerResponse } from "node:http";

import { answerTo, mostBytes, takeDeliveries } from "@/lib/commands/take-deliveries";
import { readAtMost } from "./read-at-most";

const doorPath = /^\/api\/webhooks\/([^/?]+)(?:\/([^?]*))?(?:\?|$)/;

/**
 * The same door as the route beside it, for a Node server to ask before it asks Next: a platform sends thousands of small
 * messages, and routing each through Next costs several times what taking it does. False: not for this door.
 */
export function answerAtDoor(request: IncomingMessage, response: ServerResponse): boolean {
  const found = request.method === "POST" && doorPath.exec(request.url ?? "");
  if (!found) return false;
  const [, connection = "", path = ""] = found;
  void take(connection, path, request).then((status) => {
    // What was not read to its end cannot be followed by another message.
    response.writeHead(status, status === 413 ? { connection: "close" } : {}).end();
  });
  return true;
}

async function take(connection: string, path: string, request: IncomingMessage): Promise<number> {
  try {
    const body = await readAtMost(request, mostBytes);
    return await takeDeliveries(connection, { path, headers: headersOf(request), body });
  } catch (error) {
    return answerTo(error);
  }
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) for (const value of values) headers.append(name, value);
  return headers;
}
