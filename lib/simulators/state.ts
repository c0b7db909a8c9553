import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { z } from "zod";

export type Setting<T> = { get(): T; put(value: T): void };

export type State = {
  one<R>(sql: string, ...values: SQLInputValue[]): R | null;
  many<R>(sql: string, ...values: SQLInputValue[]): R[];
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number };
  /** All or nothing, committed on return; a transaction inside another joins it. `work` must not await. */
  transaction<T>(work: () => T): T;
  /** A JSON value that survives restarts; read from memory after the first time. */
  setting<T>(key: string, schema: z.ZodType<T>, initial: T): Setting<T>;
  /** Empties every table and forgets every setting. */
  clear(): void;
  close(): void;
};

/** One file per simulator: what is committed when the answer goes out survives a SIGKILL of the process, though not a power cut. */
export function openState(file: string, tables: string): State {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(
    "pragma journal_mode = wal; pragma synchronous = off; pragma busy_timeout = 5000; pragma wal_autocheckpoint = 4000; pragma cache_size = -65536",
  );
  db.exec("create table if not exists setting (key text primary key, value text not null) without rowid");
  db.exec(tables);

  const prepared = new Map<string, StatementSync>();
  const remembered = new Map<string, unknown>();
  let depth = 0;

  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = db.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };

  const state: State = {
    one: <R>(sql: string, ...values: SQLInputValue[]) => (statement(sql).get(...values) ?? null) as R | null,
    many: <R>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as R[],
    run(sql, ...values) {
      const { changes, lastInsertRowid } = statement(sql).run(...values);
      return { changes: Number(changes), id: Number(lastInsertRowid) };
    },
    transaction(work) {
      if (depth > 0) return work();
      db.exec("begin immediate");
      depth += 1;
      try {
        const result = work();
        db.exec("commit");
        return result;
      } catch (error) {
        db.exec("rollback");
        remembered.clear();
        throw error;
      } finally {
        depth -= 1;
      }
    },
    setting<T>(key: string, schema: z.ZodType<T>, initial: T): Setting<T> {
      return {
        get() {
          if (!remembered.has(key)) {
            const row = state.one<{ value: string }>("select value from setting where key = ?", key);
            remembered.set(key, row ? schema.parse(JSON.parse(row.value)) : initial);
          }
          return remembered.get(key) as T;
        },
        put(value) {
          state.run("insert or replace into setting (key, value) values (?, ?)", key, JSON.stringify(value));
          remembered.set(key, value);
        },
      };
    },
    clear() {
      state.transaction(() => {
        const names = state.many<{ name: string }>("select name from sqlite_master where type = 'table' and name <> 'sqlite_sequence'");
        for (const { name } of names) db.exec(`delete from "${name}"`);
        if (state.one("select 1 from sqlite_master where name = 'sqlite_sequence'")) db.exec("delete from sqlite_sequence");
      });
      remembered.clear();
    },
    close: () => db.close(),
  };
  return state;
}
