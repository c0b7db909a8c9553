// Runs on the Node that is there (20 or newer) before anything is installed, so it imports nothing but Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const programs = {
  start: "lib/machine/start.ts",
  test: "lib/machine/test.ts",
  replay: "e2e/bench/replay.ts",
  bench: "e2e/bench/bench.ts",
  crash: "e2e/bench/crash.ts",
};
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [verb, ...args] = process.argv.slice(2);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNode() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) fail(`Parity needs Node 20 or newer, this is ${process.versions.node}: install a newer one from https://nodejs.org.`);
}

const stamp = path.join(root, "node_modules/.parity-lockfile");

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

/** By our own install, or by somebody's later than the lockfile: npm writes its copy as an install's last act. */
function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash()) return true;
  const done = path.join(root, "node_modules/.package-lock.json");
  return existsSync(done) && statSync(done).mtimeMs >= statSync(path.join(root, "package-lock.json")).mtimeMs;
}

function install() {
  const began = performance.now();
  process.stderr.write("… Packages                npm ci, a minute or two\n");
  const flags = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath, ...flags]] : ["npm", flags];
  const { status, stderr, error } = spawnSync(npm[0], npm[1], { cwd: root, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) fail(whyNot(error ? error.message : stderr));
  writeFileSync(stamp, lockfileHash());
  const took = ((performance.now() - began) / 1000).toFixed(1);
  process.stderr.write(`✓ Packages                ${took.padStart(6)} s  installed\n`);
}

function whyNot(said) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/i.test(said)) {
    return "The packages could not be installed: the npm registry cannot be reached. Connect to the network (or set npm's `registry`) and run the same command again.";
  }
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `The packages could not be installed: ${path.join(root, "node_modules")} is not writable for this user. Give the folder to this user and run the same command again.`;
  }
  const lines = said.split("\n").map((line) => line.replace(/^npm (error|ERR!) */, "").trim());
  const line = lines.find((each) => each !== "" && !/^(code |A complete log)/.test(each)) ?? "npm ci failed";
  return `The packages could not be installed: ${line}`;
}

/** Our own Node 24 where it can run, so that everybody runs on the same one. */
function ownNode() {
  const node = path.join(root, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
  const works = existsSync(node) && spawnSync(node, ["--version"]).status === 0;
  if (!works)
    fail("Node 24 is missing in node_modules: npm was told to skip install scripts. Run `npm rebuild node` and the same command again.");
  return node;
}

checkNode();
if (!Object.hasOwn(programs, verb ?? "")) fail(`usage: npm run ${Object.keys(programs).join("|")}`);
if (!isInstalled()) install();
const program = path.join(root, programs[verb]);
if (!existsSync(program)) fail(`${programs[verb]} is missing: this checkout is not complete.`);

const env = { ...process.env, PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}` };
const child = spawn(ownNode(), ["--import", "tsx", program, ...args], { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
// Ctrl-C reaches the child by itself; what is sent to us alone is passed on. Either way it ends first.
process.on("SIGINT", () => undefined);
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
