import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";

import { get, post, withParams } from "./api";

const Answer = z.object({ count: z.number() });
const answerWith = (body: BodyInit | null, status = 200) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(body, { status })),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

test("an answer is read by its schema", async () => {
  answerWith('{"count":3,"more":1}');
  expect(await get(Answer, "/api/v1/x")).toEqual({ count: 3 });
});

test.each([
  [
    422,
    '{"code":"invalid","message":"Look again.","fields":{"sku":"Unknown."}}',
    { code: "invalid", message: "Look again.", fields: { sku: "Unknown." } },
  ],
  [401, "", { code: "signed-out" }],
  [502, "<html>Bad gateway</html>", { code: "broken" }],
  [200, '{"count":"three"}', { code: "odd-answer" }],
  [200, "not json", { code: "odd-answer" }],
])("status %d with %s", async (status, body, expected) => {
  answerWith(body, status);
  await expect(post(Answer, "/api/v1/x", {})).rejects.toMatchObject(expected);
});

test("no connection is said as such, an abort stays an abort", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn().mockRejectedValueOnce(new TypeError("Failed to fetch")).mockRejectedValueOnce(new DOMException("", "AbortError")),
  );
  await expect(get(Answer, "/x")).rejects.toMatchObject({ code: "offline" });
  await expect(get(Answer, "/x")).rejects.toMatchObject({ name: "AbortError" });
});

test("parameters: empty ones are left out, lists repeat", () => {
  expect(withParams("/x", { q: "a b", none: null, empty: "", state: ["open", "working"], page: 0 })).toBe(
    "/x?q=a+b&state=open&state=working&page=0",
  );
  expect(withParams("/x", {})).toBe("/x");
});
