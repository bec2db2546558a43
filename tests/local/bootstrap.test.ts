import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeEach, expect, test, vi } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const CHILD = `
process.on("disconnect", () => { console.log("alone"); process.exit(0); });
process.on("SIGTERM", () => { console.log("asked to stop"); process.exit(5); });
const [what = ""]: string[] = process.argv.slice(2);
if (what === "wait") { console.log("waiting"); setInterval(() => undefined, 1000); }
else { process.channel?.unref(); console.log(what, Number(process.versions.node.split(".")[0]) >= 24); process.exitCode = 7; }
`;

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "rynek-clone-"));
  mkdirSync(join(clone, "infra"));
  cpSync(join(ROOT, "infra/bootstrap.cjs"), join(clone, "infra/bootstrap.cjs"));
  writeFileSync(join(clone, "child.ts"), CHILD);
});

const write = (file: string, value: unknown) => writeFileSync(join(clone, file), JSON.stringify(value));

/** A clone in which npm has already installed: it needs nothing but the platform's packages of the real one. */
const installed = () => {
  write("package.json", { optionalDependencies: {} });
  write("package-lock.json", { packages: { "": {}, "node_modules/one": { version: "1.0.0" } } });
  mkdirSync(join(clone, "node_modules/.bin"), { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules")).filter((each) =>
    /^(node-|@dynoxide$)/.test(each),
  ))
    symlinkSync(join(ROOT, "node_modules", name), join(clone, "node_modules", name));
  write("node_modules/.package-lock.json", { packages: { "node_modules/one": { version: "1.0.0" } } });
};

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));

/** A clone that asks for one small package, and for what every platform gets besides: the pinned Node and the database. */
const pinned = () => {
  const all = read("package.json");
  const { "jsonc-parser": small } = all.dependencies;
  const root = { dependencies: { "jsonc-parser": small }, optionalDependencies: all.optionalDependencies };
  const names = Object.values(root).flatMap((names) => Object.keys(names));
  const { packages, ...lock } = read("package-lock.json");
  const kept = names.map((name) => [`node_modules/${name}`, packages[`node_modules/${name}`]]);
  write("package.json", root);
  write("package-lock.json", { ...lock, packages: { "": root, ...Object.fromEntries(kept) } });
};

const { NODE_COMPILE_CACHE: _, ...env } = process.env;
const start = (...args: string[]) =>
  spawn(process.execPath, [join(clone, "infra/bootstrap.cjs"), ...args], { env });

const ending = async (child: ChildProcess) => {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("no pipes");
  const [said, complained, [code, signal]] = await Promise.all([
    text(stdout),
    text(stderr),
    once(child, "exit"),
  ]);
  return { said, complained, code, signal };
};

test("a command runs on the pinned Node, with its own exit code; what it has compiled is kept for the next one", async () => {
  installed();
  expect(await ending(start("child.ts", "hello"))).toMatchObject({
    said: "hello true\n",
    complained: "",
    code: 7,
  });
  expect(existsSync(join(clone, ".cache/install.lock"))).toBe(false);
  expect(readdirSync(join(clone, ".cache/node"))).not.toEqual([]);
});

test("SIGTERM reaches the command, and its exit is waited for", async () => {
  installed();
  const child = start("child.ts", "wait");
  const ended = ending(child);
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ said: "waiting\nasked to stop\n", code: 5 });
});

test("a command learns that its parent was killed", async () => {
  installed();
  const child = start("child.ts", "wait");
  const ended = ending(child);
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  expect((await ended).said).toBe("waiting\nalone\n");
});

test("a dead process's lock is taken over, a living one's is waited for", async () => {
  installed();
  const lock = join(clone, ".cache/install.lock");
  mkdirSync(join(clone, ".cache"));
  const dead = spawn("true");
  await once(dead, "exit");
  writeFileSync(lock, String(dead.pid));
  expect(await ending(start("child.ts", "x"))).toMatchObject({ said: "x true\n" });

  write("package-lock.json", { packages: { "": {} } });
  writeFileSync(lock, String(process.pid));
  const child = start("child.ts", "y");
  const [line] = await once(child.stderr, "data");
  expect(String(line)).toContain("waiting");
  child.kill("SIGKILL");
});

test("an unknown command is named", async () => {
  installed();
  expect(await ending(start("nothing"))).toMatchObject({
    code: 1,
    complained: expect.stringContaining("nothing"),
  });
});

test.runIf(process.env.RYNEK_TEST_INSTALL)(
  "two commands at once in a fresh clone install once (RYNEK_TEST_INSTALL)",
  { timeout: 300_000 },
  async () => {
    pinned();
    const endings = await Promise.all([ending(start("child.ts", "a")), ending(start("child.ts", "b"))]);
    expect(endings.map(({ code }) => code)).toEqual([7, 7]);
    const complaints = endings.map(({ complained }) => complained).join("");
    expect(complaints.match(/installing what it needs/g)).toHaveLength(1);
    await vi.waitFor(() => expect(existsSync(join(clone, ".cache/install.lock"))).toBe(false));
  },
);
