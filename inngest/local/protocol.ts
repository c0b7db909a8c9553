/** What the SDK and this server say to each other, as far as both need it. */
export type InngestEvent = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  v?: string;
  user?: unknown;
  meta?: unknown;
};

export type SerialError = { name: string; message: string; stack?: string; cause?: unknown };
export type StepResult = { type: "data"; data: unknown } | { type: "error"; error: SerialError };

/** One instruction in the SDK's answer 206. */
export type Op = {
  op: string;
  id: string;
  name?: string;
  displayName?: string;
  data?: unknown;
  error?: SerialError;
  opts?: { timeout?: string; if?: string; function_id?: string; payload?: { data?: Record<string, unknown> }; parallelMode?: string };
};
