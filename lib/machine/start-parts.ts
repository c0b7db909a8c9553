import path from "node:path";

import { migrate } from "../../prisma/migrate";
import { answers } from "./answers";
import { ensureBuild, ensureClient } from "./build";
import { CannotStart } from "./cannot-start";
import { checkDatabaseUrl, explainDatabase, isEmpty } from "./database";
import type { HouseOptions, PartName, Running } from "./house";
import { keepKeys } from "./keys";
import { choosePorts } from "./ports";
import { startPostgres } from "./postgres";
import { runCommand } from "./run-command";
import { addressesOf, settingsOf } from "./settings";
import { type Part, type Supervised, supervise } from "./supervise";

/** For every Node child: TypeScript as it is, and an end when the house ends. */
const nodeFlags = ["--import", "/tmp/prof.mjs", "--import", "tsx", "--import", "./lib/machine/leave-with-parent.mjs"];
/** By the local Inngest server's own convention: nothing will change until somebody changes a function or a setting. */
const WRONG_SETTINGS = 2;

/** In the order in which each needs the ones before; every part that runs is put into `running` at once. */
export async function startParts(options: HouseOptions & { root: string }, running: Map<PartName, Supervised>): Promise<Running> {
  const { dataFolder, stages, signal, root, parts, given = {} } = options;
  const logFolder = path.join(dataFolder, "logs");
  const has = (part: PartName) => !parts || parts.includes(part);
  const isOurs = options.databaseUrl === undefined;
  if (options.databaseUrl !== undefined) checkDatabaseUrl(options.databaseUrl);
  const keys = keepKeys(dataFolder);
  const ports = await choosePorts(dataFolder, options.ports ?? {});
  const urls = addressesOf(ports);
  const onRestart = (name: string) => (times: number) => stages.note(`${name} had ended and was started again (${times})`);

  const databaseUrl = options.databaseUrl ?? (await stages.run("PostgreSQL", ownPostgres, () => `127.0.0.1:${ports.postgres}`));
  async function ownPostgres(): Promise<string> {
    const files = { folder: path.join(dataFolder, "postgres"), logFile: path.join(logFolder, "postgres.log") };
    const server = await startPostgres({
      ...files,
      port: ports.postgres,
      password: keys.POSTGRES_PASSWORD,
      onRestart: onRestart("PostgreSQL"),
    });
    running.set("postgres", server);
    return server.url("parity");
  }

  const env = settingsOf({ keys, urls, databaseUrl, isDemo: isOurs, given });
  const launch = async (part: PartName, { script, ...rest }: Pick<Part, "name" | "isReady" | "env"> & { script: string[] }) => {
    signal?.throwIfAborted();
    const logFile = path.join(logFolder, `${part}.log`);
    const child = { command: process.execPath, args: [...nodeFlags, ...script], cwd: root, logFile, givesUpOn: WRONG_SETTINGS };
    running.set(part, await supervise({ ...child, ...rest, env: { ...env, ...rest.env }, onRestart: onRestart(rest.name) }));
  };

  await stages.run(
    "Database schema",
    () => migrateClearly(databaseUrl),
    (names) => (names.length === 0 ? "up to date" : `${names.length} applied`),
  );
  const build = { root, logFolder, note: stages.note, signal };
  await stages.run(
    "Database client",
    () => ensureClient(build),
    (isNew) => (isNew ? "generated" : "up to date"),
  );
  if (has("app"))
    await stages.run(
      "Production build",
      () => ensureBuild(build),
      (isNew) => (isNew ? "built" : "up to date"),
    );

  if (isOurs && has("simulators")) {
    const script = [
      "lib/simulators/main.ts",
      "--folder",
      path.join(dataFolder, "simulators"),
      "--sitoo-port",
      String(ports.sitoo),
      "--shopify-port",
      String(ports.shopify),
      ...(options.seed ? ["--saturday"] : []),
    ];
    const isReady = async () => (await answers(urls.sitoo)) && (await answers(urls.shopify));
    await stages.run(
      "Simulators",
      () => launch("simulators", { name: "The simulators", script, isReady }),
      () => `Sitoo ${urls.sitoo}, Shopify ${urls.shopify}`,
    );
  }
  const wasEmpty = await isEmpty(databaseUrl);
  if (isOurs && options.seed && wasEmpty) {
    const seed = {
      name: "Seeding the demo",
      args: ["--import", "tsx", "prisma/seed.ts"],
      cwd: root,
      env,
      logFile: path.join(logFolder, "seed.log"),
      signal,
    };
    await stages.run(
      "Demo data",
      () => runCommand(seed),
      () => "the demo retailer is set up",
    );
  }
  const hasEngine = has("engine") && !given.INNGEST_BASE_URL;
  if (hasEngine) {
    const engineEnv = { PORT: String(ports.engine), ...(has("app") && { APP_URL: `${urls.app}/api/inngest` }) };
    const engine = {
      name: "The Inngest server",
      script: ["inngest/local/main.ts"],
      env: engineEnv,
      isReady: () => answers(`${urls.engine}/health`, { ok: true }),
    };
    await stages.run(
      "Inngest server",
      () => launch("engine", engine),
      () => urls.engine,
    );
  }
  if (has("app")) {
    const app = { name: "The app", script: ["lib/machine/serve.ts"], isReady: () => answers(`${urls.app}/api/health`, { ok: true }) };
    await stages.run(
      "App",
      () => launch("app", app),
      () => urls.app,
    );
  }
  if (hasEngine && has("app"))
    await stages.run(
      "Flows",
      () => registerFlows(urls.engine, env.INNGEST_SIGNING_KEY ?? ""),
      (count) => `${count} registered`,
    );
  return { appUrl: urls.app, engineUrl: urls.engine, simulators: { sitoo: urls.sitoo, shopify: urls.shopify }, databaseUrl, env, wasEmpty };
}

async function migrateClearly(databaseUrl: string): Promise<string[]> {
  return migrate(databaseUrl).catch((cause: unknown) => {
    throw explainDatabase(cause, databaseUrl);
  });
}

/** The engine also does this by itself; asked here, a function that it cannot run stops the start with its sentence. */
async function registerFlows(engineUrl: string, signingKey: string): Promise<number> {
  const answer = await fetch(`${engineUrl}/v1/sync`, { method: "POST", headers: { authorization: `Bearer ${signingKey}` } });
  const body = (await answer.json()) as { functions?: string[]; error?: string };
  if (!answer.ok || !body.functions) throw new CannotStart(`The flows could not be registered: ${body.error ?? answer.status}`);
  return body.functions.length;
}
