import { afterAll, beforeAll, expect } from "vitest";
import { proofOf } from "../../infra/keys/prove.ts";
import { localTime } from "../../shared/domain/local-time.ts";
import { instant } from "../../shared/domain/time.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { rollOf, vote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterProjects } from "../kit/projects.ts";
import { hiddenFields, type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { HOUR } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { describe, test } = inTurn();

/** One edition, from the form of its coordinator to the signatures of two members of the commission, on pages alone. */

/** Enough for one project of the district to reach the minimum of points, and not for the other. */
const VOTERS = 24;

let place: Place;
let coordinator: StepVisitor;
let first: StepVisitor;
let second: StepVisitor;
let auditor: StepVisitor;
let edition = "";
const projects: Record<string, string[]> = {};
const keys = { ballots: "", links: "", privateKey: "", linkKey: "" };

beforeAll(async () => {
  place = await openPlace();
  coordinator = stepVisitor(place);
  first = stepVisitor(place);
  second = stepVisitor(place);
  auditor = stepVisitor(place);
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  Object.assign(keys, {
    ballots: ballots.publicKey,
    links: links.publicKey,
    privateKey: ballots.privateKey,
    linkKey: links.privateKey,
  });
  await signAllIn();
});
afterAll(() => place?.close());

/** Sessions last an hour, and the clock of these tests moves by hours. */
const signAllIn = async (): Promise<void> => {
  await coordinator.signIn("coordinator");
  await first.signIn("commission", 0);
  await second.signIn("commission", 1);
  await auditor.signIn("auditor");
};

const at = (hours: number): string => localTime(instant(place.clock.now() + hours * HOUR));

const phase = async (): Promise<string> =>
  (await place.call(`GET /v1/cycles/${edition.split("/").at(-1)}`)).body.phase;

/** A page of this edition, whole and labelled. */
/** The first act that waits for a second person, of those that a page lists. */
const pathIn = (text: string): string => /\/urzad\/sprawy\/pnd_\w+/.exec(text)?.[0] ?? "";

const page = async (who: StepVisitor, more = ""): Promise<string> => {
  const { status, text } = await who.go(`GET ${edition}${more}`);
  expect(status).toBe(200);
  expect(faultsOfPage(text)).toEqual([]);
  return text;
};

describe("an edition that a coordinator opens", () => {
  const form = {
    ruleSet: "katowice-xii",
    name: "Budżet Obywatelski <Katowice>",
    "amount-L13": "120 000,50",
    "amount-M": "200000",
  };
  let key = "";

  test("starts from a form with the pools of its rules", async () => {
    const { status, text } = await coordinator.go("GET /urzad/edycje/nowa?rules=katowice-xii");
    expect(status).toBe(200);
    expect(faultsOfPage(text)).toEqual([]);
    expect(text).toContain("L13 Bogucice");
    key = hiddenFields(text, "/urzad/edycje/nowa").key ?? "";
    expect(key.length).toBeGreaterThan(20);
  });

  test.each([
    [
      "a time that is none",
      { "start-voting": "2027-09-31 10:00", "end-voting": "x" },
      "Wpisz datę i godzinę",
    ],
    [
      "an hour that the clocks skip",
      { "start-voting": "2027-03-28 02:30", "end-voting": "2027-03-29 24:00" },
      "Taka godzina nie istnieje",
    ],
    [
      "an hour that comes twice",
      { "start-voting": "2027-10-31 02:30", "end-voting": "2027-11-01 24:00" },
      "Taka godzina wypada dwa razy",
    ],
    [
      "an end before the start",
      { "start-voting": "2027-09-10 10:00", "end-voting": "2027-09-09 10:00" },
      "musi kończyć się",
    ],
    ["a start without an end", { "start-voting": "2027-09-10 10:00" }, "Podaj początek i koniec"],
    ["no dates", {}, "Podaj daty co najmniej jednego etapu"],
    ["an amount that is none", { "amount-M": "sto tysięcy" }, "Wpisz kwotę w złotych"],
    ["an amount beyond measure", { "amount-M": "999999999999" }, "Wpisz kwotę w złotych"],
  ])("is not opened with %s: the field says why, and keeps what was typed", async (_what, wrong, says) => {
    const answer = await coordinator.go("POST /urzad/edycje/nowa", { form: { ...form, ...wrong, key } });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(says);
    expect(answer.text).toContain("<title>Błąd: ");
    expect(answer.text).toContain('value="Budżet Obywatelski &lt;Katowice&gt;"');
    expect(faultsOfPage(answer.text)).toEqual([]);
  });

  test("is shown once more, and opened once however often it is sent", async () => {
    const dated = { ...form, key, "start-voting": at(2), "end-voting": at(4) };
    const check = await coordinator.go("POST /urzad/edycje/nowa", { form: dated });
    expect(check.status).toBe(200);
    expect(check.text).toContain("120 000,50");
    expect(faultsOfPage(check.text)).toEqual([]);
    const fields = { ...hiddenFields(check.text, "/urzad/edycje/nowa"), confirmed: "yes" };
    const made = await coordinator.go("POST /urzad/edycje/nowa", { form: fields });
    const again = await coordinator.go("POST /urzad/edycje/nowa", { form: fields });
    expect(made.status).toBe(303);
    edition = coordinator.locationOf(made);
    expect(coordinator.locationOf(again)).toBe(edition);
    expect((await coordinator.go("GET /urzad/edycje")).text.split("<tr").length).toBe(3);
  });

  test("has a page that says what is next and what blocks it", async () => {
    const text = await page(coordinator);
    expect(text).toContain("Na liście do głosowania nie ma żadnego projektu.");
    expect(text).toContain('aria-current="step"');
    expect(text).toContain("Dziś: ");
    expect(text).toContain("Utworzono edycję.");
    const english = await coordinator.go(`GET /en${edition}`);
    expect(english.text).toContain("There is no project on the ballot.");
    expect(faultsOfPage(english.text)).toEqual([]);
  });

  test("lets nobody go on past what blocks it", async () => {
    expect(await page(coordinator, "/dalej")).toContain("Na razie nie da się przejść dalej");
    const form_ = { to: "ballot-frozen", reason: "Już czas", number: "XII" };
    const refused = await coordinator.go(`POST ${edition}/dalej`, { form: form_ });
    expect(refused.status).toBe(409);
    expect(await phase()).toBe("draft");
  });
});

describe("before the vote", () => {
  test("the roll is pasted; faulty rows are listed, and nothing of it is shown again", async () => {
    expect(await page(coordinator, "/spis")).toContain("mothers_maiden_name");
    const faulty = await coordinator.go(`POST ${edition}/spis`, {
      form: { roll: `${rollOf(2)}12345678901;Nowak;L13\n` },
    });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain("Wiersz 4");
    expect(faulty.text).not.toContain("12345678901");
    expect(faultsOfPage(faulty.text)).toEqual([]);
    const pasted = await coordinator.go(`POST ${edition}/spis`, { form: { roll: rollOf(VOTERS) } });
    expect(pasted.status).toBe(303);
    await place.call(`POST /v1/staff/cycles/${edition.split("/").at(-1)}/roll/acceptance`, {
      token: await place.staff("coordinator", 1),
    });
    expect(await page(coordinator)).toContain("Spis jest wczytany: 24 osoby.");
  });

  test("two members of the commission bring a key each, prove to have it, and accept the other's", async () => {
    const path = `${edition}/klucze`;
    const pasted = JSON.stringify({ ballots: keys.ballots, links: keys.links });
    const bring = async (who: StepVisitor, purpose: "ballots" | "links", privateKey: string) => {
      expect(faultsOfPage(await page(who, "/klucze"))).toEqual([]);
      const check = await who.go(`POST ${path}`, { form: { purpose, publicKey: pasted } });
      expect(check.text).toMatch(/<code>(?:[0-9a-f]{4} ){7}[0-9a-f]{4}<\/code>/);
      expect(faultsOfPage(check.text)).toEqual([]);
      const challenge = /prove DIR (\S+)<\/code>/.exec(check.text)?.[1] ?? "";
      const fields = hiddenFields(check.text, path);
      return who.go(`POST ${path}`, { form: { ...fields, proof: await proofOf(challenge, privateKey) } });
    };
    const accept = async (who: StepVisitor) => {
      const waits = pathIn((await who.go("GET /urzad")).text);
      expect((await who.go(`POST ${waits}`, { form: { act: "accept" } })).status).toBe(303);
    };
    const check = await first.go(`POST ${path}`, { form: { purpose: "ballots", publicKey: pasted } });
    const typed = { ...hiddenFields(check.text, path), proof: "nic" };
    const wrong = await first.go(`POST ${path}`, { form: typed });
    expect([wrong.status, wrong.text.includes('id="proof-fault"')]).toEqual([422, true]);
    expect(faultsOfPage(wrong.text)).toEqual([]);
    expect((await bring(first, "ballots", keys.privateKey)).status).toBe(303);
    await accept(second);
    expect((await bring(first, "links", keys.linkKey)).status).toBe(403);
    expect((await bring(second, "links", keys.linkKey)).status).toBe(303);
    await accept(first);
    expect(await page(auditor)).toContain("Klucze publiczne komisji są zapisane.");
  });

  test("dates are checked before they are changed, and another's change in between is not lost", async () => {
    const path = `${edition}/daty/voting`;
    const seen = hiddenFields(await page(coordinator, "/daty/voting"), path);
    const change = { ...seen, startsAt: at(2), endsAt: at(6), reason: "Prośba rady dzielnicy" };
    const check = await coordinator.go(`POST ${path}`, { form: change });
    expect(check.text).toContain("Czy zmienić daty etapu");
    expect(faultsOfPage(check.text)).toEqual([]);
    const fields = { ...hiddenFields(check.text, path), confirmed: "yes" };
    expect((await coordinator.go(`POST ${path}`, { form: fields })).status).toBe(303);
    const late = await coordinator.go(`POST ${path}`, { form: fields });
    expect(late.status).toBe(412);
    expect(late.text).toContain("Ktoś zmienił ten wpis");
    const gap = await coordinator.go(`POST ${path}`, { form: { ...change, endsAt: "2027-03-28 02:30" } });
    expect(gap.status).toBe(422);
    expect(gap.text).toContain('id="endsAt-fault"');
    const text = await page(coordinator);
    expect(text).toContain("Zmieniono daty etapu.");
    expect(text).toContain("Prośba rady dzielnicy");
  });

  test("a move is confirmed by the number of the edition, and gets into the log with its reason", async () => {
    const id = edition.split("/").at(-1) ?? "";
    const onPaper = ["L13", "M"].flatMap((pool) =>
      [60_000, 70_000].map((zloty) => ({
        pool,
        title: `Projekt ${pool} ${zloty}`,
        costGrosze: zloty * 100,
      })),
    );
    for (const [n, made] of (await enterProjects(place, id, onPaper)).entries()) {
      const pool = onPaper[n]?.pool ?? "";
      projects[pool] = [...(projects[pool] ?? []), made];
    }
    expect(await page(coordinator)).toContain("Nic nie blokuje przejścia dalej.");
    const shown = await page(coordinator, "/dalej");
    expect(shown).toContain("Czy przejść teraz do etapu „Lista do głosowania”?");
    const fields = { ...hiddenFields(shown, `${edition}/dalej`), reason: "Lista jest gotowa" };
    const slip = await coordinator.go(`POST ${edition}/dalej`, { form: { ...fields, number: "XIII" } });
    expect(slip.status).toBe(422);
    expect(slip.text).toContain("Wpisz numer tej edycji: XII.");
    expect(slip.text).toContain("Lista jest gotowa");
    const silent = await coordinator.go(`POST ${edition}/dalej`, {
      form: { ...fields, reason: " ", number: "XII" },
    });
    expect(silent.text).toContain("Wpisz powód.");
    expect(
      (await coordinator.go(`POST ${edition}/dalej`, { form: { ...fields, number: "xii " } })).status,
    ).toBe(303);
    await place.settle();
    expect(await phase()).toBe("ballot-frozen");
    expect(await page(coordinator)).toContain("Lista jest gotowa");
  });

  test("a page that is older than the phase moves nothing", async () => {
    const stale = { to: "ballot-frozen", reason: "Jeszcze raz", number: "XII" };
    await coordinator.go(`POST ${edition}/dalej`, { form: stale });
    await place.settle();
    expect(await phase()).toBe("ballot-frozen");
  });
});

describe("during and after the vote", () => {
  test("the open vote is extended, and who votes in the added time is in time", async () => {
    await place.clock.moveTo((now) => now + 2 * HOUR + 60_000);
    await signAllIn();
    expect(await phase()).toBe("voting");
    const dates = `${edition}/daty/voting`;
    const shown = await page(coordinator, "/daty/voting");
    expect(shown).not.toContain('name="startsAt"');
    const alone = { ...hiddenFields(shown, dates), endsAt: at(8), reason: "Awaria poczty" };
    expect((await coordinator.go(`POST ${dates}`, { form: alone })).text).toContain(
      "Jedna osoba składa propozycję, druga ją przyjmuje.",
    );

    const path = `${edition}/przedluzenie`;
    expect(await page(coordinator)).toContain(path);
    const gap = await coordinator.go(`POST ${path}`, { form: { endsAt: "2027-03-28 02:30", reason: " " } });
    expect([gap.status, faultsOfPage(gap.text)]).toEqual([422, []]);
    expect(gap.text).toContain("Wpisz powód.");
    const proposed = await coordinator.go(`POST ${path}`, {
      form: { endsAt: at(8), reason: "Awaria poczty" },
    });
    expect(proposed.status).toBe(303);
    const act = pathIn(await page(first, "/przedluzenie"));
    const mine = (await coordinator.go(`GET ${act}`)).text;
    expect([mine.includes("Musi ją przyjąć druga osoba"), mine.includes("Przyjmij propozycję")]).toEqual([
      true,
      false,
    ]);
    const form = { act: "accept" };
    expect((await coordinator.go(`POST ${act}`, { form })).status).toBe(403);
    expect((await first.go(`POST ${act}`, { form })).status).toBe(303);
    expect((await coordinator.go(`GET ${act}`)).text).toContain("przyjęta");
    expect(await page(auditor)).toContain("Zgłoszono przedłużenie głosowania.");
    const told = await place.call("GET /glosuj");
    expect(told.text).toContain("Głosowanie jest przedłużone");
    expect(told.text).toContain("Awaria poczty");
    await place.clock.moveTo((now) => now + 7 * HOUR);
    const id = edition.split("/").at(-1) ?? "";
    for (let n = 0; n < VOTERS; n += 1) {
      const sections = ["L13", "M"].map((pool) => ({
        pool,
        points: { [projects[pool]?.[n % 4 === 3 ? 1 : 0] ?? ""]: 3 },
      }));
      expect((await vote(place, id, n, sections)).status).toBe(201);
    }
  });

  test("one person proposes to end the open vote early, and only another could accept it", async () => {
    await signAllIn();
    const asked = await page(coordinator, "/dalej");
    expect(asked).toContain("To robią dwie osoby");
    const form = { ...hiddenFields(asked, `${edition}/dalej`), reason: "Strajk", number: "XII" };
    expect((await coordinator.go(`POST ${edition}/dalej`, { form })).status).toBe(303);
    const act = pathIn(await page(coordinator));
    expect((await first.go(`GET ${edition}/przyjecie`)).headers.get("location")).toContain(act);
    const mine = (await coordinator.go(`GET ${act}`)).text;
    expect(mine).toContain("Musi ją przyjąć druga osoba");
    expect([mine.includes("Przyjmij propozycję"), mine.includes("Wycofaj propozycję")]).toEqual([
      false,
      true,
    ]);
    const theirs = (await first.go(`GET ${act}`)).text;
    expect(faultsOfPage(theirs)).toEqual([]);
    expect(theirs).toContain("Głosowanie skończy się teraz, przed czasem.");
    expect((await coordinator.go(`POST ${act}`, { form: { act: "accept" } })).status).toBe(403);
    expect((await first.go(`POST ${act}`, { form: { act: "withdraw" } })).status).toBe(403);
    const silent = await first.go(`POST ${act}`, { form: { act: "refuse", reason: " " } });
    expect([silent.status, faultsOfPage(silent.text)]).toEqual([422, []]);
    const refused = await first.go(`POST ${act}`, { form: { act: "refuse", reason: "Nie ma powodu" } });
    expect(refused.status).toBe(303);
    expect((await first.go(`GET ${act}`)).text).toContain("Nie ma powodu");
    expect((await first.go(`POST ${act}`, { form: { act: "accept" } })).status).toBe(409);
    expect(await phase()).toBe("voting");
  });

  test("no number of votes is told while it is open", async () => {
    await signAllIn();
    expect(await page(auditor)).toContain("podamy po policzeniu głosów");
  });

  test("the key is handed over once the box is sealed; a wrong one is refused, and none is shown again", async () => {
    await place.clock.moveTo((now) => now + 2 * HOUR);
    await signAllIn();
    expect(await phase()).toBe("sealed");
    await page(first, "/klucz-do-liczenia");
    const path = `POST ${edition}/klucz-do-liczenia`;
    const other = createKeyPair();
    const wrong = await first.go(path, { form: { privateKey: other.privateKey, number: "XII" } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Klucz prywatny nie pasuje");
    expect(wrong.text).not.toContain(other.privateKey);
    expect(faultsOfPage(wrong.text)).toEqual([]);
    const file = JSON.stringify({ purpose: "ballots", publicKey: keys.ballots, privateKey: keys.privateKey });
    expect((await first.go(path, { form: { privateKey: file, number: "XII" } })).status).toBe(303);
    await place.settle();
    expect(await phase()).toBe("counting");
  });

  test("two different people sign what they have seen, and only then it is published", async () => {
    const shown = await page(first, "/podpis");
    expect(shown).toContain("Projekt L13 60000");
    const fields = { ...hiddenFields(shown, `${edition}/podpis`), number: "XII" };
    const forged = await first.go(`POST ${edition}/podpis`, { form: { ...fields, digest: "0".repeat(64) } });
    expect(forged.status).toBe(412);
    expect((await first.go(`POST ${edition}/podpis`, { form: fields })).status).toBe(303);
    expect(await page(first, "/podpis")).toContain("Teraz potrzebny jest podpis drugiej osoby");
    expect((await first.go(`POST ${edition}/podpis`, { form: fields })).status).toBe(403);
    await place.settle();
    expect(await phase()).toBe("counting");
    expect((await second.go(`POST ${edition}/podpis`, { form: fields })).status).toBe(303);
    await place.settle();
    expect(await phase()).toBe("results");
    const text = await page(auditor);
    expect(text).toContain("Zofia Kania");
    expect(text).toContain("Andrzej Puchacz");
    expect(text).toMatch(/24 – mniej niż 0,1\s?% z 263\s000 mieszkańców/);
  });

  test("the log tells all of it, newest first, to whoever may read it", async () => {
    const text = await page(auditor, "/dziennik");
    const told = [
      "Podpisano wynik.",
      "Przekazano klucz do liczenia.",
      "Zmieniono daty etapu.",
      "Przyjęto klucz komisji.",
      "Zaproponowany spis zaczął obowiązywać.",
      "Utworzono edycję.",
    ];
    const places = told.map((act) => text.indexOf(act));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect((await coordinator.go(`GET ${edition}/odwolanie`)).status).toBe(409);
  });
});
