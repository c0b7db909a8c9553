import { type GraphQLResolveInfo, getDirectiveValues } from "graphql";

import { refusal } from "./refusal";
import type { Shop } from "./shop";

export type KeyConflict = "IDEMPOTENCY_CONCURRENT_REQUEST" | "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" | "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";
const says: Record<KeyConflict, string> = {
  IDEMPOTENCY_CONCURRENT_REQUEST: "This request is currently inflight. Please try again.",
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH: "The same idempotency key cannot be used with different operation parameters.",
  IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED: "The previous attempt with this idempotency key failed. Please use a new key.",
};

const remembered = 24 * 3_600_000;
type Row = { operation: string; parameters: string; payload: string | null; at: number };

function keyOf({ schema, fieldNodes, variableValues }: GraphQLResolveInfo): string {
  const directive = schema.getDirective("idempotent");
  const [node] = fieldNodes;
  const key = directive && node ? getDirectiveValues(directive, node, variableValues)?.key : undefined;
  if (typeof key !== "string")
    throw refusal("BAD_REQUEST", "The @idempotent directive is required for this mutation but was not provided.");
  if (key.trim() === "") throw refusal("BAD_REQUEST", "The idempotency key must not be blank.");
  return key;
}

const pause = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/** Runs the work of one key once in 24 hours and gives its payload, which must be plain JSON, to every later request with it. */
export function openIdempotency(shop: Shop) {
  const { state, clock, quirks } = shop;
  const inFlight = new Set<string>();

  return async <P>(
    info: GraphQLResolveInfo,
    args: object,
    work: () => P,
    conflict: (code: KeyConflict, message: string) => P,
  ): Promise<P> => {
    const key = keyOf(info);
    const operation = info.fieldName;
    const parameters = JSON.stringify(args);
    const { holdMutationsMs } = quirks.get();
    if (inFlight.has(key)) return conflict("IDEMPOTENCY_CONCURRENT_REQUEST", says.IDEMPOTENCY_CONCURRENT_REQUEST);
    inFlight.add(key);
    try {
      if (holdMutationsMs > 0) await pause(holdMutationsMs);
      const since = clock.nowMs() - remembered;
      const known = state.one<Row>("select operation, parameters, payload, at from idempotency where key = ? and at > ?", key, since);
      const answer = (code: KeyConflict) => conflict(code, says[code]);
      if (known && (known.operation !== operation || known.parameters !== parameters)) return answer("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
      if (known?.payload === null) return answer("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
      if (known) return JSON.parse(known.payload ?? "") as P;
      return carryOut(key, operation, parameters, work);
    } finally {
      inFlight.delete(key);
    }
  };

  function carryOut<P>(key: string, operation: string, parameters: string, work: () => P): P {
    const keep = (payload: string | null) =>
      state.run(
        "insert or replace into idempotency (key, operation, parameters, payload, at) values (?, ?, ?, ?, ?)",
        key,
        operation,
        parameters,
        payload,
        clock.nowMs(),
      );
    const { failMutations, ...others } = quirks.get();
    if (failMutations > 0) {
      quirks.put({ ...others, failMutations: failMutations - 1 });
      keep(null);
      throw refusal("INTERNAL_SERVER_ERROR", "Internal error. Looks like something went wrong on our end.");
    }
    return state.transaction(() => {
      const payload = work();
      keep(JSON.stringify(payload));
      return payload;
    });
  }
}
export type Idempotency = ReturnType<typeof openIdempotency>;
