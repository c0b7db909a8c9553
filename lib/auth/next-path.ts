/** Where to go after sign-in: a page of ours or home, never another site. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted)) return "/";
  const { origin, pathname, search } = new URL(wanted, "http://parity.invalid");
  return origin === "http://parity.invalid" && !pathname.startsWith("/sign-in") && !pathname.startsWith("/api") ? pathname + search : "/";
}
