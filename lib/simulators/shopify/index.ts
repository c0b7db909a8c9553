import { join } from "node:path";
import { Hono } from "hono";

import { openAfterEffect } from "../after-effect";
import { countCalls } from "../calls";
import { openClock } from "../clock";
import { openFaults } from "../faults";
import { listen, type Simulator } from "../listen";
import { openQuota } from "../quota";
import { openState } from "../state";
import { grantToken } from "./access";
import { shopifyControl } from "./control";
import { graphqlEndpoint, internalError, type ShopifyEnv, throttled } from "./graphql-endpoint";
import { openBucket } from "./point-bucket";
import { adminSchema } from "./schema";
import { Profile, Quirks, type Shop } from "./shop";
import { tables } from "./tables";
import { openWebhooks } from "./webhooks";

/** A stand-in for one shop and its Admin API; its whole state is `shopify.sqlite` in the folder. */
export async function startShopifySimulator({
  folder,
  port = 0,
  file = "shopify.sqlite",
}: {
  folder: string;
  port?: number;
  file?: string;
}): Promise<Simulator> {
  const state = openState(join(folder, file), tables);
  const clock = openClock(state);
  const faults = openFaults(state, {
    isCreate: (method, path, body) => method === "POST" && path.endsWith("graphql.json") && /\bmutation\b/.test(body),
    answer(c, status) {
      if (status === 429) return c.json(throttled());
      return status === 503 ? c.text("Service Unavailable", 503) : c.json(internalError(), 500);
    },
  });
  const profile = state.setting("profile", Profile, Profile.parse({}));
  const quirks = state.setting("quirks", Quirks, Quirks.parse({}));
  const quota = openQuota(state);
  const parts = { state, clock, faults, profile, quirks };
  const shop: Shop = { ...parts, webhooks: openWebhooks(() => shop, parts) };

  const calls = countCalls((c) => (c.get("operation") as string | undefined) ?? `${c.req.method} ${c.req.path}`);
  const app = new Hono<ShopifyEnv>();
  app.use("*", calls.middleware, faults.middleware);
  app.route("/_control", shopifyControl(shop, { calls, quota, afterEffect: openAfterEffect(state) }));
  app.post("/admin/oauth/access_token", (c) => grantToken(c, shop));
  app.post(
    "/admin/api/:version/graphql.json",
    graphqlEndpoint(
      shop,
      adminSchema(),
      openBucket(() => quota.get()),
    ),
  );
  app.notFound((c) => c.json({ errors: "Not Found" }, 404));
  app.onError((error, c) => {
    if (error instanceof SyntaxError) return c.json({ errors: "Bad Request" }, 400);
    console.error(error);
    return c.json(internalError(), 500);
  });

  shop.webhooks.start();
  return listen(app.fetch, port, () => {
    shop.webhooks.stop();
    state.close();
  });
}
