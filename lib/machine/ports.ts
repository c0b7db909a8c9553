import { randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { z } from "zod";

import { CannotStart } from "./cannot-start";

const portNames = ["app", "engine", "sitoo", "shopify", "postgres"] as const;
export type PortName = (typeof portNames)[number];
export type Ports = Record<PortName, number>;
const Kept = z.partialRecord(z.enum(portNames), z.number());

/** Whether a server could listen there now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE") resolve(false);
      else
        reject(
          cause.code === "EACCES" ? new CannotStart(`Port ${port} may not be used by this user; choose one above 1023 with PORT.`) : cause,
        );
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** Below 32768, where no outgoing connection can take it while its owner restarts. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(12_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error("no free port between 12000 and 32000");
}

/** Named ones must be free. The others are free ones, kept with the data: connections remember the simulators' addresses. */
export async function choosePorts(dataFolder: string, wanted: Partial<Ports>): Promise<Ports> {
  const file = path.join(dataFolder, "ports.json");
  const kept = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  const chosen = {} as Ports;
  for (const name of portNames) chosen[name] = await choose(name, wanted[name], kept[name]);
  const { app: _, ...inner } = chosen;
  writeFileSync(file, JSON.stringify(inner));
  return chosen;
}

async function choose(name: PortName, wanted: number | undefined, kept: number | undefined): Promise<number> {
  const port = wanted ?? kept;
  if (port === undefined) return freePort();
  if (await isFree(port)) return port;
  if (name === "app")
    throw new CannotStart(`Port ${port} is taken; stop what listens there, or choose another: PORT=${port + 1} npm start`);
  const isMovable = wanted === undefined && (name === "engine" || name === "postgres");
  if (isMovable) return freePort();
  throw new CannotStart(`Port ${port} is taken, and the ${name} part of this installation needs it; stop what listens there.`);
}
