import { afterAll, beforeAll, expect, test } from "vitest";
import { noteInJournal } from "../../infra/deploy/way.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

const TEMPLATE = "Miejski.Budzet.Obywatelski/projekt.mieszkancow/{pool}/{sequence}/{edition}";

let place: Place;
let vote: TestVote;
let auditor: StepVisitor;
beforeAll(async () => {
  const projectNumbers = { template: TEMPLATE, sequenceDigits: 6 };
  place = await openPlace({ city: { ...KATOWICE, projectNumbers } });
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800] } },
    voters: 1,
    byDoors: true,
  });
  auditor = stepVisitor(place);
  await auditor.signIn("auditor");
});
afterAll(() => place?.close());

test("a project's journal is found by the number that the project has, however long it is", async () => {
  const { cycleId, projects } = vote;
  const [id = ""] = projects.L13 ?? [];
  const { number } = (await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`)).body;
  expect(number.length).toBeGreaterThan(60);
  const found = await auditor.go(`GET /urzad/dziennik?${new URLSearchParams({ number: ` ${number} ` })}`);
  expect([found.status, auditor.locationOf(found)]).toEqual([303, `/urzad/dziennik/${id}`]);
  const { text } = await auditor.go(`GET ${auditor.locationOf(found)}`);
  expect(text).toContain(`<h1>Dziennik: ${number} Projekt L13 1</h1>`);
  const edition = await auditor.go(`GET /urzad/dziennik/${cycleId}`);
  expect(edition.text).toContain(`projekty: ${number}`);
  for (const page of [text, edition.text])
    expect(page.replaceAll(/"[^"]*"/g, "")).not.toMatch(/(?:prj|cyc)_[0-9a-z]{16}/);
});

test("a deployment that did not wait for the vote stands in the edition's journal, with its reason", async () => {
  const { store, system } = place.deps;
  const { items } = await store.cycles.list();
  await noteInJournal(items, "Strona potwierdzeń nie działa", { table: store.table, system });
  const { text } = await auditor.go(`GET /urzad/dziennik/${vote.cycleId}`);
  expect(text).toContain("Wdrożono nową wersję programu w czasie głosowania.");
  expect(text).toContain("Strona potwierdzeń nie działa");
});

test("a search without a number is the page itself, and a number that nobody has is told of", async () => {
  for (const number of ["", "%20"]) {
    const { status, text } = await auditor.go(`GET /urzad/dziennik?number=${number}`);
    expect([status, faultsOfPage(text)]).toEqual([200, []]);
    expect(text).not.toContain("Nie ma wniosku");
  }
  const { status, text } = await auditor.go("GET /urzad/dziennik?number=L99%2F01");
  expect([status, text.includes("Nie ma wniosku o numerze L99/01.")]).toEqual([200, true]);
});
