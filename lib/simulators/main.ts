import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { folder: { type: "string" }, "sitoo-port": { type: "string" }, "shopify-port": { type: "string" } },
});
if (!values.folder) throw new Error("usage: tsx lib/simulators/main.ts --folder DIR [--sitoo-port N] [--shopify-port M]");
const folder = values.folder;

const running: { stop(): Promise<void> }[] = [];

if (values["sitoo-port"] !== undefined) {
  const { startSitooSimulator } = await import("./sitoo");
  const sitoo = await startSitooSimulator({ folder, port: Number(values["sitoo-port"]) });
  running.push(sitoo);
  console.log(`sitoo simulator listening on ${sitoo.url}`);
}
if (values["shopify-port"] !== undefined) {
  const { startShopifySimulator } = await import("./shopify");
  const shopify = await startShopifySimulator({ folder, port: Number(values["shopify-port"]) });
  running.push(shopify);
  console.log(`shopify simulator listening on ${shopify.url}`);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void Promise.all(running.map((simulator) => simulator.stop())).then(() => process.exit(0));
  });
}
