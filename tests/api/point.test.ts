import { afterAll, beforeAll, expect, test } from "vitest";
import { openMatter } from "../kit/matters.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openCall, propose } from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { inHours } from "../kit/time.ts";

const REASON = "pyta przy okienku o swoją sprawę";

let place: Place;
let cases: { project: string; number: string; matter: string; title: string };
beforeAll(async () => {
  place = await openPlace();
  const call = await openCall(place);
  const author = { name: "Żaneta Łoś-Kowal", email: "zaneta@example.com", isNamePublic: false };
  const { id: project, number } = await propose(place, call, { author });
  await place.call(`POST /v1/staff/cycles/${call}/projects/${project}/co-authors`, {
    token: await place.staff("clerk"),
    body: { name: "Wit Mróz", email: "wit@example.com", isNamePublic: false },
  });
  const { id: matter, line } = await openMatter(place, "question", { contact: "600100200" });
  cases = { project, number: number ?? "", matter, title: line?.number ?? "" };
});
afterAll(() => place?.close());

const search = async (query: string, role: Parameters<Place["staff"]>[0] = "clerk") =>
  place.call("POST /v1/staff/cases/search", {
    token: await place.staff(role),
    body: { query, reason: REASON },
  });
const idsOf = async (query: string): Promise<string[]> =>
  (await search(query)).body.cases.map(({ id }: { id: string }) => id);

test("a case is found by number, by name however it is typed, and by mailbox; a piece of a number or a short name finds nothing", async () => {
  for (const query of [
    cases.number,
    ` ${cases.number.toLowerCase()} `,
    "los-kowal",
    "ŻANETA",
    "Zaneta@example.com",
    "mroz",
    "wit@example.com",
  ])
    expect([query, await idsOf(query)]).toEqual([query, [cases.project]]);
  // Whoever works at the desk may open what is found.
  const [found] = (await search(cases.number)).body.cases;
  expect((await (await staffVisitor(place, "clerk")).open(found.path)).status).toBe(200);
  for (const query of [cases.title, cases.title.replace("-", ""), "+48600100200"])
    expect([query, await idsOf(query)]).toEqual([query, [cases.matter]]);
  for (const query of ["ża", cases.number.slice(0, -1), "inna@example.com"])
    expect([query, await idsOf(query)]).toEqual([query, []]);
});

test("a sign-up is found by its mailbox, and the found case leads to where it is dealt with", async () => {
  const token = await place.staff("editor");
  const meeting = await place.call("POST /v1/staff/meetings", {
    ...{ token, key: newKey() },
    body: {
      ...{ title: "Spacer", capacity: 9, startsAt: inHours(place, 48), endsAt: inHours(place, 49) },
      place: { name: "Dom kultury", address: "ul. Markiefki 44a" },
    },
  });
  const body = { name: "Olga Mak", email: "olga@example.com", seats: 1 };
  await place.call(`POST /v1/staff/meetings/${meeting.body.id}/signups`, { token, key: newKey(), body });
  expect((await search("olga@example.com")).body.cases).toEqual([
    expect.objectContaining({ kind: "signup", title: "Spacer", path: `/urzad/spotkania/${meeting.body.id}` }),
  ]);
});

test("the journal says who looked and why, and not for whom; others than the desk do not look", async () => {
  await search("Łoś-Kowal");
  const { items } = await place.deps.store.audit.list("office", { limit: 1 });
  expect(items[0]).toMatchObject({ act: "postCaseSearch", reason: REASON, facts: { found: cases.project } });
  expect(JSON.stringify(items[0])).not.toMatch(/Kowal|zaneta/i);
  expect((await search("Nowak", "editor")).status).toBe(403);
  const empty = await place.call("POST /v1/staff/cases/search", {
    token: await place.staff("clerk"),
    body: { query: "Nowak", reason: "" },
  });
  expect(empty.status).toBe(422);
});

test("what a clerk did in a case today is printed for whoever stands there, and nobody else's acts", async () => {
  const token = await place.staff("clerk");
  const body = { until: "2099-01-01", reason: "x" };
  await place.call(`POST /v1/staff/matters/${cases.matter}/extension`, { token, body });
  const answer = { outcome: "done", text: "Do piątku." };
  await place.call(`POST /v1/staff/matters/${cases.matter}/answer`, { token, body: answer });
  const path = `/urzad/punkt/potwierdzenie/${cases.matter}`;
  const clerk = await staffVisitor(place, "clerk");
  const page = (await clerk.open(path)).text;
  expect(page).toContain("Odpowiedziano w sprawie.");
  expect(page).toContain("Podpis i pieczątka");
  const coordinator = await staffVisitor(place, "coordinator");
  expect((await coordinator.open(path)).text).not.toContain("Odpowiedziano w sprawie.");
  const desk = await clerk.open("/urzad/punkt");
  const found = await clerk.send(desk, "/urzad/punkt", { query: cases.number, reason: REASON });
  expect(found.text).toContain(`href="/urzad/punkt/potwierdzenie/${cases.project}"`);
});
