import { z } from "zod";

const Problem = z.object({ code: z.string(), message: z.string(), fields: z.record(z.string(), z.string()).optional() });

export type ApiErrorCode =
  | "offline"
  | "signed-out"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "invalid"
  | "broken"
  | "odd-answer"
  | (string & {});

/** What a person can be told about a request that did not work. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    /** The message of each field that needs another look. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

type Params = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;
type Options = { params?: Params; signal?: AbortSignal };

export const get = <T>(answer: z.ZodType<T>, path: string, options: Options = {}): Promise<T> =>
  ask(answer, "GET", path, undefined, options);
export const post = <T>(answer: z.ZodType<T>, path: string, body: unknown, options: Options = {}): Promise<T> =>
  ask(answer, "POST", path, body, options);
export const put = <T>(answer: z.ZodType<T>, path: string, body: unknown, options: Options = {}): Promise<T> =>
  ask(answer, "PUT", path, body, options);
/** The bytes of a file as they are. */
export const postFile = <T>(answer: z.ZodType<T>, path: string, file: Blob, options: Options = {}): Promise<T> =>
  ask(answer, "POST", path, file, options);

/** The only door from the browser to our own server. Throws `ApiError` and nothing else, but for an abort. */
async function ask<T>(answer: z.ZodType<T>, method: string, path: string, body: unknown, { params = {}, signal }: Options): Promise<T> {
  const isFile = body instanceof Blob;
  const response = await send(withParams(path, params), {
    method,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
    },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, json);
  const read = answer.safeParse(json);
  if (!read.success)
    throw new ApiError(
      "odd-answer",
      "Parity answered in a form that this page does not know. Reload the page: it may be an older version.",
    );
  return read.data;
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("offline", "Parity cannot be reached. Check your connection.");
  }
}

function problemOf(status: number, json: unknown): ApiError {
  const problem = Problem.safeParse(json);
  if (problem.success) return new ApiError(problem.data.code, problem.data.message, problem.data.fields);
  return status === 401
    ? new ApiError("signed-out", "You are signed out.")
    : new ApiError("broken", "Something broke on our side. Try again in a minute.");
}

/** Absent and empty parameters are left out; lists repeat their name. */
export function withParams(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== "") search.append(name, String(each));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
