import type { Context, MiddlewareHandler } from "hono";

import type { Quota } from "../quota";
import type { Setting } from "../state";
import type { Account, SitooEnv } from "./account";
import { answerRefused, Refused } from "./refused";

function basicOf(header: string | undefined): { apiid: string; password: string } | null {
  const encoded = /^Basic (.+)$/i.exec(header ?? "")?.[1];
  if (!encoded) return null;
  const [apiid = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return { apiid, password: rest.join(":") };
}

/** Basic credentials of this account, whatever account the path names. */
export function checkCredentials(account: Account): MiddlewareHandler<SitooEnv> {
  return async (c, next) => {
    const given = basicOf(c.req.header("authorization"));
    const known = given && account.state.one<{ password: string }>("select password from credential where apiid = ?", given.apiid);
    const right =
      known !== null && known.password === given?.password && c.req.param("accountid") === String(account.profile.get().accountid);
    if (!right) return answerRefused(c, new Refused(401, "Authorization failed"));
    return next();
  };
}

/** Sitoo publishes no figure; this one is the assumption that the budgets are tested against. */
const realLimit = { limit: 600, windowSeconds: 60 };

/** A fixed window per API id. Its counts live in memory: a restart opens a new window. */
export function limitRate(account: Account, quota: Setting<Quota>): MiddlewareHandler<SitooEnv> {
  const windows = new Map<string, { endsAt: number; calls: number }>();
  const tell = (c: Context, limit: number, remaining: number, endsAt: number) => {
    if (account.quirks.get().noRateHeaders) return;
    c.header("X-Rate-Limit-Limit", String(limit));
    c.header("X-Rate-Limit-Remaining", String(Math.max(remaining, 0)));
    c.header("X-Rate-Limit-Reset", String(Math.ceil(endsAt)));
  };
  return async (c, next) => {
    const { mode, ...custom } = quota.get();
    if (mode === "none") return next();
    const { limit, windowSeconds } = mode === "real" ? realLimit : custom;
    const apiid = basicOf(c.req.header("authorization"))?.apiid ?? "";
    const now = account.clock.nowMs() / 1000;
    const open = windows.get(apiid);
    const window = open && open.endsAt > now && open.endsAt <= now + windowSeconds ? open : { endsAt: now + windowSeconds, calls: 0 };
    window.calls += 1;
    windows.set(apiid, window);
    tell(c, limit, limit - window.calls, window.endsAt);
    if (window.calls > limit) return answerRefused(c, new Refused(429, "Too many requests"));
    return next();
  };
}
