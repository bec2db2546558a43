import { afterAll, beforeAll, expect, test } from "vitest";
import { FORM_FIELDS } from "../../shared/domain/project/proposal-form.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { heard } from "../kit/documents.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  beginDraft,
  letterAbout,
  officeCookie,
  openCall,
  pathInLetter,
  proposalBody,
  propose,
  savePart,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const KATOWICE_XIII = RULE_SETS.get("katowice-xiii");
if (!KATOWICE_XIII) throw new Error("rules are missing");

const must = { isRequired: true };
const ASKS_MUCH = {
  ...KATOWICE_XIII,
  proposalForm: {
    fields: {
      summary: { ...must, mostLetters: 100 },
      description: must,
      access: { ...must, label: { pl: "Uniwersalność", en: "Universality" } },
      costLines: must,
      livesHere: must,
      age: must,
    },
    guardianBelowAge: 16,
  },
};

const LINES = [
  { name: "Ławka z oparciem", quantity: 5, unit: "szt.", unitGrosze: 250_000 },
  { name: "Nawierzchnia", quantity: 12.5, unit: "m²", unitGrosze: 33_333 },
];

const details = { summary: "Pięć ławek w parku.", access: "Każda ławka ma oparcie.", costLines: LINES };
const full = proposalBody({
  place: undefined,
  estimatedCostGrosze: undefined,
  details,
  author: { name: "Ola Żak", email: "ola@example.com", isNamePublic: false, livesHere: true, isMinor: false },
});

let place: Place;
let asking: string;
let plain: string;
beforeAll(async () => {
  place = await openPlace();
  const pools = [{ id: "L13", amountGrosze: 60_000_000 }];
  asking = await openCall(place, { ruleSet: ASKS_MUCH, pools });
  plain = await openCall(place);
});
afterAll(() => place?.close());

const send = (cycleId: string, body: object) =>
  place.call(`POST /v1/cycles/${cycleId}/proposals`, { key: newKey(), body });

test("a proposal is what the form of its edition asks for, and costs what its lines add up to", async () => {
  const sent = await send(asking, { ...full, estimatedCostGrosze: 1 });
  expect([sent.status, sent.body.detail]).toEqual([201, undefined]);
  const path = pathInLetter(await letterAbout(place, "ola@example.com", /^Potwierdź swój wniosek/));
  expect((await place.call(`POST ${path}`, { form: {} })).status).toBe(303);
  const shown = await place.call(`GET /v1/cycles/${asking}/projects/${sent.body.id}`);
  expect(shown.body).toMatchObject({
    estimatedCostGrosze: 5 * 250_000 + 416_663,
    details: { summary: "Pięć ławek w parku.", costLines: LINES },
  });
  expect(shown.text).not.toContain("isMinor");
  for (const word of ["oparciem", "pięciu", "nawierzchnie"]) {
    const found = await place.call(`GET /v1/cycles/${asking}/projects?q=${encodeURIComponent(word)}`);
    expect([word, found.body.items.length]).toEqual([word, 1]);
  }
  for (const [prefix, label] of [
    ["", "Uniwersalność"],
    ["/en", "Universality"],
  ]) {
    const page = await place.call(`GET ${prefix}/projekty/${asking}/${sent.body.id}`);
    expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
    for (const text of [`<h2>${label}</h2>`, "Każda ławka ma oparcie.", "Nawierzchnia", "12"])
      expect(page.text).toContain(text);
  }
});

test.each<readonly [string, object, string, number]>([
  ["without a field that is asked", { details: { ...details, access: undefined } }, "/details/access", 422],
  ["with one that is not", { place: "Park" }, "/place", 400],
  [
    "longer than this edition allows",
    { details: { ...details, summary: "a".repeat(101) } },
    "/details/summary",
    422,
  ],
  ["of somebody from elsewhere", { author: { ...full.author, livesHere: false } }, "/author/livesHere", 422],
  ["of a minor without a guardian", { author: { ...full.author, isMinor: true } }, "/author/guardian", 422],
])("one %s is refused", async (_what, more, pointer, status) => {
  const sent = await send(asking, { ...full, ...more });
  expect([sent.status, sent.body.errors]).toEqual([status, [expect.objectContaining({ pointer })]]);
});

test("an edition that says no form takes what came before, and the new fields", async () => {
  const { id } = await propose(place, plain, { details: { why: "Nie ma gdzie usiąść." } });
  const page = await place.call(`GET /projekty/${plain}/${id}`);
  expect(page.text).toContain("<h2>Dlaczego</h2>");
  const none = await send(plain, proposalBody({ estimatedCostGrosze: undefined }));
  expect([none.status, none.body.errors]).toEqual([
    422,
    [expect.objectContaining({ pointer: "/estimatedCostGrosze" })],
  ]);
});

/** The words of a city that calls every field its own way. */
const own = (field: string) => ({ pl: `Pole ${field}`, en: `Field ${field}`, uk: `Поле ${field}` });
const OWN_WORDS = {
  ...KATOWICE_XIII,
  categories: [{ id: "zielen", name: { pl: "Zieleń" } }],
  proposalForm: {
    fields: Object.fromEntries(
      FORM_FIELDS.map((field) => [
        field,
        {
          ...must,
          label: own(field),
          hint: { pl: `Podpowiedź ${field}`, en: `Hint ${field}`, uk: `Порада ${field}` },
          ...(["summary", "why", "place"].includes(field) && { mostLetters: 20 }),
        },
      ]),
    ),
    guardianBelowAge: 16,
  },
};
const OWN_PAGES = {
  pomysl: {
    ...{ title: "Skwer", summary: "Nowy skwer", description: "Opis skweru", why: "Brak cienia" },
    ...{ forWhom: "Dla wszystkich", access: "Bez progów", category: "zielen" },
  },
  miejsce: { pool: "L13", place: "Skwer", point: "50.2683, 19.0419" },
  koszt: {
    ...{ "lines-0-name": "Ławka", "lines-0-quantity": "1", "lines-0-unit": "szt.", "lines-0-price": "2 500" },
    upkeep: "100",
  },
  dane: { name: "Łucja Żak", livesHere: "yes", age: "of-age" },
};

test("a city's own words, limits and demands hold for every field, on every page and in the copy", async () => {
  const cycle = await openCall(place, {
    ruleSet: OWN_WORDS,
    pools: [{ id: "L13", amountGrosze: 60_000_000 }],
  });
  const draft = await beginDraft(place, cycle, "ola@example.com");
  const missing = (text: string, names: readonly string[], said = "Pole") =>
    names.filter((name) => !new RegExp(`${said} ${name}(?!\\w)`).test(text));
  for (const [prefix, label, hint] of [
    ["", "Pole", "Podpowiedź"],
    ["/en", "Field", "Hint"],
    ["/uk", "Поле", "Порада"],
  ] as const) {
    const pages = await Promise.all(
      Object.keys(OWN_PAGES).map((part) => place.call(`GET ${prefix}${draft}/czesc/${part}`)),
    );
    expect(pages.flatMap(({ text }) => faultsOfPage(text))).toEqual([]);
    const all = pages.map(({ text }) => text).join();
    expect([missing(all, FORM_FIELDS, label), missing(all, FORM_FIELDS, hint)]).toEqual([[], []]);
    expect(all).not.toMatch(/Podpowiedź \w+ Najwyżej/);
  }
  const lacking = await place.call(`GET ${draft}/sprawdz`);
  expect(missing(lacking.text, FORM_FIELDS)).toEqual([]);
  for (const [part, field] of [
    ["pomysl", "summary"],
    ["pomysl", "why"],
    ["miejsce", "place"],
  ] as const) {
    const long = await savePart(place, draft, part, { ...OWN_PAGES[part], [field]: "a".repeat(21) });
    expect([long.status, /id="(\w+)-fault"/.exec(long.text)?.[1]]).toEqual([422, field]);
  }
  for (const [part, fields] of Object.entries(OWN_PAGES))
    expect([part, (await savePart(place, draft, part, fields)).status]).toEqual([part, 303]);
  for (const text of [(await place.call(`GET ${draft}/sprawdz`)).text])
    expect(missing(text, FORM_FIELDS)).toEqual([]);
  expect((await place.call(`POST ${draft}/sprawdz`, { form: {} })).status).toBe(303);
  expect((await savePart(place, draft, "pomysl", { ...OWN_PAGES.pomysl, why: "Cień" })).status).toBe(303);

  const id = draft.split("/")[4];
  const shown = FORM_FIELDS.filter((field) => field !== "livesHere" && field !== "age");
  const project = await place.call(`GET /projekty/${cycle}/${id}`);
  expect([faultsOfPage(project.text), missing(project.text, shown)]).toEqual([[], []]);
  expect(project.text).toContain("Autor zmienił: Pole why");
  const office = await officeCookie(place, "verifier");
  const file = await place.call(`GET /urzad/wnioski/${cycle}/${id}`, { headers: office });
  expect([faultsOfPage(file.text), missing(file.text, shown)]).toEqual([[], []]);
  const edits = file.text.slice(file.text.indexOf("<del>") - 200, file.text.indexOf("<del>"));
  expect(missing(edits, ["why"])).toEqual([]);
  const author = await place.call(`GET ${draft}`);
  const [, copy = ""] = /href="(\/kopia\/[^"]+)"/.exec(author.text) ?? [];
  const pdf = await fetch(`${place.url}${copy}`);
  const { pages } = await heard(new Uint8Array(await pdf.arrayBuffer()));
  expect(
    missing(
      pages.join(" "),
      shown.filter((field) => field !== "summary"),
    ),
  ).toEqual([]);

  const { body } = await place.call(`GET /v1/cycles/${cycle}`);
  expect(body.ruleSet.proposalForm).toEqual(OWN_WORDS.proposalForm);
  const bare = await send(cycle, proposalBody({ place: undefined, category: "zielen" }));
  expect(bare.status).toBe(422);
  expect(bare.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
    ...["/author/isMinor", "/author/livesHere"],
    ...["access", "costLines", "forWhom", "summary", "upkeepGrosze", "why"].map((name) => `/details/${name}`),
    ...["/location", "/place"],
  ]);
});
