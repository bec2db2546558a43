import { afterAll, beforeAll, expect, test } from "vitest";
import { pathTo } from "../../shared/domain/addresses.ts";
import { awaitedOf } from "../../shared/domain/cycle/awaited.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { LANGUAGES, type Language, pathIn } from "../../shared/domain/languages.ts";
import { milliseconds } from "../../shared/domain/time.ts";
import { registrationEnds } from "../../shared/domain/voting/paper.ts";
import type { TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { editionOf } from "./edition.ts";

let place: Place;
let city: TestVote;
let edition: ReturnType<typeof editionOf>;
beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  edition = editionOf(place, city);
}, 60_000);
afterAll(() => place.close());

const cycle = async () => {
  const found = await place.deps.store.cycles.get(city.cycleId as CycleId);
  if (!found) throw new Error("no cycle");
  return found;
};

/** What residents read of it where they vote and where the results will be, in a language. */
const residents = async (language: Language): Promise<string[]> => {
  const paths = [pathTo("vote"), pathTo("cycleResults", { cycleId: city.cycleId as CycleId })];
  return Promise.all(
    paths.map(async (path) => {
      const { status, text } = await place.call(`GET ${pathIn(language, path)}`);
      expect([status, faultsOfPage(text)]).toEqual([200, []]);
      return text;
    }),
  );
};

const office = async (language: Language): Promise<string> => {
  const { text } = await place.call(`GET ${pathIn(language, `/urzad/edycje/${city.cycleId}`)}`, {
    headers: { cookie: `staff=${await place.staff("coordinator")}` },
  });
  expect(faultsOfPage(text)).toEqual([]);
  return text;
};

const awaitsIn = (language: Language) => wordsOf(language).results.due.awaits;

const expectResidentsRead = async (sentence: (language: Language) => string): Promise<void> => {
  for (const language of LANGUAGES)
    for (const page of await residents(language)) expect(page).toContain(sentence(language));
};

test("after an early end with paper everybody reads what it waits for, until when, and whose click frees it", async () => {
  const clerks = clerksOf(place, city.cycleId);
  const batch = await clerks.register(1);
  const extension = pathTo("editionExtension", { cycleId: city.cycleId as CycleId });
  expect(await office("pl")).toContain(extension);
  // While people vote, a batch that is being keyed blocks nothing.
  const open = wordsOf("pl").blockers["open-batches"]({ what: "open-batches", count: 1 });
  expect(await office("pl")).not.toContain(open);
  await edition.ask("sealed");
  expect((await edition.agree("sealed")).status).toBe(202);
  await place.settle();
  await place.clock.moveTo((now) => now + 3_600_000);
  const ended = await cycle();
  expect(ended.phase).toBe("voting");
  const until = registrationEnds(entryOf(ended.calendar, "voting")?.endsAt ?? "", {
    registeredWithinDays: 2,
  });

  await expectResidentsRead((language) => awaitsIn(language).cards(until));
  for (const language of ["pl", "en"] as const) {
    const { editions, office: w, blockers } = wordsOf(language);
    const page = await office(language);
    expect(page).toContain(editions.next.unsealed.cards(until));
    expect(page).toContain(editions.next.unsealed.allIn(editions.actions.dalej));
    expect(page).not.toContain(extension);
    // The batch that is open, and who closes it.
    expect(page).toContain(
      `${blockers["open-batches"]({ what: "open-batches", count: 1 })} ${editions.next.clearedBy([w.roles.clerk])}`,
    );
  }

  await place.clock.moveTo((now) => Math.max(now, milliseconds(until)));
  await place.settle();
  await expectResidentsRead((language) => awaitsIn(language).batches);
  expect(await office("pl")).toContain(wordsOf("pl").editions.next.unsealed.batches);

  const sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 3 } }];
  for (const n of [0, 1]) await clerks.key(n, batch, 1, cardOf(1, sections));
  expect((await clerks.clerk(0, `POST /paper-batches/${batch}/closing`)).status).toBe(200);
  await place.settle();
  expect((await cycle()).phase).toBe("sealed");
  await expectResidentsRead((language) => awaitsIn(language).key);
  const sealed = await office("pl");
  expect(sealed).not.toContain(wordsOf("pl").editions.next.unsealed.batches);
  expect(sealed).toContain(wordsOf("pl").editions.next.clearedBy(["komisja"]));

  await edition.handOver();
  await place.settle();
  expect((await cycle()).phase).toBe("counting");
  await expectResidentsRead((language) => awaitsIn(language).count);
}, 60_000);

test("a vote without paper waits for nobody in its last minute, and an open one for nothing", () => {
  const [startsAt, before, endsAt] = [
    "2027-09-01T00:00:00.000Z",
    "2027-09-13T00:00:00.000Z",
    "2027-09-14T00:00:00.000Z",
  ];
  const calendar = [{ name: "voting" as const, startsAt, endsAt }];
  const paper = { registeredWithinDays: 2 };
  expect(awaitedOf({ phase: "voting", calendar }, endsAt)).toBeUndefined();
  expect(awaitedOf({ phase: "voting", calendar, ruleSet: { paper } }, before)).toBeUndefined();
  expect(awaitedOf({ phase: "voting", calendar, ruleSet: { paper } }, endsAt)?.what).toBe("cards");
});
