import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export type SchemaEngine = bindings.SchemaEngine;

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
let loaded: Promise<void> | undefined;

/** Lends Prisma's own schema engine, run inside this process: nothing is downloaded. */
export async function withSchemaEngine<T>(databaseUrl: string, datamodel: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load(bindings as Bindings);
  await loaded;
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const scripts = new WholeScripts(pool);
  try {
    const models: [string, string][] = [["schema.prisma", datamodel]];
    const engine = await bindings.SchemaEngine.new({ datamodels: models }, () => undefined, bindMigrationAwareSqlAdapterFactory(scripts));
    return await work(engine).finally(() => engine.free());
  } catch (cause) {
    throw scripts.failure ?? cause;
  } finally {
    await pool.end();
  }
}

/** The adapter cuts a script at every semicolon, also inside strings and functions; sent whole it is also all or nothing. */
class WholeScripts extends PrismaPg {
  /** What PostgreSQL said; the engine hands on only a number for it. */
  failure: Error | undefined;

  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const executeScript = async (script: string) => {
      await this.pool.query(script).catch((cause: Error) => {
        this.failure = cause;
        throw cause;
      });
    };
    return Object.assign(await super.connect(), { executeScript });
  }
}

async function load(glue: Bindings): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const file = path.join(path.dirname(entry), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": letGoOfTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine's 10 s lock timer would keep the process alive after the work is done. */
function letGoOfTimers(glue: Bindings): WebAssembly.ModuleImports {
  const entries = Object.entries(glue).map(([name, binding]) => {
    if (!name.startsWith("__wbg_setTimeout")) return [name, binding];
    return [name, (...args: unknown[]) => (binding as (...args: unknown[]) => NodeJS.Timeout)(...args).unref()];
  });
  return Object.fromEntries(entries);
}
