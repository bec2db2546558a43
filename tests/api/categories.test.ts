import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { beginDraft, openCall, PARTS, proposalBody, propose, savePart } from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const POOLS = [{ id: "L13", amountGrosze: 60_000_000 }];

let place: Place;
let sorted: string;
let plain: string;
let forms: Readonly<Record<string, string>>;

/** The first page of a draft. */
const formFor = async (cycleId: string): Promise<string> => {
  const email = `author-${cycleId.slice(-4).toLowerCase()}@example.com`;
  return `${await beginDraft(place, cycleId, email)}/czesc/pomysl`;
};

beforeAll(async () => {
  place = await openPlace();
  sorted = await openCall(place, { ruleSet: "katowice-xiii", pools: POOLS });
  plain = await openCall(place, { ruleSet: "katowice-xii", pools: POOLS });
  forms = { [sorted]: await formFor(sorted), [plain]: await formFor(plain) };
});
afterAll(() => place?.close());

const selectIn = (text: string): string | undefined =>
  /<select[^>]* name="category".*?<\/select>/s.exec(text)?.[0];

const typed = PARTS.pomysl;

test.each([
  ["", "Przestrzeń publiczna", "Wszystkie kategorie"],
  ["/en", "Public space", "All categories"],
  ["/uk", "Громадський простір", "Усі категорії"],
])("authors and readers of %s/ choose from the categories of the edition", async (prefix, name, all) => {
  const form = await place.call(`GET ${prefix}${forms[sorted]}`);
  const list = await place.call(`GET ${prefix}/projekty?cycle=${sorted}`);
  expect([form.status, list.status]).toEqual([200, 200]);
  expect([faultsOfPage(form.text), faultsOfPage(list.text)]).toEqual([[], []]);
  expect(selectIn(form.text)).toContain(`<option value="public-space">${name}</option>`);
  expect(selectIn(list.text)).toContain(`<option value="">${all}</option>`);
  expect(selectIn(list.text)).toContain(`<option value="public-space">${name}</option>`);
});

test("an edition without categories asks for none, takes none, and its files are as they were", async () => {
  const [form, list] = [
    await place.call(`GET ${forms[plain]}`),
    await place.call(`GET /projekty?cycle=${plain}`),
  ];
  expect([selectIn(form.text), selectIn(list.text)]).toEqual([undefined, undefined]);
  const sent = await place.call(`POST /v1/cycles/${plain}/proposals`, {
    key: true,
    body: proposalBody({ category: "sport" }),
  });
  expect([sent.status, sent.body.errors]).toMatchObject([422, [{ pointer: "/category" }]]);
  const refused = await place.call(`POST ${forms[plain]}`, { form: { ...typed, category: "sport" } });
  expect(refused.status).toBe(422);
  const csv = await place.call(`GET /v1/cycles/${plain}/projects.csv`);
  expect(csv.text.split("\r\n")[0]).toMatch(/;Poparcie$/);
  expect((await place.call(`GET /v1/cycles/${plain}`)).body.ruleSet.categories).toEqual([]);
});

test("a category that the edition does not have is refused, in the API and in the form", async () => {
  const sent = await place.call(`POST /v1/cycles/${sorted}/proposals`, {
    key: true,
    body: proposalBody({ category: "sports" }),
  });
  expect([sent.status, sent.body.errors]).toMatchObject([422, [{ pointer: "/category" }]]);
  const form = await place.call(`POST ${forms[sorted]}`, { form: { ...typed, category: "sports" } });
  expect([form.status, faultsOfPage(form.text)]).toEqual([422, []]);
  expect(form.text).toContain('href="#category"');
});

test("what an author chose is on the page, in the lists and in the files, and found by it", async () => {
  const form = forms[sorted];
  const draft = form?.replace("/czesc/pomysl", "") ?? "";
  for (const [part, fields] of Object.entries({ ...PARTS, pomysl: { ...typed, category: "sport" } }))
    expect((await savePart(place, draft, part, fields)).status).toBe(303);
  expect((await place.call(`GET ${draft}/sprawdz`)).text).toMatch(/Kategoria.*Sport/s);
  const made = await place.call(`POST ${draft}/sprawdz`, { form: {} });
  expect(made.status).toBe(303);
  const other = await propose(place, sorted, { category: "culture" });
  await propose(place, sorted);

  const { cycles: _none, ...cycle } = (await place.call(`GET /v1/cycles/${sorted}`)).body;
  expect(cycle.ruleSet.categories).toContainEqual({
    id: "sport",
    name: { pl: "Sport", en: "Sport", uk: "Спорт" },
  });
  const list = await place.call(`GET /v1/cycles/${sorted}/projects`);
  expect(list.body.items.map(({ category }: { category: string }) => category)).toEqual([
    "sport",
    "culture",
    null,
  ]);
  const found = await place.call(`GET /v1/cycles/${sorted}/projects?category=culture`);
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([other.id]);
  const page = await place.call(`GET /projekty?cycle=${sorted}&category=sport`);
  expect(page.text).toContain(typed.title);
  expect(page.text).not.toContain("źródełko");
  expect(selectIn(page.text)).toContain('<option value="sport" selected>');
  const csv = await place.call(`GET /v1/cycles/${sorted}/projects.csv?category=culture`, {
    headers: { "accept-language": "en" },
  });
  const [header, row] = csv.text.split("\r\n");
  expect([header, row]).toEqual([expect.stringMatching(/;Category$/), expect.stringMatching(/;Culture$/)]);
  const one = await place.call(`GET /projekty/${sorted}/${other.id}`);
  expect(one.text).toMatch(/Kategoria.*Kultura/s);
  const located = await propose(place, sorted, {
    category: "health",
    location: { lat: 50.2683, lon: 19.0419 },
  });
  const map = await place.call(`GET /v1/cycles/${sorted}/projects.geojson`);
  expect(map.body.features).toMatchObject([{ id: located.id, properties: { category: "health" } }]);
});
