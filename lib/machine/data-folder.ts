import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { CannotStart } from "./cannot-start";
import { mayEnter, postgresOwner } from "./postgres-files";

export type DataFolder = { folder: string; remark?: string };

/** PARITY_DATA, else `.data` beside the code, else (as root in a closed home, where PostgreSQL's user cannot go) under /var/lib. */
export function chooseDataFolder(root: string, wanted: string | undefined): DataFolder {
  const folder = path.resolve(root, wanted || ".data");
  makeUsable(folder);
  const owner = postgresOwner();
  if (owner.uid === undefined || mayEnter(folder, owner)) return { folder };
  if (wanted) {
    throw new CannotStart(
      `PARITY_DATA is ${folder}, which PostgreSQL's user \`postgres\` cannot enter; choose a folder outside of closed homes.`,
    );
  }
  const elsewhere = path.join("/var/lib", `parity-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`);
  makeUsable(elsewhere);
  return { folder: elsewhere, remark: `PostgreSQL's user cannot enter ${root}; the data is in ${elsewhere}` };
}

/** Closed to others, but PostgreSQL's user may pass through where we are root. */
export function makeUsable(folder: string): void {
  try {
    makeFolder(path.join(folder, "logs"));
    if (process.getuid) chmodSync(folder, process.getuid() === 0 ? 0o711 : 0o700);
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new CannotStart(`The data folder ${folder} cannot be used (${why}); make it writable or choose another with PARITY_DATA.`, {
      cause,
    });
  }
}

/** One level after the other: below /proc and the like Node's own recursive way never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}
