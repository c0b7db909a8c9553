import { randomBytes } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type EventPayload, type GetStepTools, Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";

export type Target = { url: string; eventKey?: string; signingKey?: string };

type Event = { name: string; id?: string; data: Record<string, unknown> };
type Group = { parallel<T>(options: { mode: "race" }, body: () => Promise<T>): Promise<T> };
export type Context = {
  event: Event;
  events: Event[];
  step: GetStepTools<Inngest.Any>;
  group: Group;
  runId: string;
  attempt: number;
  error: Error;
};
type Body = (context: Context) => unknown;

/** A function: what it does, and any option of Inngest. Without triggers it listens to `<app>/<its name>`. */
export type TestFunction = { run: Body; onFailure?: Body; triggers?: object[] } & Record<string, unknown>;

export type TestApp = {
  id: string;
  url: string;
  /** What its functions did, in their own words. */
  ran: string[];
  /** Answers with `result`, so that a step can be one expression. */
  note<T>(text: string, result?: T): T | undefined;
  /** What the server asked for: `step` for a discovery, else a step's id. */
  calls: string[];
  /** While true everybody is answered as by a proxy without an app behind it. */
  isAway: boolean;
  turnedAway: number;
  functions: Record<string, InngestFunction.Any>;
  send(events: EventPayload | EventPayload[]): Promise<unknown>;
  /** Sends `<app>/<name>` once per item. */
  emit(name: string, ...items: Record<string, unknown>[]): Promise<unknown>;
  /** Whatever was sent before has begun its runs once this resolves. */
  fence(): Promise<void>;
  /** Makes the app register itself at the server, as a deployment does. */
  register(): Promise<Response>;
  close(): Promise<void>;
};

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** A small app with the real SDK, listening on loopback; not registered yet. */
export async function startTestApp(
  target: Target,
  functions: (app: TestApp) => Record<string, TestFunction>,
  id = newId(),
): Promise<TestApp> {
  const { url: baseUrl, eventKey = "test", signingKey } = target;
  const inngest = new Inngest({ id, baseUrl, isDev: !signingKey, eventKey, logger: quiet, ...(signingKey && { signingKey }) });
  const fences = new Map<number, () => void>();
  const app: TestApp = {
    id,
    url: "",
    ran: [],
    note(text, result) {
      app.ran.push(text);
      return result;
    },
    calls: [],
    isAway: false,
    turnedAway: 0,
    functions: {},
    send: (events) => inngest.send(events),
    emit: (name, ...items) => inngest.send(items.map((data) => ({ name: `${id}/${name}`, data }))),
    async fence() {
      const { promise, resolve } = Promise.withResolvers<void>();
      fences.set(fences.size, resolve);
      await Promise.all([app.emit("fence", { n: fences.size - 1 }), promise]);
    },
    register: () => fetch(app.url, { method: "PUT" }),
    close: async () => {},
  };
  const all = { ...functions(app), fence: { run: ({ event }: Context) => fences.get(Number(event.data.n))?.() } };
  for (const [name, { run, ...options }] of Object.entries(all)) {
    const settings = { id: name, triggers: [{ event: `${id}/${name}` }], ...options };
    app.functions[name] = inngest.createFunction(settings as never, (async (context: Context) => run(context)) as never);
  }
  const handler = serve({ client: inngest, functions: Object.values(app.functions) }) as RequestListener;
  await listen(app, handler);
  return app;
}

const newId = () => `app-${randomBytes(4).toString("hex")}`;

async function listen(app: TestApp, handler: RequestListener) {
  const server = createServer((request, response) => {
    if (app.isAway) {
      app.turnedAway++;
      response.writeHead(503).end("nobody here");
      return;
    }
    if (request.method === "POST") app.calls.push(new URL(request.url!, "http://app").searchParams.get("stepId")!);
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  app.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  app.close = async () => {
    server.close();
    server.closeAllConnections();
  };
}
