import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";

import { openAfterEffect } from "../after-effect";
import { countCalls } from "../calls";
import { openClock } from "../clock";
import { openFaults } from "../faults";
import { listen, type Simulator } from "../listen";
import { openQuota } from "../quota";
import { openState } from "../state";
import { type Account, Profile, Quirks, type SitooEnv } from "./account";
import { sitooApi } from "./api";
import { sitooControl } from "./control";
import { openEvents } from "./events";
import { findStore, findWarehouse } from "./places";
import { answerRefused, Refused } from "./refused";
import { tables } from "./tables";

/** "GET sites/orders" for any id, so that calls of one kind count together. */
function operationOf(method: string, path: string): string {
  const parts = path.split("/").slice(4);
  return `${method} ${parts.filter((part) => part !== "" && !/^(\d+|%7B.*|\{.*)$/i.test(part)).join("/")}`;
}

const creates = /\/(orders|warehousetransactions|products)$/;

/** A stand-in for one Sitoo account; its whole state is `sitoo.sqlite` in the folder. */
export async function startSitooSimulator({
  folder,
  port = 0,
  file = "sitoo.sqlite",
  control,
}: {
  folder: string;
  port?: number;
  file?: string;
  /** More that can be asked and told under /_control. */
  control?: Hono<{ Bindings: HttpBindings }>;
}): Promise<Simulator> {
  const state = openState(join(folder, file), tables);
  const clock = openClock(state);
  const faults = openFaults(state, {
    isCreate: (method, path) => method === "POST" && creates.test(path),
    answer: (c, status) => answerRefused(c, new Refused(status, status === 429 ? "Too many requests" : "Internal error")),
  });
  const profile = state.setting("profile", Profile, { accountid: 90001, currencycode: "GBP" });
  const quirks = state.setting("quirks", Quirks, Quirks.parse({}));
  const quota = openQuota(state);
  const afterEffect = openAfterEffect(state);
  const calls = countCalls((c) => operationOf(c.req.method, c.req.path));

  const events = openEvents({
    state,
    clock,
    faults,
    accountid: () => profile.get().accountid,
    storeOf: (warehouseid) => {
      const warehouse = warehouseid === null ? null : findWarehouse(account, warehouseid);
      return (warehouse && findStore(account, warehouse.storeid)?.externalid) ?? null;
    },
  });
  const account: Account = { state, clock, faults, afterEffect, profile, quirks, events };

  const app = new Hono<SitooEnv>({ getPath: (request) => new URL(request.url).pathname.replace(/(?<=.)\/$|\.json$/, "") });
  app.use("*", calls.middleware, faults.middleware);
  if (control) app.route("/_control", control);
  app.route("/_control", sitooControl(account, { calls, quota }));
  app.route("/", sitooApi(account, quota));
  app.notFound((c) => answerRefused(c, new Refused(404, "Unknown resource")));

  events.start();
  return listen(app.fetch, port, () => {
    events.stop();
    state.close();
  });
}
