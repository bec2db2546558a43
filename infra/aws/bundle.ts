import { existsSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative } from "node:path";
import { type OutputChunk, type Plugin, rolldown } from "rolldown";
import { replacePlugin } from "rolldown/plugins";
import { routes } from "../../functions/routes.ts";
import { CITY_SLUGS, cityNamed } from "../../shared/cities/cities.ts";
import type { FunctionName, Route } from "../../shared/platform/route.ts";
import { functionNames } from "./functions.ts";
import { NATIVE } from "./native.ts";

const ROOT = join(import.meta.dirname, "../..");
export const DIST = join(ROOT, "dist");

/** The SDK's ES build, which can be shaken. */
export const RESOLVE = { mainFields: ["module", "main"], conditionNames: ["module", "import", "node"] };

const sourceOf = (name: string) => join(ROOT, "functions", name, "index.ts");

/** Functions of the table that nobody has written. */
export const unwritten = (): string[] => functionNames.filter((name) => !existsSync(sourceOf(name)));

/** One file that a function may load, when it starts or when it is asked for what is in it. */
export interface Chunk {
  readonly file: string;
  readonly bytes: number;
  /** Sources in it, by their paths from the root of the house. */
  readonly sources: readonly string[];
  /** Chunks that are loaded with it. */
  readonly needs: readonly string[];
}

/** zod's own messages in 50 languages are a quarter of a bundle, and no reader ever sees one: what people read is in shared/words. */
const withoutLocales: Plugin = {
  name: "without-zod-locales",
  load: {
    filter: { id: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ },
    handler: () => "export {}",
  },
};

/** A module whose every export is there and nothing, for what a function never calls. */
const hollow = (code: string): string =>
  [...code.matchAll(/^export (?:const|function|class) (\w+)|^export \{ \w+ as (\w+) \}/gm)]
    .map(([, name, alias], n) => `const v${n} = undefined; export { v${n} as ${name ?? alias} };`)
    .join("\n");

/** JSON schemas are written when the house is built; how zod writes them is a seventh of it. */
const withoutJsonSchemas: Plugin = {
  name: "without-json-schemas",
  load: {
    filter: { id: /zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ },
    handler: (id) => hollow(readFileSync(id, "utf8")),
  },
  transform: {
    filter: { id: /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ },
    // Lines stay where they are, and so does what maps them.
    handler: (code) => ({
      code: code.replaceAll(/^ *inst\._zod\.processJSONSchema = .*;$/gm, ""),
      map: null,
    }),
  },
};

/** DynamoDB has one endpoint a region, which nobody discovers: the cache of found ones is never read. */
const withoutDiscovery: Plugin = {
  name: "without-discovery",
  load: {
    filter: { id: /@aws-sdk[\\/]endpoint-cache[\\/]dist-es[\\/]index\.js$/ },
    handler: () => "export class EndpointCache {}",
  },
};

/** A function finds its credentials in its environment; the SDK's search through profiles, sign-ons and instances is a tenth of a bundle. */
const withoutProfiles: Plugin = {
  name: "without-profiles",
  load: {
    filter: { id: /@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/ },
    handler: () => 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  },
};

/** What of zod is named, not all of it: a namespace can be shaken, the object that zod calls `z` cannot. */
const withNamedSchemas = replacePlugin(
  { 'import { z } from "zod"': 'import * as z from "zod"' },
  { delimiters: ["", ""] },
);

/** Cities are checked here, once: a function that reads a profile again, with all that a profile may be, starts a tenth later. */
const withCheckedCities: Plugin = {
  name: "with-checked-cities",
  load: {
    filter: { id: /shared[\\/]cities[\\/]checked\.ts$/ },
    handler: () => {
      for (const slug of CITY_SLUGS) cityNamed(slug);
      return "export const checked = (profile) => profile;";
    },
  },
};

/** Of the route table the rows of one function, as they are written out. No other row may be named in it, nor the table be walked. */
const withOwnRows = (name: FunctionName): Plugin => {
  const own = Object.fromEntries(Object.entries<Route>(routes).filter(([, { fn }]) => fn === name));
  return {
    name: "with-own-rows",
    load: {
      filter: { id: /functions[\\/]routes\.ts$/ },
      handler: () => `export const routes = ${JSON.stringify(own)};`,
    },
    transform: {
      filter: {
        id: { include: /\.ts$/, exclude: /functions[\\/](?:routes|endpoints)\.ts$/ },
        code: /routes\.ts"/,
      },
      handler: (code, id) => {
        for (const [, row = "", rest] of code.matchAll(/(?<=[[(]|\.\.\.)routes(?:\.(\w+)|(?=([)\]])))/g))
          if (rest || !(row in own)) throw new Error(`${fromRoot(id)} asks for rows that ${name} has not`);
      },
    },
  };
};

const fromRoot = (id: string): string => relative(ROOT, id);

const chunkOf = ({ fileName, code, moduleIds, imports }: OutputChunk): Chunk => ({
  file: fileName,
  bytes: Buffer.byteLength(code),
  sources: moduleIds.map(fromRoot),
  needs: imports.filter((one) => !isBuiltin(one)),
});

/** How a function is read, whatever is made of it. */
const inputOf = (name: FunctionName) => ({
  cwd: ROOT,
  input: { index: sourceOf(name) },
  platform: "node" as const,
  external: [NATIVE],
  resolve: RESOLVE,
  plugins: [
    withoutLocales,
    withoutJsonSchemas,
    withoutProfiles,
    withoutDiscovery,
    withNamedSchemas,
    withCheckedCities,
    withOwnRows(name),
  ],
});

/** Modules that a function needs at once: our own that it imports, and what is left of libraries where nothing is asked for later (`import()`). */
const neededAtOnce = async (name: FunctionName): Promise<ReadonlySet<string>> => {
  const needed = new Set<string>();
  const withoutLater: Plugin = {
    name: "without-later",
    resolveDynamicImport: (specifier) => ({ id: String(specifier), external: true }),
    buildEnd() {
      for (const id of this.getModuleIds()) if (!id.includes("node_modules")) needed.add(id);
    },
  };
  const { plugins, ...input } = inputOf(name);
  await using build = await rolldown({ ...input, plugins: [withoutLater, ...plugins] });
  const { output } = await build.generate({ format: "cjs" });
  for (const one of output) if (one.type === "chunk") for (const id of one.moduleIds) needed.add(id);
  return needed;
};

/**
 * A function as CommonJS, because an ES module's import of `node:http` costs Node a third of its start; the SDK is in it, because the runtime's
 * own loads slower. What its `index.ts` needs at once is one file, what it asks for later (`import()`) are others, since Node reads through
 * all of a file before it runs any of it. Sentences are written as they are: an escaped Cyrillic letter is three times as long.
 */
const bundleOne = async (name: FunctionName, outdir: string): Promise<Chunk[]> => {
  const start = await neededAtOnce(name);
  await using build = await rolldown({ ...inputOf(name), preserveEntrySignatures: "allow-extension" });
  const { output } = await build.write({
    dir: join(outdir, name),
    format: "cjs",
    minify: true,
    comments: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[hash].cjs",
    sourcemap: true,
    sourcemapExcludeSources: true,
    // What is not there at the start is split by who asks for it. Small files are not put together: they would need each other in a circle.
    // A library's index leads to all of it: of what it names, the start takes what it needs, not what a later file does.
    codeSplitting: {
      groups: [{ name: "start", test: (id) => start.has(id), includeDependenciesRecursively: false }],
    },
  });
  return output.flatMap((one) => (one.type === "chunk" ? [chunkOf(one)] : []));
};

/** Every function, in a few seconds, so that it runs before every synthesis and nothing is ever stale. */
export const bundle = async (
  outdir = DIST,
): Promise<Readonly<Partial<Record<FunctionName, readonly Chunk[]>>>> => {
  rmSync(outdir, { recursive: true, force: true });
  const missing = new Set(unwritten());
  const bundled: Partial<Record<FunctionName, readonly Chunk[]>> = {};
  // One after the other: the bundler takes every core for each.
  for (const name of functionNames.filter((one) => !missing.has(one)))
    bundled[name] = await bundleOne(name, outdir);
  return bundled;
};
