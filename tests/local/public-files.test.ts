import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "../../shared/platform/aws-limits.ts";
import { countTestVote, openTestVote, signAndPublish, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";

/** A package of a city of a million: a function could not hand it on, not even without base64. */
const LARGE = randomBytes(LIMITS.answer.most + 1);

let place: Place;
let api: string;
/** Where the package of the published version is. */
let path: string;
/** Where a package was begun and its end was never written. */
const unfinished = new Set<string>();

/** Breaks a publication off twice: while a file of the package is read, and when all is written but the end. */
const cutShort = (): (() => void) => {
  const { files } = place.deps;
  const { get, begin } = files;
  let [isRead, isEnded] = [false, false];
  Object.assign(files, {
    get: async (...[asked, part]: Parameters<typeof get>) => {
      if (part === undefined || !asked.endsWith("leaves.txt") || isRead) return get(asked, part);
      isRead = true;
      throw new Error("cut short while it is read");
    },
    begin: async (...[asked, type]: Parameters<typeof begin>) => {
      const file = await begin(asked, type);
      if (!asked.endsWith(".zip")) return file;
      unfinished.add(`/${asked}`);
      return {
        ...file,
        close: async () => {
          if (!isEnded) {
            isEnded = true;
            throw new Error("cut short before its end");
          }
          await file.close();
          unfinished.delete(`/${asked}`);
        },
      };
    },
  });
  return () => Object.assign(files, { get, begin });
};

beforeAll(async () => {
  place = await openPlace();
  const city = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000, 10_000] } },
    voters: 2,
  });
  api = `/v1/cycles/${city.cycleId}/results`;
  await vote(place, city.cycleId, 0, [{ pool: "L13", points: { [city.projects.L13?.[0] ?? ""]: 3 } }]);
  const early = await place.call(`GET ${api}/package.zip`);
  expect([early.status, early.body.code]).toEqual([404, "results/not-published"]);
  const { count } = await countTestVote(place, city);
  const mended = cutShort();
  await signAndPublish(place, city.cycleId, count.digest);
  expect((await place.call(`GET ${api}`)).status).toBe(404);
  await place.clock.moveTo((now) => now + 60_000);
  mended();
  path = (await place.call(`GET ${api}/package.zip`)).headers.get("location") ?? "";
});
afterAll(() => place?.close());

const bytesAt = async (where: string, init?: RequestInit) => {
  const reply = await fetch(`${place.url}${where}`, init);
  return { reply, bytes: Buffer.from(await reply.arrayBuffer()) };
};

test("a published file leads to a path of its version, that nobody guesses", async () => {
  const { status, headers } = await place.call(`GET ${api}/package.zip`);
  expect([status, headers.get("cache-control")]).toEqual([302, expect.stringContaining("s-maxage=60")]);
  expect(path).toMatch(/^\/cycles\/[\w-]+\/results\/1-[0-9a-f]{32}\/package\.zip$/);
  const { reply, bytes } = await bytesAt(`${api}/L13.pb`);
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(reply.headers.get("cache-control")).toContain("immutable");
  expect(bytes.toString()).toMatch(/^META\n/);
  expect((await place.call(`GET ${api}/M.pb`)).status).toBe(404);
});

test("a publication that was cut short is done again elsewhere; nobody sees what it left", async () => {
  expect(unfinished.size).toBe(2);
  expect(unfinished.has(path)).toBe(false);
  for (const left of unfinished)
    expect([left, (await fetch(`${place.url}${left}`)).status]).toEqual([left, 404]);
});

test("what is larger than a function may answer is delivered whole, in parts, and once", async () => {
  await place.deps.files.put(path.slice(1), LARGE, "application/zip");
  const { reply, bytes } = await bytesAt(`${api}/package.zip`);
  expect(reply.status).toBe(200);
  expect(bytes.equals(LARGE)).toBe(true);
  const etag = reply.headers.get("etag") ?? "";
  const halves = await Promise.all(
    [`bytes=0-${LIMITS.body.most / 4 - 1}`, `bytes=${LIMITS.body.most / 4}-`].map((range) =>
      bytesAt(path, { headers: { range, "if-range": etag } }),
    ),
  );
  expect(halves.map(({ reply: { status } }) => status)).toEqual([206, 206]);
  expect(Buffer.concat(halves.map((half) => half.bytes)).equals(LARGE)).toBe(true);
  const last = await bytesAt(path, { headers: { range: "bytes=-10" } });
  expect(last.reply.headers.get("content-range")).toBe(
    `bytes ${LARGE.length - 10}-${LARGE.length - 1}/${LARGE.length}`,
  );
  expect(last.bytes.equals(LARGE.subarray(-10))).toBe(true);
  expect((await bytesAt(path, { headers: { range: `bytes=${LARGE.length}-` } })).reply.status).toBe(416);
  expect((await bytesAt(path, { headers: { "if-none-match": etag } })).reply.status).toBe(304);
  const head = await bytesAt(path, { method: "HEAD" });
  expect([head.reply.headers.get("content-length"), head.bytes.length]).toEqual([String(LARGE.length), 0]);
});

test("no other file has an address: not what the count keeps, and nothing beside it", async () => {
  const folder = path.slice(0, path.lastIndexOf("/"));
  for (const other of [
    `${folder}/nothing.zip`,
    `${folder}/..%2f..%2fcounts/leaves.txt`,
    path.replace("/results/", "/counts/"),
    path.replace(/1-[0-9a-f]+/, "1"),
  ])
    expect([other, (await bytesAt(other)).reply.status]).toEqual([other, 404]);
  expect((await place.call(`POST ${path}`)).status).toBe(404);
});
