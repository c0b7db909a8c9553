import type { Http } from "./http";

/** Translates an answer into our words; an amount that its currency cannot hold makes it an odd answer. */
export function translate<T>(http: Http, operation: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw http.fail(operation, { kind: "odd-answer", at: error.message });
    throw error;
  }
}
