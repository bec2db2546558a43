import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { bundle, type Chunk, unwritten } from "../../infra/aws/bundle.ts";
import { COMPILE_CACHE, compileAhead, giveToLambda, lambdaFlags } from "../../infra/aws/compile-cache.ts";
import { functionNames, functions } from "../../infra/aws/functions.ts";
import type { GrantName } from "../../infra/aws/grants.ts";
import { isAtHand, layLetters, layNative } from "../../infra/aws/native.ts";
import { SURROUNDINGS } from "../../infra/bench/surroundings.ts";
import { FRONT } from "../../shared/platform/address.ts";
import type { FunctionName, Route } from "../../shared/platform/route.ts";
import { GRAPH } from "../architecture/house.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The words of three languages (a fifth of a megabyte each), zod, dates and the clients that a function is given; what goes beyond is a mistake. */
const BUDGET_BYTES = 2_000_000;
/** What writes PDF and DOCX, in one function and read in when a file is asked for. */
const WRITERS_BYTES = 1_400_000;

/** This machine stands in for Lambda's. */
const HERE = process.arch === "arm64" ? "arm64" : "x64";

const folder = mkdtempSync(join(tmpdir(), "rynek-bundle-"));
/**
 * Who carries more, and why: what writes files; acts of subjects that take two, each read when its second word is said; all that residents
 * do beside the vote, each page of it read when it is asked for.
 */
const MORE_BYTES: Partial<Record<FunctionName, number>> = {
  documents: WRITERS_BYTES,
  voting: 250_000,
  consultations: 250_000,
};

let bundles: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  bundles = await bundle(folder);
  await layNative(join(folder, "arrivals"), HERE);
  layLetters(join(folder, "documents"));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

const chunksOf = (name: FunctionName): readonly Chunk[] => bundles[name] ?? [];
const sourcesOf = (name: FunctionName): string[] => chunksOf(name).flatMap(({ sources }) => sources);
const sum = (chunks: readonly Chunk[]): number => chunks.reduce((all, { bytes }) => all + bytes, 0);

test("every function of the house is written and bundled", () => {
  expect(unwritten()).toEqual([]);
  for (const name of functionNames) expect(existsSync(join(folder, name, "index.cjs")), name).toBe(true);
});

test("a function starts small: nothing of the stacks or the laptop is in it", () => {
  for (const name of functionNames) {
    const budget = BUDGET_BYTES + (MORE_BYTES[name] ?? 0);
    expect(sum(chunksOf(name)), name).toBeLessThan(budget);
    const strangers = sourcesOf(name).filter((source) =>
      /aws-cdk-lib|cdk-nag|(^|\/)infra\/|(^|\/)tests\//.test(source),
    );
    expect(strangers, name).toEqual([]);
  }
});

test("no two files of a function need each other: whichever is loaded first is whole", () => {
  for (const name of functionNames) {
    const left = new Map(chunksOf(name).map(({ file, needs }) => [file, new Set(needs)]));
    for (let before = -1; left.size !== before; ) {
      before = left.size;
      for (const [file, needs] of left) if ([...needs].every((one) => !left.has(one))) left.delete(file);
    }
    expect([...left.keys()], name).toEqual([]);
  }
});

/** Which client of AWS a grant is used through. */
const clients: Partial<Record<GrantName, string>> = {
  readFiles: "client-s3",
  takeUploads: "client-s3",
  readScans: "client-s3",
  readTables: "client-s3",
  handleUploads: "client-s3",
  writeFiles: "client-s3",
  startMachine: "client-sfn",
  readRolls: "client-sfn",
  wakeMachine: "client-sfn",
  sendMail: "client-ses",
  readMailQuota: "client-ses",
  sendTexts: "client-sns",
  listAccounts: "client-cognito-identity-provider",
};

test("a function has the clients of AWS that its grants speak of, and no other", () => {
  for (const name of functionNames) {
    const has = Object.values(clients).filter((client) =>
      sourcesOf(name).some((source) => source.includes(`@aws-sdk/${client}/`)),
    );
    const granted = functions[name].may.flatMap((grant) => clients[grant] ?? []);
    expect([...new Set(has)].sort(), name).toEqual([...new Set(granted)].sort());
  }
});

/** Files that offer what others may ask for, without asking themselves. */
const OFFERING = /node_modules|shared\/(platform\/(deps|door)|acts\/voter-keys)\.ts$/;

/** Our own files that a function's code reaches. */
const reached = (from: string): string[] => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || OFFERING.test(file)) return;
    seen.add(file);
    for (const { target, isOfTypes } of GRAPH.get(file) ?? []) if (!isOfTypes) visit(target);
  };
  visit(from);
  return [...seen].filter((file) => GRAPH.has(file));
};

/** How code asks for what a grant allows. */
const calls: Partial<Record<GrantName, RegExp>> = {
  castBallots: /\bballots\.cast\(/,
  readReceipts: /\bballots\.ballot\(/,
  readBallots: /\bballots\.ballotsIn\(/,
  sendMail: /\bmail\.send\(/,
  readMailQuota: /\bmail\.today\(/,
  sendTexts: /\btexts\.send\(/,
  takeUploads: /\bsigner\.form\(/,
  readScans: /\bsigner\.link\(/,
  handleUploads: /\buploads\.(?:copy|show)\(/,
  listAccounts: /\baccounts\.list\(/,
  readRolls: /\bmachine\.readRoll\(/,
  startMachine: /\bmachine\.start\(/,
  wakeMachine: /\bmachine\.wake\(/,
  readNames: /\bvault\.names\(/,
  readSessions: /\bvault\.sessions\(|\bdraftIn\(|\btokens\.(seal|open)\(\s*("(voter|card)"|PURPOSE)/,
  readCodes: /\bvault\.codes\(|\bcodesOf\(/,
  readCanary: /\bvault\.canary\(|\bcodesOf\(/,
  readLinks: /\bvault\.links\(|\btokens\.(seal|open)\(\s*"(survey|support|author|signup)"/,
  readSigning: /\bvault\.signing\(/,
  readCycleSecrets: /\bvault\.cycleKey\(|\bvoterKeysOf\(/,
  createCycleSecrets: /\bvault\.createCycleSecret\(/,
  keepProbeSecrets: /\bprobes\.begin\(/,
  destroyCycleSecrets: /\bvault\.destroyCycleSecret\(/,
  handOverCountKey: /\bvault\.handOverCountKey\(/,
  dropCountKey: /\bvault\.dropCountKey\(/,
  takeCountKey: /\bvault\.countKey\(/,
};

/** Asks for the secrets of the canary's votes, as `keepProbeSecrets` allows, and of no other cycle. */
const OF_PROBES = "functions/workflow/probes.ts";

test("a function is granted what its code asks for, and nothing else", () => {
  const asked = (name: string): GrantName[] => {
    const files = reached(`functions/${name}/index.ts`);
    const textOf = (some: readonly string[]): string =>
      some.map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");
    const [text, ofCycles] = [textOf(files), textOf(files.filter((file) => file !== OF_PROBES))];
    const rows: Route[] = Object.values(routes).filter(({ fn }) => fn === name);
    // The door opens a voter's token, and takes from the buckets of a row.
    const atTheDoor: Partial<Record<GrantName, boolean>> = {
      readSessions: rows.some(({ who }) => who.by === "voter-token"),
      readNames: rows.some(({ admission }) => JSON.stringify(admission ?? "").includes('"of":"site"')),
    };
    return Object.entries(calls).flatMap(([grant, call]) =>
      call.test(/^(read|create)CycleSecrets$/.test(grant) ? ofCycles : text) || atTheDoor[grant as GrantName]
        ? [grant as GrantName]
        : [],
    );
  };
  const written = functionNames.filter((name) => !unwritten().includes(name));
  for (const name of written) {
    const granted = functions[name].may.filter((grant) => grant in calls);
    expect([...granted].sort(), name).toEqual(asked(name).sort());
  }
});

/** What a process says that has loaded a function, and has asked for what comes after. */
const said = (name: FunctionName, script: string, env: Readonly<Record<string, string>> = {}): string => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...lambdaFlags(functions[name].memoryMb), "-e", script, join(folder, name, "index.cjs")],
    { encoding: "utf8", env },
  );
  return `${stdout}${stderr}`.trim();
};

/** Of each function what it has loaded when it has started; then every other file of it is loaded, too. */
const LOADED = `
const { readdirSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const started = process.argv.slice(1).map((folder) => {
  require(join(folder, "index.cjs"));
  const files = Object.keys(require.cache).filter((file) => dirname(file) === folder).map((file) => basename(file));
  for (const file of readdirSync(folder)) if (file.endsWith(".cjs")) require(join(folder, file));
  return files;
});
console.log(JSON.stringify(started));
`;

test("every file of every function loads; one that starts has loaded no endpoint, no language and no client but the database's", () => {
  const folders = functionNames.map((name) => join(folder, name));
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", LOADED, ...folders], {
    encoding: "utf8",
    env: {},
  });
  expect(stderr.slice(-400)).toBe("");
  const started: readonly (readonly string[])[] = JSON.parse(stdout);
  for (const [n, name] of functionNames.entries()) {
    const loaded = chunksOf(name)
      .filter(({ file }) => started[n]?.includes(file))
      .flatMap(({ sources }) => sources);
    expect(loaded, name).toContain("shared/platform/serve.ts");
    const early = loaded.filter((source) =>
      /^functions\/(?!routes|admissions|endpoints|\w+\/index)|^shared\/(words\/\w\w\/|acts|pages\/(?!html|languages-at))|@aws-sdk\/client-(?!dynamodb\/)|node_modules\/(jose|nodemailer|csv-parse)/.test(
        source,
      ),
    );
    expect(early, name).toEqual([]);
  }
});

test("asked for a page in one language a function reads no other, and no other endpoint", () => {
  const event = {
    version: "2.0",
    routeKey: "GET /robots.txt",
    rawPath: "/nie-ma",
    rawQueryString: "",
    headers: { accept: "text/html", [FRONT]: SURROUNDINGS.FRONT_SECRET },
    requestContext: { requestId: "one", timeEpoch: 0, http: { method: "GET", sourceIp: "127.0.0.1" } },
  };
  const asking = `
    require(process.argv[1]).handler(${JSON.stringify(event)}, {}).then(({ statusCode }) => {
      const files = Object.keys(require.cache).map((file) => require("node:path").basename(file));
      console.log("\\n" + JSON.stringify({ statusCode, files }));
    });
  `;
  const answer = JSON.parse(said("site", asking, SURROUNDINGS).split("\n").at(-1) ?? "");
  expect(answer.statusCode).toBe(404);
  const read = chunksOf("site")
    .filter(({ file }) => answer.files.includes(file))
    .flatMap(({ sources }) => sources);
  expect(read).toContain("shared/words/pl/index.ts");
  expect(read.filter((source) => /^shared\/words\/(?:en|uk)\/|^functions\/site\/get-/.test(source))).toEqual(
    [],
  );
});

test("what was compiled ahead is taken, from a folder that nobody may write to", async () => {
  const home = join(folder, "directory");
  await compileAhead(home, functions.directory.memoryMb);
  const cache = join(home, "compile-cache");
  const [made = ""] = readdirSync(cache);
  expect(made).toContain(`${process.version}-${process.arch}-`);
  chmodSync(join(cache, made), 0o555);
  chmodSync(cache, 0o555);
  const debugged = said("directory", "require(process.argv[1])", {
    ...COMPILE_CACHE,
    NODE_COMPILE_CACHE: cache,
    NODE_DEBUG_NATIVE: "COMPILE_CACHE",
  });
  chmodSync(cache, 0o755);
  chmodSync(join(cache, made), 0o755);
  expect(debugged).toMatch(/start[\w-]*\.cjs was accepted|\.cjs was accepted/);
  expect(debugged).not.toContain("was rejected");
  giveToLambda(home);
  expect(readdirSync(cache)).toEqual([made.replace(/\d+$/, "993")]);
});

test("the log names the place in the sources where a bundled function failed, without a flag that would slow its start", () => {
  const call = 'require(process.argv[1]).handler({}, {}).catch(() => console.log("thrown"))';
  const { stdout } = spawnSync(process.execPath, ["-e", call, join(folder, "site", "index.cjs")], {
    encoding: "utf8",
    env: {},
  });
  const [record = "", end] = stdout.trim().split("\n");
  expect(end).toBe("thrown");
  const { event, error } = JSON.parse(record);
  expect(event).toBe("failed");
  expect(error.stack).toMatch(/shared\/platform\/(?:env|deps)\.ts:\d+:\d+/);
  expect(error.stack).not.toContain(".cjs");
});

/** A picture of three rows, made and made anew by the function's own code and the library beside it. */
const MAKE_ANEW = `
const { dirname } = require("node:path");
const sharp = require(require.resolve("sharp", { paths: [dirname(process.argv[1])] }));
const { copiesOf } = require(process.argv[1]);
sharp({ create: { width: 400, height: 300, channels: 3, background: "#0a7" } }).jpeg().toBuffer()
  .then(copiesOf)
  .then(({ value }) => console.log(Object.values(value).map(({ width, bytes }) => width + " " + Buffer.from(bytes).toString("latin1", 8, 12)).join()));
`;

test("the function that looks at files makes a picture anew with the library that lies beside it, and no other function has it", () => {
  const having = functionNames.filter((name) => existsSync(join(folder, name, "node_modules")));
  expect(having).toEqual(["documents", "arrivals"]);
  const picture = chunksOf("arrivals").find(({ sources }) =>
    sources.includes("functions/arrivals/picture.ts"),
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["-e", MAKE_ANEW, join(folder, "arrivals", picture?.file ?? "")],
    { encoding: "utf8", env: {}, cwd: folder },
  );
  expect([stderr, stdout.trim()]).toEqual(["", "320 WEBP,400 WEBP,400 WEBP"]);
});

/** A document as PDF, written by the function's own code with the letters beside it. */
const WRITE = `
const { pdfOf } = require(process.argv[1]);
const words = { language: "pl", documents: { issued: () => "1", version: () => "1", page: () => "1" }, format: { shortDay: () => "1" } };
pdfOf({ language: "pl", title: "Żółć", issuer: "U", number: "1", version: 1, issuedAt: "2027-05-01T10:00:00.000Z", blocks: [{ kind: "paragraph", text: "обʼєднання" }] }, words)
  .then((bytes) => console.log(bytes.toString("latin1", 0, 8), bytes.includes("/FontFile2")));
`;

test("the function that writes documents has its letters beside it, and no other function has what writes them", () => {
  const writers = functionNames.filter((name) => sourcesOf(name).some((source) => source.includes("pdfkit")));
  expect(writers).toEqual(["documents"]);
  const pdf = chunksOf("documents").find(({ sources }) => sources.includes("functions/documents/pdf.ts"));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["-e", WRITE, join(folder, "documents", pdf?.file ?? "")],
    { encoding: "utf8", env: {}, cwd: folder },
  );
  expect([stderr, stdout.trim()]).toEqual(["", "%PDF-1.7 true"]);
});

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name)] : [],
  );

/** The machine that an ELF file is for (ELF-64, e_machine); 183 is AArch64. */
const machineOf = (file: string): number | undefined => {
  const bytes = readFileSync(file).subarray(0, 20);
  return bytes.toString("latin1", 1, 4) === "ELF" ? bytes.readUInt16LE(18) : undefined;
};

test.skipIf(!isAtHand("arm64"))(
  "what Lambda is given is for its machines, and stays far below what it takes",
  async () => {
    const place = join(folder, "for-lambda");
    await layNative(place, "arm64");
    const files = filesIn(place);
    const machines = files.flatMap((file) => machineOf(file) ?? []);
    expect([machines.length, new Set(machines)]).toEqual([2, new Set([183])]);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(
      `${Math.round(bytes / 1e5) / 10} MB of the library beside the function, of 250 that Lambda takes`,
    );
    expect(bytes).toBeLessThan(60e6);
  },
);
