import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";

import { openRecorder } from "./recorder";
import { momentsOf, replayRecording, tookMs } from "./replay-recording";

test("a call waits for those that had ended before it, and for no other", () => {
  const calls = [
    { startedAt: 0, endedAt: 30 },
    { startedAt: 10, endedAt: 20 },
    { startedAt: 20, endedAt: 40 },
  ];
  expect(momentsOf(calls).map(({ isStart, index }) => `${isStart ? "start" : "end"} ${index}`)).toEqual([
    "start 0",
    "start 1",
    "end 1",
    "start 2",
    "end 0",
    "end 2",
  ]);
});

test("what went through the recorder is made again, without what tests say to the stand-in", async () => {
  const seen: string[] = [];
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ""} ${Buffer.concat(chunks).toString()}`.trim());
    answer.writeHead(201, { "x-left": "7" }).end("made");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const recorder = await openRecorder(target);
  try {
    const answer = await fetch(`${recorder.url}/orders?a=1`, { method: "POST", headers: { authorization: "Basic x" }, body: '{"n":1}' });
    expect([answer.status, answer.headers.get("x-left"), await answer.text()]).toEqual([201, "7", "made"]);
    await fetch(`${recorder.url}/_control/calls`);
    expect(recorder.calls).toHaveLength(1);
    expect(recorder.calls[0]).toMatchObject({ method: "POST", path: "/orders?a=1", status: 201, answer: "made" });

    const [again] = await replayRecording(recorder.calls.map((call) => ({ ...call, target })));
    expect(again!.endedAt).toBeGreaterThan(again!.startedAt);
    expect(tookMs([again!, { startedAt: 0, endedAt: 1 }])).toBe(again!.endedAt);
    expect(seen).toEqual(['POST /orders?a=1 Basic x {"n":1}', "GET /_control/calls", 'POST /orders?a=1 Basic x {"n":1}']);
  } finally {
    await recorder.close();
    server.close();
  }
});
