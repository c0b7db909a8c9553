import { z } from "zod";

const Nothing = z.unknown();

/** What a simulator can be told that the platform it stands for cannot. */
export function openControl(simulatorUrl: string) {
  async function say<T>(method: string, path: string, body: unknown, shape: z.ZodType<T>): Promise<T> {
    const response = await fetch(`${simulatorUrl}/_control${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The simulator answered ${method} ${path} with ${response.status}: ${text.slice(0, 500)}`);
    return shape.parse(JSON.parse(text));
  }
  return {
    get: <T>(path: string, shape: z.ZodType<T>) => say("GET", path, undefined, shape),
    put: (path: string, body: unknown) => say("PUT", path, body, Nothing),
    patch: (path: string, body: unknown) => say("PATCH", path, body, Nothing),
    post: <T = unknown>(path: string, body: unknown, shape: z.ZodType<T> = Nothing as z.ZodType<T>) => say("POST", path, body, shape),
  };
}
export type Control = ReturnType<typeof openControl>;
