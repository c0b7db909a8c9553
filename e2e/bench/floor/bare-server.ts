import { createServer } from "node:http";

/** A process of its own that reads every request to its end and answers 200 with as many bytes as it is told. */
const size = Number(process.argv[2] ?? 0);
const body = "x".repeat(size);
const server = createServer((request, answer) => {
  request.resume();
  request.once("end", () => answer.end(body));
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
process.once("disconnect", () => process.exit(0));
