import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");
const MODULES = "node_modules";
/** Packages for other machines than this one, as they were fetched. */
const FETCHED = join(ROOT, ".cache/packages");

const run = promisify(execFile);

/** What reads and writes pictures: native code, which no bundler puts into a file. */
export const NATIVE = "sharp";

/** What a function runs on, and what a test of it runs on here. */
type Arch = "arm64" | "x64";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

const Manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()).default({}),
});

const manifestIn = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));

const inModules = (name: string): string => join(ROOT, MODULES, name);

/** A package as the lock file names it, and where its file lies once it was fetched. */
const locked = (name: string) => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
  const { version, integrity } = packages[`${MODULES}/${name}`] ?? {};
  if (version === undefined || integrity === undefined)
    throw new Error(`package-lock.json does not know ${name}`);
  const file = join(FETCHED, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  return { named: `${name}@${version}`, integrity, file };
};

/** The file of a package for another machine, with the digest that the lock file names. */
const fetched = async (name: string): Promise<string> => {
  const { named, integrity, file } = locked(name);
  if (!existsSync(file)) {
    mkdirSync(FETCHED, { recursive: true });
    await run("npm", ["pack", named, "--silent", "--pack-destination", FETCHED], { cwd: ROOT });
  }
  const digest = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
  if (digest === integrity) return file;
  rmSync(file);
  throw new Error(`${named} is not what package-lock.json says: it was not used, and is gone`);
};

const nativeOf = (arch: Arch): string[] => [`@img/sharp-linux-${arch}`, `@img/sharp-libvips-linux-${arch}`];

/** Whether everything for this kind of machine is at hand, so that nothing is fetched. */
export const isAtHand = (arch: Arch): boolean =>
  nativeOf(arch).every((name) => existsSync(inModules(name)) || existsSync(locked(name).file));

/** What is only built from, and not run. */
const NOT_RUN = /\/node_modules\/sharp\/(?:src|install|lib)(?:\/|$)|\.(?:d\.[cm]?ts|mjs|map|md)$/;

const copied = (name: string, to: string): void =>
  cpSync(inModules(name), join(to, name), { recursive: true, filter: (path) => !NOT_RUN.test(path) });

const unpacked = async (name: string, to: string): Promise<void> => {
  const place = join(to, name);
  mkdirSync(place, { recursive: true });
  await run("tar", ["-xzf", await fetched(name), "-C", place, "--strip-components=1"]);
};

/** What writes a PDF reads its letters from files, which no bundler puts into a program. */
const LETTERS = "@expo-google-fonts/source-sans-3";
const FACES = ["400Regular", "600SemiBold"];
const IS_LETTERS = new RegExp(
  `source-sans-3(?:$|/(?:package\\.json|LICENSE.*|(?:${FACES.join("|")})(?:$|/.*\\.ttf$)))`,
);

/** Lays those beside a bundled function. */
export const layLetters = (folder: string): void =>
  cpSync(inModules(LETTERS), join(folder, MODULES, LETTERS), {
    recursive: true,
    filter: (path) => IS_LETTERS.test(path),
  });

/**
 * Lays the library beside a bundled function, with what it needs on that kind of machine: from what is installed here, or else from its own
 * package, which is fetched once and held against the lock file.
 */
export const layNative = async (folder: string, arch: Arch): Promise<void> => {
  const to = join(folder, MODULES);
  const { dependencies } = manifestIn(inModules(NATIVE));
  for (const name of [NATIVE, ...Object.keys(dependencies)]) copied(name, to);
  for (const name of nativeOf(arch)) {
    if (existsSync(inModules(name))) copied(name, to);
    else await unpacked(name, to);
  }
};
