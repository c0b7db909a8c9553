import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import type { ConnectionId } from "@/lib/domain/ids";

import { type Answer, type Budget, budgetOf, type Meter } from "./budget";
import { noteCall, type Quota } from "./call-log";
import { ConnectorError } from "./error";
import { type Exchange, exchange } from "./exchange";
import { failureOfNetwork, failureOfStatus } from "./http-failure";

/** `isSafe`: a read in spite of its method, so it may be sent again. `cost`: in the platform's own unit, 1 if left out. `patienceMs`: how long it may stand in line for quota. */
export type Call = {
  method: string;
  path: string;
  query?: Readonly<Record<string, string | number | undefined>>;
  json?: unknown;
  isSafe?: boolean;
  cost?: number;
  patienceMs?: number;
};

export type Http = {
  /** Throws ConnectorError only. */
  send<T>(operation: string, call: Call, answer: z.ZodType<T>): Promise<T>;
  fail(operation: string, failure: Failure): ConnectorError;
};

/** What a platform tells the shared client about itself. */
export type HttpProfile = {
  baseUrl: string;
  /** `bare` sends without these headers and outside the quota: for a token that must be fetched first. */
  headers(bare: Http): Promise<Record<string, string>>;
  /** The platform's own way of saying no, whatever the status; null leaves it to the status. */
  explain?(answer: Answer): Failure | null;
  /** After a 401: forgets a cached token; true asks for one more try. */
  renew?(): boolean;
  meter?(): Meter;
  /** What an answer says of the quota, for people; null = nothing. */
  quotaIn?(answer: Answer): Quota | null;
  /** Never to be seen in a reason. */
  secrets?: readonly string[];
};

/** `onlyWhenIdle`: spends only quota that nobody else wants now, and is `busy` otherwise, at once. */
export type HttpOptions = { budget?: Budget; exchange?: Exchange; onlyWhenIdle?: boolean };

const timeoutMs = 15_000;
const shortWaitMs = 5_000;
const tries = 4;
const unmetered: Meter = { costOf: (_, declared) => declared, spend: () => 0, settle: (_, cost) => cost };

/** The only door to other systems. Reads are repeated here when they may succeed a moment later; a write only when it certainly had no effect. */
export function createHttp(connection: { id: ConnectionId; platform: string }, profile: HttpProfile, options: HttpOptions = {}): Http {
  const send = options.exchange ?? exchange;
  const budget = options.budget ?? budgetOf(connection.id, profile.meter ?? (() => unmetered));
  const fail: Http["fail"] = (operation, failure) =>
    new ConnectorError(masked(failure, profile.secrets), { connectionId: connection.id, platform: connection.platform, operation });

  async function ask(call: Call, headers: Record<string, string>): Promise<Answer | Failure> {
    try {
      const response = await send(urlOf(profile.baseUrl, call), {
        method: call.method,
        headers: { accept: "application/json", ...(call.json !== undefined && { "content-type": "application/json" }), ...headers },
        signal: AbortSignal.timeout(timeoutMs),
        ...(call.json !== undefined && { body: JSON.stringify(call.json) }),
      });
      return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
    } catch (error) {
      return failureOfNetwork(error);
    }
  }

  async function admitted(operation: string, call: Call): Promise<Answer | Failure> {
    const headers = await profile.headers(bare);
    const askedAt = Date.now();
    const cost = call.cost ?? 1;
    const admission = options.onlyWhenIdle
      ? await budget.admitIdle(operation, cost)
      : await budget.admit(operation, cost, call.patienceMs ?? shortWaitMs);
    if ("waitMs" in admission) return { kind: "busy", retryAfterMs: admission.waitMs };
    const sentAt = Date.now();
    const outcome = await ask(call, headers);
    const answer = "kind" in outcome ? null : outcome;
    noteCall(connection.id, { sentAt, waitedMs: sentAt - askedAt }, answer, answer && (profile.quotaIn?.(answer) ?? null));
    budget.settle(operation, admission.cost, answer, answer !== null && failureIn(answer)?.kind === "busy");
    return outcome;
  }

  function failureIn(answer: Answer): Failure | null {
    return profile.explain?.(answer) ?? (isOk(answer) ? null : failureOfStatus(answer.status, answer.headers));
  }

  async function repeated<T>(operation: string, call: Call, schema: z.ZodType<T>, once: () => Promise<Answer | Failure>): Promise<T> {
    let mayRenew = true;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await once();
      const failure = "kind" in outcome ? outcome : failureIn(outcome);
      if (failure === null) return read(operation, outcome as Answer, schema);
      if ("status" in outcome && outcome.status === 401 && mayRenew && profile.renew?.()) {
        mayRenew = false;
        continue;
      }
      const isPutOff = options.onlyWhenIdle === true && failure.kind === "busy";
      const waitMs = attempt < tries && !isPutOff ? pauseBefore(failure, attempt, call.method === "GET" || call.isSafe === true) : null;
      if (waitMs === null) throw fail(operation, failure);
      await sleep(waitMs);
    }
  }

  function read<T>(operation: string, { body }: Answer, schema: z.ZodType<T>): T {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw fail(operation, { kind: "odd-answer", at: issue?.path.join(".") || "the whole answer" });
  }

  const bare: Http = { fail, send: (operation, call, schema) => repeated(operation, call, schema, () => ask(call, {})) };
  return { fail, send: (operation, call, schema) => repeated(operation, call, schema, () => admitted(operation, call)) };
}

/** Null: not to be tried again. A 429 had no effect, so even a write may wait for it, if it is short. */
function pauseBefore(failure: Failure, attempt: number, isRead: boolean): number | null {
  if (failure.kind === "busy") return failure.retryAfterMs <= shortWaitMs ? failure.retryAfterMs + 100 * Math.random() : null;
  if (failure.kind !== "down" || !isRead) return null;
  return Math.min(800, 50 * 4 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

const isOk = ({ status }: Answer) => status >= 200 && status < 300;

function urlOf(baseUrl: string, { path, query = {} }: Call): string {
  const url = new URL(`${baseUrl.replace(/\/+$/, "")}/${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url.toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON: the schema will say so, or the status
  }
}

function masked(failure: Failure, secrets: readonly string[] = []): Failure {
  if (failure.kind !== "refused" && failure.kind !== "conflict") return failure;
  const reason = secrets.reduce((text, secret) => (secret.length < 4 ? text : text.replaceAll(secret, "•••")), failure.reason);
  return { ...failure, reason: reason.slice(0, 300) };
}
