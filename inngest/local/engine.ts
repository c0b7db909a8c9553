import type pg from "pg";

import type { AppCaller } from "./call-app";
import type { Functions } from "./functions";

/** What every part of the server works with. */
export type Engine = {
  pool: pg.Pool;
  functions: Functions;
  app: AppCaller;
  /** There are new events to route. */
  routeEvents(): void;
  /** The functions in the table have changed: start by the new ones. */
  reloadFunctions(): Promise<void>;
  /** Milliseconds between an attempt, counted from 0, and the next. */
  backoff(attempt: number): number;
};
