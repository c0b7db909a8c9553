import { beginRun } from "./begin-run";
import type { Engine } from "./engine";
import { parseFunctions } from "./function-config";
import { shortHash } from "./ids";
import type { InngestEvent } from "./protocol";
import { nextTick } from "./times";
import { addJobs, inTransaction, type Jobs, type Tx } from "./transaction";

/** The app does not answer, or not as an Inngest app with our keys would; it may later. */
export class AppAway extends Error {}

/** Asks the app for its functions and answers their ids. Throws AppAway, or RefusedFunction for an option that is not supported. */
export async function syncApp(engine: Engine, url: string): Promise<string[]> {
  const answer = await engine.app.send("PUT", url, { url }, { "x-inngest-sync-kind": "in_band" });
  if (answer.kind !== "answered") throw new AppAway(`no Inngest app at ${url}: ${answer.kind === "lost" ? answer.reason : "stopping"}`);
  const body = answer.body as { app_id?: string; functions?: unknown[] } | null;
  if (answer.status !== 200 || !body?.app_id || !body.functions) {
    throw new AppAway(`the app at ${url} does not register: ${answer.status} ${JSON.stringify(body)}`);
  }
  return saveFunctions(engine, body.app_id, body.functions);
}

/** Functions that the app no longer has start no new runs; their open runs go on. Throws RefusedFunction before anything changed. */
export async function saveFunctions(engine: Engine, app: string, registered: unknown[]): Promise<string[]> {
  const configs = parseFunctions(registered);
  const ids = configs.map(({ id }) => id);
  await inTransaction(engine.pool, async (tx) => {
    await tx.sql("update inngest.function set archived_at = now() where app = $1 and archived_at is null and id <> all($2)", [app, ids]);
    await tx.sql(
      `insert into inngest.function (id, app, config) select c ->> 'id', $1, c from json_array_elements($2) as c
       on conflict (id) do update set app = excluded.app, config = excluded.config, archived_at = null`,
      [app, JSON.stringify(configs)],
    );
    for (const { id, triggers } of configs) {
      for (const { cron } of triggers) if (cron) await scheduleTick(tx, id, cron, true);
    }
  });
  await engine.reloadFunctions();
  return ids;
}

/** onlyIfNew: a tick that fell due while nobody ran is not pushed into the future by a new registration. */
async function scheduleTick(tx: Tx, fn: string, cron: string, onlyIfNew: boolean) {
  const at = nextTick(cron, new Date());
  if (!at) return;
  const payload = { fn, cron, at: at.toISOString() };
  await addJobs(tx, [{ task: "tick", payload, key: `tick:${fn}:${shortHash(cron)}`, at, onlyIfNew }]);
}

export async function tick({ pool, functions }: Engine, { fn: id, cron, at }: Jobs["tick"]) {
  const fn = functions.find(id);
  if (!fn?.triggers.some((trigger) => trigger.cron === cron)) return;
  await inTransaction(pool, async (tx) => {
    const data = { cron, scheduledAt: at, fireAt: at };
    const event: InngestEvent = { id: at, name: "inngest/scheduled.timer", ts: Date.parse(at), data };
    await beginRun(tx, fn, [event], { key: `${cron}@${at}` });
    await scheduleTick(tx, id, cron, false);
  });
}
