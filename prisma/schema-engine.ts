import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
let loaded: Promise<void> | undefined;

/** Prisma's own schema engine inside this process; nothing is downloaded. Whoever opens it calls `free()`. */
export async function openSchemaEngine(databaseUrl: string, datamodel: string): Promise<SchemaEngine> {
  loaded ??= load(bindings as Bindings);
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  return bindings.SchemaEngine.new({ datamodels: [["schema.prisma", datamodel]] }, () => undefined, adapter);
}

async function load(glue: Bindings): Promise<void> {
  const file = fileURLToPath(new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm")));
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
