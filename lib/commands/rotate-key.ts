import { randomBytes } from "node:crypto";
import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { connectors } from "@/lib/connectors/registry";
import { secretSettings } from "@/lib/connectors/secret-settings";
import type { Db } from "@/lib/data/client";
import { saveSettings } from "@/lib/data/connection-health";
import { type Connection, getConnection } from "@/lib/data/connections";

import { command } from "./command";
import { shapeOf } from "./show-connections";

const Input = z.object({ connectionId: z.uuid() });

/** Where two of a secret are valid at once: its name and that of its predecessor. */
export function listPairs({ platform }: Pick<Connection, "platform">): { name: string; previous: string; isOurs: boolean }[] {
  const connector = connectors[platform];
  if (!connector) return [];
  const shape = shapeOf(connector);
  return [...secretSettings(connector)].flatMap((name) => {
    const previous = `${name}Previous`;
    return previous in shape ? [{ name, previous, isOurs: shape[name]?.meta()?.isOurs === true }] : [];
  });
}

/** A new password for events that we make ourselves, in the answer and nowhere else; the present one stays valid beside it until the change is ended. */
export const rotatePassword = command({
  action: "connection.rotate-password",
  needs: "connections:write",
  input: Input,
  async run(tx, { connectionId }) {
    const connection = await getConnection(connectionId);
    const pair = listPairs(connection).find(({ isOurs }) => isOurs);
    if (!pair) throw new AppError("conflict", `${connection.name} makes its own secrets: enter the new one under Settings.`);
    if (connection.settings[pair.previous])
      throw new AppError("conflict", "A change is under way already. End it first, or the password in use would stop working.");
    const password = randomBytes(18).toString("base64url");
    await save(tx, connection, { ...connection.settings, [pair.name]: password, [pair.previous]: connection.settings[pair.name] });
    return { subject: `connection:${connectionId}`, change: { [pair.name]: "changed" }, answer: { password } };
  },
});

/** The predecessor is not accepted any more. */
export const endRotation = command({
  action: "connection.end-rotation",
  needs: "connections:write",
  input: Input,
  async run(tx, { connectionId }) {
    const connection = await getConnection(connectionId);
    const ended = listPairs(connection).filter(({ previous }) => connection.settings[previous]);
    if (ended.length === 0) throw new AppError("conflict", "No change is under way.");
    const gone = new Set(ended.map(({ previous }) => previous));
    await save(tx, connection, Object.fromEntries(Object.entries(connection.settings).filter(([name]) => !gone.has(name))));
    return {
      subject: `connection:${connectionId}`,
      change: Object.fromEntries([...gone].map((name) => [name, "removed"])),
      answer: undefined,
    };
  },
});

async function save(tx: Db, { id, platform }: Connection, settings: Record<string, unknown>): Promise<void> {
  const connector = connectors[platform];
  if (!connector) throw new AppError("not-found", `There is no connector for ${platform}.`);
  await saveSettings(tx, id, settings, secretSettings(connector));
}
