import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../infra/local/free-port.ts";
import { IS_LONG } from "../kit/chance.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LONG = 120_000;

const TABLE = "shared/domain/languages.ts";
const PROFILE = "shared/cities/katowice.json";
/** One language begins with a line in the table alone, the other with its first sentences, too. */
const LINES =
  '  cs: { name: "Čeština", locale: "cs-CZ", office: false },\n  de: { name: "Deutsch", locale: "de-DE", office: false },\n';

/** As little as somebody would begin with: two rooms, of which one is not finished. */
const CATALOGUE = `import type { Partly } from "../fallback.ts";
import type { Catalogue } from "../words.ts";

export const de: Partly<Catalogue> = {
  home: { title: "Bürgerhaushalt" },
  refusals: { "thing/not-found": { title: "Diese Seite gibt es nicht", detail: () => "Wir haben nichts gefunden." } },
};
`;

let copy: string;
let url: string;
let house: ChildProcess | undefined;

const edit = (file: string, ...changes: readonly (readonly [string, string])[]): void => {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  const after = changes.reduce((text, [from, to]) => text.replace(from, to), before);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, after);
};

/** The house of the copy, on a port of its own. */
const start = async (): Promise<void> => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const started = spawn(process.execPath, ["infra/local/start.ts", "--port", String(port), "--empty"], {
    cwd: copy,
    env: { ...process.env, RYNEK_DATA_DIR: join(copy, "data"), RYNEK_DYNAMODB_ENDPOINT: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  house = started;
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    for (const stream of [started.stdout, started.stderr])
      stream?.on("data", (chunk: Buffer) => {
        said.push(chunk.toString("utf8"));
        if (said.join("").includes("Rynek is ready at")) ready();
      });
    started.once("exit", () => failed(new Error(said.join(""))));
  });
};

const stop = async (): Promise<void> => {
  if (!house || house.exitCode !== null) return;
  house.removeAllListeners("exit");
  house.kill("SIGTERM");
  await once(house, "exit");
};

/** Faults of the types in the room that holds the table, the catalogues and the pages. */
const faultsOfTypes = (): string =>
  spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", "shared", "--checkers", "1"], {
    cwd: copy,
    encoding: "utf8",
  }).stdout;

const open = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${url}${path}`, { headers });
  return { status: reply.status, text: await reply.text(), language: reply.headers.get("content-language") };
};

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "rynek-language-"));
  for (const part of ["shared", "functions", "infra", "package.json", "tsconfig.base.json"])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  // What the compiler remembers, if it has been here: it looks at what changed.
  if (existsSync(join(ROOT, ".cache/types")))
    cpSync(join(ROOT, ".cache/types"), join(copy, ".cache/types"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  edit(PROFILE, ['"languages": ["pl", ', '"languages": ["pl", "cs", "de", ']);
  edit(TABLE, ["} as const satisfies", `${LINES}} as const satisfies`]);
  mkdirSync(join(copy, "shared/words/de"));
  writeFileSync(join(copy, "shared/words/de/index.ts"), CATALOGUE);
  edit("shared/words/words.ts", [
    "  en: { whole:",
    '  de: { part: () => import("./de/index.ts").then(({ de }) => de) },\n  en: { whole:',
  ]);
  await start();
}, LONG);
afterAll(async () => {
  await stop();
  rmSync(copy, { recursive: true, force: true });
}, LONG);

// The compiler looks at the whole room for it.
if (IS_LONG)
  test(
    "two languages more are no fault of the types",
    () => {
      expect(faultsOfTypes()).toBe("");
    },
    LONG,
  );

test("with a line in the table and its code in the profile alone the site stands in the language, all of it in Polish that says so", async () => {
  const { status, text } = await open("/cs");
  expect(status).toBe(200);
  expect(text).toContain('<html lang="cs">');
  expect(text).toContain('<h1><span lang="pl">Budżet Obywatelski</span></h1>');
  expect(text).toContain('href="/cs/projekty"');
  expect((await open("/pomoc")).text).toContain('<a href="/cs/pomoc" hreflang="cs" lang="cs">Čeština</a>');
});

test("with its first sentences it says these, and the rest in Polish; nothing crashes and nothing of it is silent", async () => {
  expect((await open("/de")).text).toContain("<h1>Bürgerhaushalt</h1>");
  for (const path of ["projekty", "zglos", "glosuj", "sprawdz-glos", "wyniki", "spotkania", "konsultacje"]) {
    const { status, text } = await open(`/de/${path}`);
    expect([path, status]).toEqual([path, 200]);
    expect(text).toMatch(/<h1><span lang="pl">[^<]+<\/span><\/h1>/);
    expect(text.match(/<title>.*<\/title>/)?.[0]).not.toMatch(/span|[\ufdd0\ufdd1]/);
    expect(text).not.toMatch(/[\ufdd0\ufdd1]|undefined/);
  }
  const missing = await open("/de/nichts");
  expect([missing.status, missing.text.includes("Diese Seite gibt es nicht")]).toEqual([404, true]);
  const problem = await open("/v1/nichts", { accept: "application/json", "accept-language": "de-AT" });
  expect([problem.status, problem.language]).toEqual([404, "de"]);
  expect(JSON.parse(problem.text)).toMatchObject({ title: "Diese Seite gibt es nicht" });
  const other = await open("/v1/cycles/x", { "accept-language": "de" });
  expect(other.text).not.toMatch(/[\ufdd0\ufdd1]/);
  expect((await open("/de/urzad")).text).toContain('<html lang="pl">');
  expect((await open("/robots.txt")).text).toContain("Disallow: /de/urzad");
});
