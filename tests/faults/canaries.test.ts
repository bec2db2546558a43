import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPesel } from "../../shared/domain/voting/pesel.ts";
import { askForPlace, callMeeting, signUp } from "../api/meeting-parts.ts";
import { runs } from "../kit/chance.ts";
import { countTestVote, openTestVote, peselOf, signAndPublish, type TestVote } from "../kit/city.ts";
import { keepLogs } from "../kit/logged.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openCall, propose } from "../kit/proposals.ts";
import { importRoll } from "../kit/roll.ts";
import { codeFor } from "../kit/voting-city.ts";
import { inLanes } from "./faulty-place.ts";

/** People who do everything that a resident can, and who may be found nowhere but where they have to be. */
const PEOPLE = Math.min(500, Math.max(16, runs(16) / 100));

interface Canary {
  readonly pesel: string;
  readonly name: string;
  readonly mothersMaidenName: string;
  readonly email: string;
  readonly ip: string;
}

/** A number in letters, since names have none. */
const letters = (n: number): string =>
  [...String(n).padStart(3, "0")].map((digit) => "abcdefghij"[Number(digit)]).join("");

const canary = (n: number): Canary => ({
  pesel: peselOf(n),
  name: `Zuzanna Kanarek${letters(n)}`,
  mothersMaidenName: `Czyżyk${letters(n)}`,
  email: `kanarek.${letters(n)}@ptaki.example`,
  ip: `100.20.${n >> 8}.${n & 255}`,
});

const people = Array.from({ length: PEOPLE }, (_, n) => canary(n));

/** What may be found of a person, in small letters; addresses in an outer form too, as they stand in links. */
const factsOf = ({ pesel, name, mothersMaidenName, email, ip }: Canary): string[] =>
  [pesel, name.split(" ")[1] ?? name, mothersMaidenName, email, encodeURIComponent(email), ip].map((fact) =>
    fact.toLowerCase(),
  );

const hitsIn = (text: string, of: readonly Canary[] = people): string[] => {
  const small = text.toLowerCase();
  return of.flatMap((one) => factsOf(one).filter((fact) => small.includes(fact)));
};

/** Numbers that are a PESEL, and addresses that are not the city's own or a schema's example. */
const shapesIn = (text: string): string[] => [
  ...(text.match(/(?<!\d)\d{11}(?!\d)/g) ?? []).filter(isPesel),
  ...(text.match(/[\w.+-]+@ptaki\.example/g) ?? []),
];

let folder: string;
let place: Place;
let vote: TestVote;
let callId: string;
let meetingId: string;
const logged = keepLogs(process.stderr);
/** Where answers led to, and what they left in a browser. */
const wires: string[] = [];

const call: Place["call"] = async (route, asked) => {
  const answer = await place.call(route, asked);
  wires.push(answer.headers.get("location") ?? "", answer.headers.getSetCookie().join("\n"));
  return answer;
};

/** A person votes, after mistakes of the kind that end in logs; and signs up for a meeting. */
const live = async (one: Canary): Promise<void> => {
  const at = `/v1/cycles/${vote.cycleId}`;
  const headers = { "x-forwarded-for": one.ip };
  const { pesel, mothersMaidenName, email, name } = one;
  const identity = { pesel, mothersMaidenName, email };
  await call(`POST ${at}/voter-sessions`, { headers, body: { ...identity, [email]: pesel } });
  await call(`POST ${at}/voter-sessions`, { headers, body: `${pesel};${mothersMaidenName}` });
  await call(`POST /glosuj/${vote.cycleId}`, { headers, form: { ...identity, pesel: `${pesel}0` } });
  const { body } = await call(`POST ${at}/voter-sessions`, { headers, body: identity });
  await call(`POST ${at}/voter-sessions/${body.session}/code`, { headers, body: { code: pesel } });
  const confirmed = await call(`POST ${at}/voter-sessions/${body.session}/code`, {
    headers,
    body: { code: await codeFor(place, body.session) },
  });
  const [project = ""] = vote.projects.M ?? [];
  const cast = (points: object) =>
    call(`POST ${at}/ballots`, {
      headers,
      token: confirmed.body.token,
      key: newKey(),
      body: { sections: [{ pool: "M", points }] },
    });
  await cast({ [email]: 1 });
  expect((await cast({ [project]: 1 })).status).toBe(201);
  expect((await askForPlace({ ...place, call }, meetingId, 0, { name, email })).status).toBe(202);
  expect((await signUp({ ...place, call }, meetingId, 0, { name, email })).status).toBe(201);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-canaries-"));
  place = await openPlace({ folder });
  callId = await openCall(place);
  meetingId = (await callMeeting(place, { capacity: 10 })).body.id;
  const rows = people.map(({ pesel, mothersMaidenName }) => `${pesel};${mothersMaidenName};L13`);
  vote = await openTestVote(place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000] },
    },
    voters: 1,
    prepare: async ({ cycleId }, token) => {
      // A roll with a fault first: it is told by its line, and not by what stands there.
      const roll = (more: string) => `pesel;mothers_maiden_name;district\n${rows.join("\n")}\n${more}`;
      const faulty = await call(`POST /v1/staff/cycles/${cycleId}/roll`, {
        token,
        body: roll(`${rows[0]}\n`),
      });
      expect([faulty.status, hitsIn(faulty.text)]).toEqual([422, []]);
      await importRoll(place, cycleId, roll(""));
    },
  });
  await inLanes(people, 6, live);
  for (const { name, email } of people.slice(0, 5))
    await propose(place, callId, {
      title: `Drzewo przy szkole ${letters(1)}`,
      author: { name, email, isNamePublic: false },
    });
  await place.settle();
  const { count } = await countTestVote(place, vote);
  expect([count.markers, count.ballots]).toEqual([PEOPLE, PEOPLE]);
  await signAndPublish(place, vote.cycleId, count.digest);
}, 3_600_000);
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test("nobody is in the log, whatever went wrong", () => {
  const log = logged.join("");
  expect(log).toContain('"event"');
  expect([hitsIn(log), shapesIn(log)]).toEqual([[], []]);
});

test("a letter is about nobody but its reader", () => {
  const mails = place.letters();
  expect(mails.length).toBeGreaterThanOrEqual(2 * PEOPLE);
  const readers = new Set(mails.map(({ to }) => to));
  expect(people.filter(({ email }) => !readers.has(email))).toEqual([]);
  for (const mail of mails) {
    const others = people.filter(({ email }) => email !== mail.to);
    expect(hitsIn(JSON.stringify(mail), others)).toEqual([]);
    const own = people.find(({ email }) => email === mail.to);
    const secret = own ? [own.pesel, own.mothersMaidenName.toLowerCase(), own.ip] : [];
    expect(secret.filter((fact) => JSON.stringify(mail).toLowerCase().includes(fact))).toEqual([]);
  }
});

test("no address of a page or a mailed link says who somebody is, and no cookie does", () => {
  const links = place
    .letters()
    .flatMap(({ text, html }) => `${text} ${html}`.match(/https?:\/\/[^\s"<>]+/g) ?? []);
  expect(links.length).toBeGreaterThan(PEOPLE);
  const all = [...wires, ...links].join("\n");
  expect([hitsIn(all), shapesIn(all)]).toEqual([[], []]);
});

test("nothing that is published names them", async () => {
  const at = `/v1/cycles/${vote.cycleId}`;
  const results = [`${at}/results`, `${at}/results.csv`, `${at}/results/M.pb`, `${at}/results/L13.pb`];
  const lists = ["", "/projects", "/projects.csv", "/projects.geojson"].flatMap((list) => [
    at + list,
    `/v1/cycles/${callId}${list}`,
  ]);
  const pages = [
    "/",
    "/projekty",
    "/wyniki",
    `/wyniki/${vote.cycleId}`,
    "/spotkania",
    `/spotkania/${meetingId}`,
    "/glosuj",
  ];
  const rest = ["/v1/meetings", `/v1/meetings/${meetingId}`, "/v1/consultations", "/v1/cycles"];
  for (const path of [...results, ...lists, ...pages, ...rest]) {
    const reply = await fetch(`${place.url}${path}`);
    const [status, text] = [reply.status, await reply.text()];
    expect([path, status, hitsIn(text), shapesIn(text)]).toEqual([path, 200, [], []]);
  }
  const zip = new Uint8Array(await (await fetch(`${place.url}${at}/results/package.zip`)).arrayBuffer());
  const files = Object.entries(unzipSync(zip));
  expect(files.length).toBeGreaterThan(5);
  for (const [name, bytes] of files)
    expect([name, hitsIn(strFromU8(bytes)), shapesIn(strFromU8(bytes))]).toEqual([name, [], []]);
});

const filesIn = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesIn(join(at, one.name)) : [join(at, one.name)],
  );

test("the history of the state machine and every file but the mailbox's and the tables' know nobody", () => {
  const files = filesIn(folder).filter((file) => !/mail|dynamodb/.test(file));
  expect(files.some((file) => /workflow/.test(file))).toBe(true);
  for (const file of files) {
    const text = readFileSync(file).toString("latin1");
    expect([file, hitsIn(text), shapesIn(text)]).toEqual([file, [], []]);
  }
});

test("the tables hold no number, no surname of a mother, and no address on the internet", () => {
  const secrets = people.flatMap(({ pesel, mothersMaidenName, ip }) => [
    pesel,
    Buffer.from(mothersMaidenName).toString("latin1"),
    ip,
  ]);
  for (const file of filesIn(folder).filter((one) => /dynamodb/.test(one))) {
    const text = readFileSync(file).toString("latin1").toLowerCase();
    expect([file, secrets.filter((secret) => text.includes(secret.toLowerCase()))]).toEqual([file, []]);
  }
});
