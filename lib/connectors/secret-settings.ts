import { z } from "zod";

import type { Connector } from "./connector";

/** Names of the settings that are sealed when stored and masked when shown: those marked `secret` in the platform's schema. */
export function secretSettings({ settings }: Pick<Connector, "settings">): ReadonlySet<string> {
  if (!(settings instanceof z.ZodObject)) return new Set();
  const fields = Object.entries(settings.shape as Record<string, z.ZodType>);
  return new Set(fields.flatMap(([name, field]) => (field.meta()?.secret === true ? [name] : [])));
}
