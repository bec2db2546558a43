/** Whoever guesses is bounded, and the person whose name they use still votes. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wordsOf } from "../../shared/words/words.ts";
import { seed } from "../kit/chance.ts";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { useUpAddress, useUpFirstTries, useUpTries } from "../kit/used-up.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";

/** As Katowice has it: a person at a network, a connection. */
const [PERSON, ADDRESS] = [6, 60];

let place: Place;
let vote: TestVote;
let voters = 0;
beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 60,
  });
});
afterAll(() => place?.close());

const sessions = () => `POST /v1/cycles/${vote.cycleId}/voter-sessions`;
const identify = (ip: string, body: object) =>
  place.call(sessions(), { headers: { "x-forwarded-for": ip }, body });

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const wordsAt = async (language: "pl" | "en" | "uk") => (await wordsOf(language)).voting;

let guesses = 0;
const guess = (ip: string, n: number, email = `zgaduje-${guesses}@example.com`) =>
  identify(ip, {
    pesel: peselOf(n),
    mothersMaidenName: `Zgadywana${guesses++ % 26}`.replace(/\d/g, "a"),
    email,
  });

/** Up to a session that is let in; the statuses on the way. */
const enter = async (ip: string, n: number): Promise<number[]> => {
  const opened = await identify(ip, identityOf(n));
  if (opened.status !== 202) return [opened.status];
  const { session } = opened.body;
  const { status } = await place.call(`${sessions()}/${session}/code`, {
    headers: { "x-forwarded-for": ip },
    body: { code: await codeFor(place, session) },
  });
  return [opened.status, status];
};

test("twenty-four wrong tries from four networks, and whose number it was gets in: elsewhere, and from any of the four", async () => {
  for (const who of [voters++, voters++]) {
    const networks = [1, 2, 3, 4].map((net) => `81.${who}.${net}.7`);
    for (const ip of networks) {
      const email = "jeden@example.com";
      expect((await guess(ip, who, email)).status).toBe(202);
      const more = { cycleId: vote.cycleId, pesel: peselOf(who), email, ip };
      expect(await useUpTries(place, more)).toBe(PERSON - 1);
    }
    const home = who % 2 === 0 ? `46.${who}.9.7` : (networks[2] ?? "");
    expect(await enter(home, who)).toEqual([202, 200]);
  }
});

test("a right proof uses up nothing of what may be wrong", async () => {
  const [who, ip] = [voters++, "83.5.1.7"];
  for (let n = 0; n < 2 * PERSON; n++) {
    const { status } = await identify(ip, { ...identityOf(who), email: `kolejny-${n}@example.com` });
    expect(status).toBe(202);
  }
  // Twelve codes in a day are enough, right or wrong, and the answer is the same.
  const refused = [
    await identify(ip, { ...identityOf(who), email: "nowy@example.com" }),
    await guess(ip, who),
  ];
  expect(refused.map(({ status }) => status)).toEqual([429, 429]);
});

test("sixty wrong tries behind a carrier's address, and its neighbours get through after a short wait", async () => {
  const ip = "31.0.5.5";
  const guesser = { cycleId: vote.cycleId, pesel: peselOf(100), email: "z@example.com", ip };
  expect(await useUpAddress(place, guesser)).toBeGreaterThanOrEqual(ADDRESS);
  const [right, wrong] = [await identify(ip, identityOf(voters)), await guess(ip, 130)];
  // An empty bucket answers the same, so that it does not tell who is right.
  expect([right.status, right.body.code]).toEqual([wrong.status, wrong.body.code]);
  expect(right.status).toBe(429);
  const seconds = Number(right.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(15);
  await place.clock.moveTo((now) => now + seconds * 1000);
  // One token is enough for all of them: none of them is wrong.
  for (let n = 0; n < 6; n++) expect(await enter(ip, voters++)).toEqual([202, 200]);
});

test("the page of a short wait carries all that was typed, in no address, and is taken when it is sent once more", async () => {
  const ip = "31.0.6.6";
  const guesser = { cycleId: vote.cycleId, pesel: peselOf(101), email: "z@example.com", ip };
  await useUpAddress(place, guesser);
  const page = `POST /glosuj/${vote.cycleId}`;
  const headers = { "x-forwarded-for": ip };
  const typed = { ...identityOf(voters++), note: `O'Hara <b> & "x"\nkoniec` };
  const waits = await place.call(page, { headers, form: typed });
  const seconds = Number(waits.headers.get("retry-after"));
  expect([waits.status, seconds <= 15, waits.headers.get("location")]).toEqual([429, true, null]);
  expect(waits.headers.get("cache-control")).toContain("no-store");
  // Whoever waits may have tried once: the others are named, not blamed on them.
  expect(waits.text).toContain("<h1>Poczekaj chwilę</h1>");
  expect(waits.text).toMatch(/Poczekaj \d+\u00a0sekund[ęy]? i wyślij jeszcze raz/);
  expect(waits.text).toContain("Wyślij jeszcze raz");
  const [form = ""] =
    /<form action="\/glosuj\/cyc_[^?]*" method="post"[\s\S]*?<\/form>/.exec(waits.text) ?? [];
  const kept = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, unescaped(value)],
  );
  expect(Object.fromEntries(kept)).toEqual(typed);
  await place.clock.moveTo((now) => now + seconds * 1000);
  const again = await place.call(page, { headers, form: Object.fromEntries(kept) });
  expect([again.status, again.headers.get("location")]).toEqual([303, `/glosuj/${vote.cycleId}/kod`]);
});

test("whoever is turned away is told of the ways that this edition has, in each language", async () => {
  const ip = "31.0.7.7";
  await useUpAddress(place, { cycleId: vote.cycleId, pesel: peselOf(102), email: "z@example.com", ip });
  const said = [];
  for (const [language, prefix] of [
    ["pl", ""],
    ["en", "/en"],
    ["uk", "/uk"],
  ] as const) {
    const headers = { "x-forwarded-for": ip, "accept-language": language };
    const asked = await place.call(sessions(), { headers, body: identityOf(voters) });
    const page = await place.call(`POST ${prefix}/glosuj/${vote.cycleId}`, {
      headers,
      form: identityOf(voters),
    });
    expect([asked.status, page.status]).toEqual([429, 429]);
    const { otherWays } = await wordsAt(language);
    for (const text of [asked.text, page.text]) {
      expect(text).toContain(otherWays.paper);
      expect(text.includes(otherWays.eid)).toBe(false);
      expect(text.includes(otherWays.point)).toBe(false);
    }
    said.push(asked.body.detail);
  }
  expect(new Set(said).size).toBe(3);
});

test("a wrong code closes its own session, and no connection", async () => {
  const [who, ip] = [voters++, "83.6.1.7"];
  const { session } = (await identify(ip, identityOf(who))).body;
  const answers = [];
  for (let n = 0; n < 7; n++) {
    const { status, body } = await place.call(`${sessions()}/${session}/code`, { body: { code: "x" } });
    answers.push([status, body.code]);
  }
  expect(answers).toEqual(answers.map(() => [422, "voting/code"]));
  const late = await place.call(`${sessions()}/${session}/code`, {
    body: { code: await codeFor(place, session) },
  });
  expect(late.status).toBe(422);
  expect(await enter(ip, voters++)).toEqual([202, 200]);
});

test("who guesses with the source in hand gets no more guesses than these, however they come", async () => {
  const net = fc.record({
    mailboxes: fc.integer({ min: 1, max: 5 }),
    addresses: fc.integer({ min: 1, max: 4 }),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(net, { minLength: 1, maxLength: 5 }), async (networks) => {
      const pesel = peselOf(5000 + run++);
      let heard = 0;
      for (const [index, { mailboxes, addresses }] of networks.entries()) {
        let here = 0;
        for (let n = 0; n < mailboxes * addresses; n++) {
          const whom = {
            cycleId: vote.cycleId,
            pesel,
            email: `z${index}-${n % mailboxes}@example.com`,
            ip: `80.${run % 200}.${index}.${1 + (n % addresses)}`,
          };
          here += (await useUpTries(place, whom)) + (await useUpFirstTries(place, whom));
        }
        expect(here).toBe(PERSON + 3);
        heard += here;
      }
      expect(heard).toBe(networks.length * (PERSON + 3));
    }),
    { numRuns: 5, seed },
  );
});

const lettersTo = async (email: string) => {
  await place.settle();
  return place.mailbox.mails("0", email);
};

test("who is not found is told how to go on, in the same words whatever did not match, and nobody's mailbox is filled", async () => {
  const [who, ip] = [voters++, "83.7.1.7"];
  const wrongName = { pesel: peselOf(who), mothersMaidenName: "Kowalska", email: "literowka@example.com" };
  const noSuchPerson = { ...identityOf(4000), email: "obcy@example.com" };
  const texts = [];
  for (const body of [wrongName, noSuchPerson]) {
    const answers = [await identify(ip, body), await identify(ip, body), await identify(ip, body)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const letters = await lettersTo(body.email);
    expect(letters).toHaveLength(2);
    texts.push(
      letters
        .map(({ subject, text }) => `${subject}\n${text}`)
        .join("\n")
        .replaceAll(/[\w-]+@example\.com/g, ""),
    );
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toContain("Złóż oświadczenie");
  expect(texts[0]).not.toContain(peselOf(who));
  // The code comes all the same to a mailbox that has had its advice.
  expect((await identify(ip, { ...identityOf(who), email: wrongName.email })).status).toBe(202);
  expect((await lettersTo(wrongName.email)).map(({ subject }) => subject.startsWith("Kod"))).toEqual([
    false,
    false,
    true,
  ]);
});

test("what is read and written is the same, right or wrong, with advice left or none", async () => {
  const ip = "83.8.1.7";
  const { client } = place.deps.store.table;
  let commands: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        const { input } = args as { input: { TransactItems?: unknown[]; Key?: unknown } };
        // Not the edition, which is read anew from time to time, whoever asks.
        if (JSON.stringify(input.Key)?.includes('"CYCLES"')) return next(args);
        commands.push(`${commandName} ${input.TransactItems?.length ?? ""}`);
        return next(args);
      },
    { step: "initialize", name: "commands" },
  );
  const seen = [];
  const right = voters++;
  for (const body of [
    identityOf(right),
    { ...identityOf(right), mothersMaidenName: "Kowalska" },
    { ...identityOf(4001), email: "inny-obcy@example.com" },
  ]) {
    await place.settle();
    commands = [];
    await identify(ip, body);
    seen.push(commands.slice(0, 12).filter((one) => !one.startsWith("Query")));
  }
  client.middlewareStack.remove("commands");
  expect(seen[1]?.slice(0, 8)).toEqual(seen[0]?.slice(0, 8));
  expect(seen[2]?.slice(0, 8)).toEqual(seen[0]?.slice(0, 8));
});
