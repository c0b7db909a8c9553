import type { RecordedCall } from "../floor/recorder";

/** A write goes again under another key, or it would be answered from memory. */
export const anew = <C extends RecordedCall>(call: C): C =>
  call.method === "POST" ? { ...call, body: call.body.replace(/"key":"(?=[0-9a-f-]{36}")/g, '"key":"again-') } : call;
