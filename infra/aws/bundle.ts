import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { functionNames } from "./functions.ts";

const ROOT = join(import.meta.dirname, "../..");
export const DIST = join(ROOT, "dist");

const sourceOf = (name: string) => join(ROOT, "functions", name, "index.ts");

/** Functions of the table that nobody has written. */
export const unwritten = (): string[] => functionNames.filter((name) => !existsSync(sourceOf(name)));

/** zod's own messages in 50 languages are a quarter of a bundle, and no reader ever sees one: what people read is in shared/words. */
const withoutLocales: Plugin = {
  name: "without-zod-locales",
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "" }));
  },
};

/** A function finds its credentials in its environment; the SDK's search through profiles, sign-ons and instances is a tenth of a bundle. */
const withoutProfiles: Plugin = {
  name: "without-profiles",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/ }, () => ({
      contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
    }));
  },
};

/**
 * Every function as one CommonJS file, in one run of about a second, so that it runs before every synthesis and nothing is ever stale.
 * CommonJS, because an ES module's import of `node:http` costs Node a third of its start; the SDK is in it, because the runtime's own loads
 * slower. The source maps carry no sources.
 */
export const bundle = async (outdir = DIST): Promise<Metafile> => {
  rmSync(outdir, { recursive: true, force: true });
  const missing = new Set(unwritten());
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: functionNames
      .filter((name) => !missing.has(name))
      .map((name) => ({ in: sourceOf(name), out: `${name}/index` })),
    outdir,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    minify: true,
    // Sentences as they are: an escaped Cyrillic letter is three times as long.
    charset: "utf8",
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [withoutLocales, withoutProfiles],
    // The SDK's ES build, which can be shaken.
    mainFields: ["module", "main"],
    conditions: ["module", "import", "node"],
  });
  writeFileSync(join(outdir, "meta.json"), JSON.stringify(metafile));
  return metafile;
};
