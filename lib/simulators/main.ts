import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    "sitoo-port": { type: "string" },
    "shopify-port": { type: "string" },
    /** Customers come by themselves, once somebody has said who sells what; needs both ports. */
    saturday: { type: "boolean", default: false },
  },
});
if (!values.folder) throw new Error("usage: tsx lib/simulators/main.ts --folder DIR [--sitoo-port N] [--shopify-port M] [--saturday]");
const folder = values.folder;

const running: { stop(): Promise<void> }[] = [];
const { openSaturday } = await import("./saturday");
const { saturdayRoutes } = await import("./saturday/routes");
const saturday = values.saturday ? openSaturday(folder) : null;
if (saturday) running.push(saturday);
const urls: { sitoo?: string; shopify?: string } = {};

if (values["sitoo-port"] !== undefined) {
  const { startSitooSimulator } = await import("./sitoo");
  const port = Number(values["sitoo-port"]);
  const sitoo = await startSitooSimulator({ folder, port, ...(saturday ? { control: saturdayRoutes(saturday) } : {}) });
  running.push(sitoo);
  urls.sitoo = sitoo.url;
  console.log(`sitoo simulator listening on ${sitoo.url}`);
}
if (values["shopify-port"] !== undefined) {
  const { startShopifySimulator } = await import("./shopify");
  const shopify = await startShopifySimulator({ folder, port: Number(values["shopify-port"]) });
  running.push(shopify);
  urls.shopify = shopify.url;
  console.log(`shopify simulator listening on ${shopify.url}`);
}
if (saturday && urls.sitoo && urls.shopify) saturday.begin({ sitoo: urls.sitoo, shopify: urls.shopify });

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void Promise.all(running.map((simulator) => simulator.stop())).then(() => process.exit(0));
  });
}
