import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import pg from "pg";

import { checkDatabaseUrl, explainDatabase } from "../lib/machine/database";
import { startPostgres } from "../lib/machine/postgres";
import { type SchemaEngine, withSchemaEngine } from "./schema-engine";

const room = path.dirname(fileURLToPath(import.meta.url));
const migrationsFolder = path.join(room, "migrations");
const schemaFile = path.join(room, "schema.prisma");
/** The data model as the newest migration leaves it: what the next one is compared with. */
const snapshotFile = path.join(migrationsFolder, "schema.prisma");
const lockFile = path.join(migrationsFolder, "migration_lock.toml");
const filters = { externalTables: [], externalEnums: [] };

/** Brings a database to the newest schema, makes it first when it is missing, and answers the names of what it applied. */
export async function migrate(databaseUrl: string, { folder = migrationsFolder }: { folder?: string } = {}): Promise<string[]> {
  await ensureDatabase(databaseUrl);
  const migrationsList = await listMigrations(folder);
  try {
    const apply = (engine: SchemaEngine) => engine.applyMigrations({ migrationsList, filters });
    return (await withSchemaEngine(databaseUrl, await readFile(schemaFile, "utf8"), apply)).appliedMigrationNames;
  } catch (cause) {
    throw new Error(`The database could not be migrated: ${(cause as Error).message}`, { cause });
  }
}

/** Writes `prisma/migrations/<time>_<name>` from what changed in schema.prisma since the last one; null when nothing did. */
export async function writeMigration(name: string, { at }: { at: Date }): Promise<string | null> {
  const schema = await readFile(schemaFile, "utf8");
  const before = await readFile(snapshotFile, "utf8").catch(emptyWhenMissing);
  if (before === schema) return null;
  const sql = await diff(before, schema);
  const folder = path.join(migrationsFolder, `${at.toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  await writeFile(lockFile, 'provider = "postgresql"\n');
  await writeFile(snapshotFile, schema);
  return folder;
}

/** The engine wants a live server even where it only compares two texts: it gets one for the moment. */
async function diff(before: string | null, after: string): Promise<string> {
  const datamodel = (content: string) => ({ tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] });
  const folder = await mkdtemp(path.join(tmpdir(), "parity-diff-"));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ folder: path.join(folder, "postgres") });
  try {
    const from = before === null ? { tag: "empty" as const } : datamodel(before);
    const { stdout } = await withSchemaEngine(postgres.url("postgres"), after, (engine) =>
      engine.diff({ from, to: datamodel(after), script: true, exitCode: null, filters }),
    );
    return stdout ?? "";
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ensureDatabase(databaseUrl: string): Promise<void> {
  const wanted = new pg.Client({ connectionString: databaseUrl });
  try {
    await wanted.connect();
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== "3D000") throw cause;
    await createDatabase(new URL(databaseUrl));
  } finally {
    await wanted.end();
  }
}

async function createDatabase(url: URL): Promise<void> {
  const name = decodeURIComponent(url.pathname.slice(1));
  const server = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: "/postgres" }).href });
  await server.connect();
  await server.query(`create database ${pg.escapeIdentifier(name)}`).finally(() => server.end());
}

async function listMigrations(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = async (name: string) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(path.join(folder, name, "migration.sql"), "utf8") },
    },
  });
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(folder, "migration_lock.toml"), "utf8").catch(emptyWhenMissing),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.sort().map(read)),
  };
}

function emptyWhenMissing(cause: NodeJS.ErrnoException): null {
  if (cause.code !== "ENOENT") throw cause;
  return null;
}

async function main([verb, name = "change"]: string[]): Promise<string> {
  if (verb === "diff") {
    const folder = await writeMigration(name, { at: new Date() });
    return folder ? `wrote ${path.relative(process.cwd(), folder)}/migration.sql` : "schema.prisma has not changed";
  }
  const url = process.env.DATABASE_URL ?? "";
  checkDatabaseUrl(url);
  const applied = await migrate(url).catch((cause: unknown) => {
    throw explainDatabase(cause, url);
  });
  return applied.length === 0 ? "nothing to apply" : applied.map((each) => `applied ${each}`).join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main(process.argv.slice(2)).then(console.log, (cause: Error) => {
    console.error(cause.message);
    process.exitCode = 1;
  });
}
