import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { ADDRESSES } from "../../shared/domain/addresses.ts";
import { FRONT } from "../../shared/platform/address.ts";
import type { FunctionName } from "../../shared/platform/route.ts";
import { bundle, RESOLVE } from "../aws/bundle.ts";
import { COMPILE_CACHE, compileAhead, lambdaFlags } from "../aws/compile-cache.ts";
import { functionNames, functions } from "../aws/functions.ts";
import { layLetters, layNative } from "../aws/native.ts";
import { told } from "./child.ts";
import { kilobytes, median, ms, times } from "./figures.ts";
import type { Options } from "./options.ts";
import { interleaved } from "./rounds.ts";
import { inScratch } from "./scratch.ts";
import { SURROUNDINGS } from "./surroundings.ts";
import type { Section } from "./table.ts";

const REFERENCE = "only-client";
type Name = FunctionName | typeof REFERENCE;

/** The reference, made as the functions are, but whole. */
const bundleReference = async (folder: string): Promise<void> => {
  await using build = await rolldown({
    input: join(import.meta.dirname, `${REFERENCE}.ts`),
    platform: "node",
    resolve: RESOLVE,
  });
  await build.write({
    file: join(folder, REFERENCE, "index.cjs"),
    format: "cjs",
    minify: true,
    comments: false,
    codeSplitting: false,
  });
};

/** What each is asked first: a page, a list, or an address that is not there. Whom nobody asks is asked for that, too. */
const FIRST: Readonly<Partial<Record<Name, string>>> = {
  site: ADDRESSES.home,
  cycles: "/v1/cycles",
  proposals: ADDRESSES.projects,
  results: ADDRESSES.results,
  voting: ADDRESSES.voteCheck,
  consultations: ADDRESSES.consultations,
};
const NOWHERE = "/nie-ma";

/** A request as the gateway hands it over. */
const eventOf = (path: string): string =>
  JSON.stringify({
    version: "2.0",
    routeKey: `GET ${path}`,
    rawPath: path,
    rawQueryString: "",
    headers: { accept: "text/html", [FRONT]: SURROUNDINGS.FRONT_SECRET },
    isBase64Encoded: false,
    requestContext: {
      requestId: "bench",
      http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "" },
      timeEpoch: Date.parse("2027-09-15T10:00:00.000Z"),
    },
  });

/** Milliseconds of the processor: until a function is loaded, and until it has answered. */
const START = `
const before = process.cpuUsage();
const since = () => { const { user, system } = process.cpuUsage(before); return (user + system) / 1000; };
const { handler } = require(process.argv[1]);
const loadMs = since();
handler(JSON.parse(process.argv[2]), {}).then(({ statusCode }) => console.log(JSON.stringify([loadMs, since(), statusCode])));
`;

/** A database that has nothing: reading from it costs a function what reading costs. */
const withEmptyDatabase = async <T>(work: (endpoint: string) => Promise<T>): Promise<T> => {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.setHeader("content-type", "application/x-amz-json-1.0");
      response.end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

interface Start {
  readonly loadMs: number;
  readonly answeredMs: number;
}

const startOf = async (
  name: Name,
  { folder, endpoint, isCached }: { folder: string; endpoint: string; isCached: boolean },
): Promise<Start> => {
  const at = join(folder, name);
  const memoryMb = name === REFERENCE ? 1024 : functions[name].memoryMb;
  const said = await told(
    [...lambdaFlags(memoryMb), "-e", START, join(at, "index.cjs"), eventOf(FIRST[name] ?? NOWHERE)],
    {
      ...SURROUNDINGS,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "bench",
      AWS_SECRET_ACCESS_KEY: "bench",
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      ...(isCached && { ...COMPILE_CACHE, NODE_COMPILE_CACHE: join(at, "compile-cache") }),
    },
  );
  const [loadMs, answeredMs, status] = JSON.parse(said.slice(said.lastIndexOf("\n") + 1));
  if (!(status < 500)) throw new Error(`${name} answers ${status}: ${said}`);
  return { loadMs, answeredMs };
};

const sizeOf = (folder: string): number =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".cjs"))
    .reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);

/** How functions start in a process of their own, under Lambda's flags: loaded, loaded with a compile cache, and until the first answer. */
export const coldSection = ({ rounds }: Options): Promise<Section> =>
  inScratch((scratch) =>
    withEmptyDatabase(async (endpoint) => {
      const folder = join(scratch, "dist");
      await bundle(folder);
      layLetters(join(folder, "documents"));
      await layNative(join(folder, "arrivals"), process.arch === "arm64" ? "arm64" : "x64");
      await bundleReference(folder);
      const names: readonly Name[] = [REFERENCE, ...functionNames];
      const start = (name: Name, isCached: boolean) => () => startOf(name, { folder, endpoint, isCached });
      const contend = (isCached: boolean) =>
        interleaved<Start, Record<string, () => Promise<Start>>>(
          rounds,
          Object.fromEntries(names.map((name) => [name, start(name, isCached)])),
        );
      const bare = await contend(false);
      for (const name of names)
        await compileAhead(join(folder, name), name === REFERENCE ? 1024 : functions[name].memoryMb);
      const cached = await contend(true);
      /** Held against the reference in the same round: what else the machine does then meets both. */
      const ratio = (
        rounds: Readonly<Record<string, readonly Start[]>>,
        name: Name,
        what: keyof Start,
      ): string =>
        times(
          median(
            (rounds[name] ?? []).map(
              (start, n) => start[what] / (rounds[REFERENCE]?.[n]?.[what] ?? Number.NaN),
            ),
          ),
        );
      const of = (name: Name) => ({
        loadMs: median((bare[name] ?? []).map(({ loadMs }) => loadMs)),
        cachedMs: median((cached[name] ?? []).map(({ loadMs }) => loadMs)),
        answeredMs: median((bare[name] ?? []).map(({ answeredMs }) => answeredMs)),
      });
      const figures = ({ loadMs, cachedMs, answeredMs }: ReturnType<typeof of>): string =>
        `${ms(loadMs)}, cached ${ms(cachedMs)}, answered ${ms(answeredMs)}`;
      const reference = of(REFERENCE);
      return {
        title:
          "Cold start: a function's code in a new process (CPU time): loaded, loaded with a compile cache, and until its first answer",
        rows: functionNames.map((name) => {
          const one = of(name);
          return {
            what: name,
            median: `${figures(one)}; ${kilobytes(sizeOf(join(folder, name)))}`,
            reference: "a function that only imports the DynamoDB client, and reads once",
            referenceMedian: figures(reference),
            ratio: `${ratio(bare, name, "loadMs")}, cached ${ratio(cached, name, "loadMs")}, answered ${ratio(bare, name, "answeredMs")}`,
          };
        }),
      };
    }),
  );
