/** An author asks another whether their proposals become one; the other answers by a mailed link, and the office confirms it. */
import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { letterAbout, openCall, pathInLetter, propose } from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

const QUESTION = /^Pytanie o połączenie/;
const ENDED = /zostaje osobno$/;

let place: Place;
let cycleId: string;
const ours = new Map<string, { readonly id: string; readonly number: string; readonly path: string }>();
const of = (name: string) => {
  const found = ours.get(name);
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
  for (const name of ["ola", "iza", "marek", "ewa"])
    ours.set(
      name,
      await propose(place, cycleId, {
        title: `Park: ${name}`,
        author: { name, email: `${name}@example.com`, isNamePublic: true },
        ...(name === "ewa" && { pool: "M" }),
      }),
    );
}, 60_000);
afterAll(() => place?.close());

const TEXT = { title: "Park i boisko", description: "Jeden wspólny park z boiskiem." };
const form = (name: string) => `${of(name).path}/zaproponuj-laczenie`;
const ask = (name: string, number: string, more: object = {}) =>
  place.call(`POST ${form(name)}`, { form: { number, ...TEXT, ...more } });
const answer = (name: string, into: string, word: "accept" | "decline") =>
  place.call(`POST ${of(name).path}/laczenie`, { form: { into: of(into).id, answer: word } });
const desk = (name: string): string => `/v1/staff/cycles/${cycleId}/projects/${of(name).id}/merging`;
const merging = async (name: string) =>
  (await place.call(`GET ${desk(name)}`, { token: await place.staff("auditor") })).body;
const lettersTo = async (name: string, subject: RegExp): Promise<number> => {
  await place.settle();
  return place.mailbox.mails("0", `${name}@example.com`).filter((mail) => subject.test(mail.subject)).length;
};

test("an author finds the way on their page; a number that is none, their own, or of another pool is refused at its field", async () => {
  expect((await place.call(`GET ${of("ola").path}`)).text).toContain(form("ola"));
  const page = await place.call(`GET ${form("ola")}`);
  expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  expect(page.text).toContain('value="Park: ola"');
  for (const number of ["", "L13/99/XII", of("ola").number, of("ewa").number]) {
    const wrong = await ask("ola", number);
    expect([number, wrong.status, faultsOfPage(wrong.text)]).toEqual([number, 422, []]);
    expect(wrong.text).toContain('href="#number"');
  }
  expect((await ask("ola", of("iza").number, { title: "" })).status).toBe(422);
  expect([(await merging("ola")).state, await lettersTo("iza", QUESTION)]).toEqual(["none", 0]);
  const other = `${of("ola").path.slice(0, -3)}abc/zaproponuj-laczenie`;
  const foreign = await place.call(`POST ${other}`, { form: { number: of("iza").number, ...TEXT } });
  expect(foreign.status).toBe(404);
});

test("the other author alone is asked, once, and by whom; a refusal ends it for both", async () => {
  for (let n = 0; n < 2; n++) expect((await ask("ola", of("iza").number)).status).toBe(303);
  expect(await merging("ola")).toMatchObject({ state: "asked", byAuthor: true, proposedBy: null });
  expect([await lettersTo("iza", QUESTION), await lettersTo("ola", QUESTION)]).toEqual([1, 0]);
  const letter = await letterAbout(place, "iza@example.com", QUESTION);
  expect(letter?.text).toContain(`Autor wniosku ${of("ola").number} proponuje`);
  expect(pathInLetter(letter)).toBe(of("iza").path);
  for (const name of ["ola", "iza"]) {
    const { text } = await place.call(`GET ${of(name).path}`);
    expect([name, faultsOfPage(text), text.includes(TEXT.description)]).toEqual([name, [], true]);
    expect(text).not.toContain("zaproponuj-laczenie");
  }
  // Another question waits until this one is over.
  expect((await ask("ola", of("marek").number)).status).toBe(409);
  expect((await answer("iza", "ola", "decline")).status).toBe(303);
  expect((await merging("ola")).state).toBe("refused");
  expect([await lettersTo("ola", ENDED), await lettersTo("iza", ENDED)]).toEqual([1, 1]);
});

test("an author gives their own question up", async () => {
  const { path } = of("ola");
  const [, projectId, proof] = /wnioski\/[^/]+\/([^/]+)\/([^/]+)/.exec(path) ?? [];
  const asked = await place.call(`POST /v1/cycles/${cycleId}/proposals/${projectId}/merging`, {
    body: { proof, number: of("marek").number, ...TEXT },
  });
  expect([asked.status, asked.body]).toEqual([200, { into: of("ola").id, state: "asked" }]);
  expect((await place.call(`GET ${path}`)).text).toContain("Cofnij propozycję");
  expect((await answer("ola", "ola", "decline")).status).toBe(303);
  expect((await merging("ola")).state).toBe("refused");
});

test("when both agree somebody of the office confirms it, and the other goes into theirs", async () => {
  expect((await ask("ola", of("marek").number)).status).toBe(303);
  expect((await answer("marek", "ola", "accept")).status).toBe(303);
  expect((await merging("ola")).state).toBe("agreed");
  const done = await place.call(`POST ${desk("ola")}/confirmation`, {
    token: await place.staff("coordinator"),
    body: {},
  });
  expect([done.status, done.body.state]).toEqual([200, "merged"]);
  const shown = async (name: string) =>
    (await place.call(`GET /v1/cycles/${cycleId}/projects/${of(name).id}`)).body;
  expect((await shown("ola")).title).toBe(TEXT.title);
  expect((await shown("marek")).status).toBe("merged");
});

test("nobody is asked more than three times by one proposal", async () => {
  for (let n = 0; n < 3; n++) {
    expect((await ask("iza", of("ola").number, { title: `Park ${n}` })).status).toBe(303);
    expect((await answer("ola", "iza", "decline")).status).toBe(303);
  }
  const fourth = await ask("iza", of("ola").number, { title: "Park 4" });
  expect([fourth.status, faultsOfPage(fourth.text)]).toEqual([409, []]);
  expect((await place.call(`GET ${of("iza").path}`)).text).not.toContain("zaproponuj-laczenie");
});
