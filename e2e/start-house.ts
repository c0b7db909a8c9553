import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { startHouse } from "../lib/machine/house";
import { stagesTo } from "../lib/machine/stages";

/** All journeys share one fresh installation with the demo in it; what it was started with is in their environment. */
export default async function setup() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "parity-journeys-"));
  const house = await startHouse({
    dataFolder,
    stages: stagesTo(process.stdout),
    ports: { app: Number(process.env.PARITY_JOURNEY_PORT) },
    seed: true,
  });
  Object.assign(process.env, { ...house.env, NODE_ENV: "test" });
  return async () => {
    await house.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
