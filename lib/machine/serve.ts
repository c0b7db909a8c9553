import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { readEnv } from "../env";
import { findProcessWide } from "../process-wide";
import { isReadableAddress } from "./readable-address";

/** What instrumentation.ts puts there, a moment after the start: answers what platforms send, without the way through Next. */
type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

const hostname = process.env.LISTEN_ON || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

/** The production server and nothing else: settings checked first, open requests answered before it leaves. */
async function main(): Promise<void> {
  readEnv(process.env);
  const app = next({ dev: false, hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (findProcessWide<Door>("door")?.(request, response)) return;
    if (isReadableAddress(request.url ?? "/")) void handle(request, response);
    else response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end("This address cannot be read.");
  });
  server.keepAliveTimeout = 65_000;
  server.once("error", (cause) => leave(cause.message));
  server.listen(port, hostname, () => console.log(`Parity listens on http://${hostname}:${port}`));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), 5_000).unref();
    });
  }
}

function leave(message: string): void {
  console.error(message);
  process.exit(1);
}

main().catch((cause: Error) => leave(cause.message));
