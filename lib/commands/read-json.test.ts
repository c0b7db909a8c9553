import { expect, test } from "vitest";

import { AppError } from "@/lib/app-error";

import { readJson } from "./read-json";

const read = (body: string) => readJson(new Request("http://127.0.0.1/", { method: "POST", body }));

test("what is JSON is read; what is not, or holds what nothing keeps, is the sender's mistake", async () => {
  expect(await read('{"a":[1,"\\\\u0000"]}')).toEqual({ a: [1, "\\u0000"] });
  for (const body of ["", "{ no JSON", '{"a":["x\\u0000"]}']) await expect(read(body)).rejects.toThrow(AppError);
});
