import type { Keys } from "./keys";
import type { Ports } from "./ports";

export type Addresses = Record<"app" | "engine" | "sitoo" | "shopify", string>;

export function addressesOf(ports: Ports): Addresses {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  return { app: at(ports.app), engine: at(ports.engine), sitoo: at(ports.sitoo), shopify: at(ports.shopify) };
}

type Given = {
  keys: Keys;
  urls: Addresses;
  databaseUrl: string;
  isDemo: boolean;
  given: Readonly<Record<string, string | undefined>>;
};

/** What every part is started with. Settings the person made win over ours. */
export function settingsOf({ keys, urls, databaseUrl, isDemo, given }: Given): Record<string, string> {
  const { POSTGRES_PASSWORD: _, ...secrets } = keys;
  const ours = {
    ...secrets,
    NEXTAUTH_URL: urls.app,
    INNGEST_BASE_URL: urls.engine,
    INNGEST_SERVE_ORIGIN: urls.app,
  };
  const kept = Object.fromEntries(Object.entries(ours).map(([name, value]) => [name, given[name] || value]));
  return {
    ...kept,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: new URL(urls.app).port,
    ...(isDemo && { PARITY_DEMO: "1", PARITY_SIMULATORS: JSON.stringify({ sitoo: urls.sitoo, shopify: urls.shopify }) }),
  };
}
