/** What the office writes around its lists: templates of their texts, the act by which a list is published, and that it is taken back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../../shared/domain/time.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { heard, textsOf } from "../kit/documents.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { callAs } from "../kit/two-people.ts";
import { faultsOfPage } from "../pages/tags.ts";

const TEXTS = {
  title: "Lista projektów do głosowania: {edition}",
  introduction: "Na liście jest {projects} projektów.\n\nIch koszt to {cost}.",
  legalBasis: "Podstawa prawna: art. 5a ustawy o samorządzie gminnym.",
  closing: "Lista ma numer {number}.",
  signatures: ["Prezydent Miasta", "Naczelnik wydziału"],
};
const TEMPLATE = "/v1/staff/list-templates/ballot/pl";

let place: Place;
let vote: TestVote;
let coordinator: StepVisitor;

const accept = (pendingId: string) =>
  callAs(place, ["coordinator", 1], `POST /v1/staff/pending/${pendingId}/acceptance`);
const template = () => callAs(place, ["coordinator", 0], `GET ${TEMPLATE}`);
const change = async (body: object, version: number) =>
  place.call(`PATCH ${TEMPLATE}`, {
    token: await place.staff("coordinator"),
    headers: { "if-match": `"v${version}"` },
    body,
  });
const file = async (name: string, language = "pl") =>
  (
    await fetch(`${place.url}/v1/cycles/${vote.cycleId}/lists/ballot/${name}`, {
      headers: { "accept-language": language },
    })
  ).bytes();

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800, 700] } },
    voters: 1,
    prepare: async () => {
      expect((await template()).body).toMatchObject({
        version: 0,
        title: "Lista projektów na karcie do głosowania",
      });
      const wrong = await change({ introduction: "Edycja {edycja}" }, 0);
      expect([wrong.status, wrong.body.errors?.[0].pointer]).toEqual([422, "/introduction"]);
      const proposed = await change(TEXTS, 0);
      expect(proposed.status, proposed.text).toBe(202);
      expect((await template()).body.version).toBe(0);
      expect((await accept(proposed.body.pendingId)).status).toBe(200);
      expect((await change(TEXTS, 0)).status).toBe(412);
    },
  });
  coordinator = stepVisitor(place);
  await coordinator.signIn("coordinator");
}, 60_000);
afterAll(() => place.close());

test("a list is written with the texts of the city, and names their version", async () => {
  const { text, roles, title } = await heard(await file("1.pdf"));
  expect(title).toBe("Lista projektów do głosowania: Budżet obywatelski, edycja XII");
  for (const said of [
    "Na liście jest 2 projektów.",
    "Ich koszt to 1 500,00 zł.",
    "Podstawa prawna: art. 5a",
    "Lista ma numer lista 1/XII.",
    "Prezydent Miasta",
    "Wzór tekstów wersja 1",
  ])
    expect(text).toContain(said);
  expect(roles.filter((role) => role === "P").length).toBeGreaterThan(4);
  const docx = textsOf(await file("1.docx"))["word/document.xml"]?.join("\n") ?? "";
  expect(docx).toContain("Naczelnik wydziału");
  // A language in which nobody has written one keeps the basic text.
  expect((await heard(await file("1.pdf", "uk"))).text).toContain("Список проєктів у бюлетені");
});

test("a later template is of later lists: what was announced stays as it was", async () => {
  const before = await file("1.pdf");
  const page = "/urzad/wzory/ballot/pl";
  const shown = await coordinator.go(`GET ${page}`);
  expect(faultsOfPage(shown.text)).toEqual([]);
  expect(shown.text).toContain("{edition} – nazwa i numer edycji");
  const form = { version: "1", ...TEXTS, title: "Inny tytuł", signatures: "Prezydent Miasta\nSkarbnik" };
  const wrong = await coordinator.go(`POST ${page}`, { form: { ...form, closing: "{nic}" } });
  expect([wrong.status, faultsOfPage(wrong.text)]).toEqual([422, []]);
  expect((await coordinator.go(`POST ${page}`, { form })).status).toBe(303);
  const waiting = (await coordinator.go(`GET ${page}`)).text;
  const pendingId = /\/urzad\/[^"]*(pnd_[\w-]+)/.exec(waiting)?.[1] ?? "";
  expect((await accept(pendingId)).status).toBe(200);
  expect((await template()).body).toMatchObject({
    version: 2,
    title: "Inny tytuł",
    signatures: ["Prezydent Miasta", "Skarbnik"],
  });
  expect(Buffer.from(await file("1.pdf")).equals(Buffer.from(before))).toBe(true);
  expect((await coordinator.go(`GET ${page}`)).text).toContain("Wcześniejsze wersje");
});

test("the act by which a list is published stands on it and in its files, with the two who noted it", async () => {
  const at = `/v1/staff/cycles/${vote.cycleId}/lists/ballot/1`;
  const { issuedAt } = (await callAs(place, ["auditor", 0], `GET ${at}`)).body;
  const noted = { act: "zarządzenie nr 123/2027", on: dayOf(issuedAt) };
  const early = await callAs(place, ["coordinator", 0], `POST ${at}/publication`, {
    ...noted,
    on: "2020-01-01",
  });
  expect([early.status, early.body.code]).toEqual([409, "act/blocked"]);

  const proposed = await callAs(place, ["coordinator", 0], `POST ${at}/publication`, noted);
  expect(proposed.status, proposed.text).toBe(202);
  expect((await accept(proposed.body.pendingId)).status).toBe(200);
  const { state, publishedBy } = (await callAs(place, ["auditor", 0], `GET ${at}`)).body;
  expect([state, publishedBy.length, new Set(publishedBy).size]).toEqual(["published", 2, 2]);
  const { text } = await heard(await file("1.pdf"));
  for (const said of [`Numer aktu ${noted.act}`, `Kto opublikował ${publishedBy.join(", ")}`])
    expect(text).toContain(said);
  expect((await place.call(`GET /v1/cycles/${vote.cycleId}/lists`)).body.items[0]).toMatchObject({
    act: noted.act,
    publishedOn: noted.on,
    retraction: null,
  });
});

test("a list that is taken back stays where it is, and says so everywhere", async () => {
  const desk = `/urzad/ogloszenia/${vote.cycleId}/ballot/1`;
  const page = await coordinator.go(`GET ${desk}`);
  expect(faultsOfPage(page.text)).toEqual([]);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? "";
  const sent = await coordinator.go(`POST ${desk}/cofniecie`, {
    form: { version, reason: "Zły numer dzielnicy." },
  });
  expect(sent.status).toBe(303);
  const pendingId = /(pnd_[\w-]+)/.exec((await coordinator.go(`GET ${desk}`)).text)?.[1] ?? "";
  expect((await accept(pendingId)).status).toBe(200);
  const all = (await coordinator.go("GET /urzad/ogloszenia")).text;
  expect(all).toContain("cofnięta");
  expect((await place.call(`GET /listy/${vote.cycleId}`)).text).toContain("wersja 1, cofnięta");
  expect((await heard(await file("1.pdf"))).text).toContain("Powód: Zły numer dzielnicy.");
  expect((await place.call(`GET /en/listy/${vote.cycleId}/ballot/1`)).text).toContain(
    "The office took this list back",
  );
  const feed = (await place.call("GET /v1/lists.atom")).text;
  const issuedAt = (await place.call(`GET /v1/cycles/${vote.cycleId}/lists`)).body.items[0].issuedAt;
  expect(feed).toContain("wersja 1, cofnięta");
  expect(feed).not.toContain(`<updated>${issuedAt}</updated>`);
  const again = await callAs(
    place,
    ["coordinator", 0],
    `POST /v1/staff/cycles/${vote.cycleId}/lists/ballot/1/retraction`,
    {
      reason: "Jeszcze raz",
    },
  );
  expect(again.body.code).toBe("act/wrong-state");
});
