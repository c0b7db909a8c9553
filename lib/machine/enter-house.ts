import type { Running } from "./house";

/** Makes this process one more part of a running house: what it does from now on happens to that database. */
export function enterHouse({ env }: Pick<Running, "env">): void {
  const { NODE_ENV: _, PORT: __, ...settings } = env;
  Object.assign(process.env, settings);
}
