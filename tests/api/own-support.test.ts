/** Who stands behind a proposal does not support it: a support from before is struck, told and counted no more. */
import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  beginDraft,
  letterAbout,
  openCall,
  PARTS,
  pathInLetter,
  savePart,
} from "../kit/proposals.ts";

const { test } = inTurn();

const INVITATION = /^Zaproszenie do współautorstwa/;
const STRUCK = /^Twoje poparcie wniosku jest skreślone/;
const OLA = { name: "Ola Nowak", email: "ola.nowak@example.com" };
const JAN = { name: "Jan Lis", email: "jan.lis@example.com" };
const EWA = { name: "Ewa Mróz", email: "ewa.mroz@example.com" };

let place: Place;
let cycleId: string;
let draft: string;
const id = (): string => draft.split("/").at(-2) ?? "";
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_TWO);
  draft = await beginDraft(place, cycleId, "lucja@example.com");
  for (const [part, fields] of Object.entries(PARTS)) await savePart(place, draft, part, fields);
  expect((await place.call(`POST ${draft}/sprawdz`, { form: {} })).status).toBe(303);
}, 60_000);
afterAll(() => place?.close());

const supportLink = async (who: { name: string; email: string }): Promise<string> => {
  const asked = await place.call(`POST /v1/cycles/${cycleId}/proposals/${id()}/supports`, {
    body: { ...who, address: `ul. Mariacka ${who.name.length}` },
  });
  expect(asked.status).toBe(202);
  return pathInLetter(await letterAbout(place, who.email, /poparcie/));
};
const invitation = async (who: { name: string; email: string }): Promise<string> => {
  const sent = await place.call(`POST ${draft}/wspolautorzy`, { form: { ...who, key: newKey() } });
  expect(sent.status).toBe(303);
  return pathInLetter(await letterAbout(place, who.email, INVITATION));
};
const press = (link: string) => place.call(`POST ${link}`, { form: {} });
const step = (link: string, event: string) => place.call(`POST ${link}/wspolautorstwo`, { form: { event } });
const supporters = async (): Promise<number> =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${id()}`)).body.supporters;
const lines = async () =>
  (
    await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${id()}/supporters?why=check`, {
      token: await place.staff("clerk"),
    })
  ).body.items as { name: string; struck: string | null }[];
const told = async (email: string): Promise<number> => {
  await place.settle();
  return place.mailbox.mails("0", email).filter((mail) => STRUCK.test(mail.subject)).length;
};

test("a support of somebody who becomes co-author is struck with its reason, counts no more, and they are told once", async () => {
  expect((await press(await supportLink(OLA))).status).toBe(200);
  expect(await supporters()).toBe(1);
  const link = await invitation(OLA);
  expect((await place.call(`GET ${link}`)).text).toContain("Współautor nie popiera własnego wniosku.");
  expect([await supporters(), await told(OLA.email)]).toEqual([1, 0]);
  for (let n = 0; n < 2; n++) expect((await step(link, "accept")).status).toBe(303);
  expect([await supporters(), await told(OLA.email)]).toEqual([0, 1]);
  expect((await lines()).map(({ name, struck }) => [name, struck])).toEqual([[OLA.name, "author"]]);
  const again = await press(await supportLink(OLA));
  expect([again.status, again.text.includes("To Twój wniosek")]).toEqual([422, true]);
});

test("who leaves supports it as anybody else", async () => {
  const link = pathInLetter(await letterAbout(place, OLA.email, INVITATION));
  expect((await step(link, "leave")).status).toBe(303);
  expect((await press(await supportLink(OLA))).status).toBe(200);
  expect(await supporters()).toBe(1);
});

test("of a support and an acceptance at one moment, however they meet, no co-author's support counts", async () => {
  const support = await supportLink(JAN);
  const link = await invitation(JAN);
  await Promise.all([press(support), step(link, "accept")]);
  const own = (await lines()).filter(({ name }) => name === JAN.name);
  expect(own.filter(({ struck }) => struck === null)).toEqual([]);
  expect(await supporters()).toBe(1);
});

test("who signed the paper as co-author is struck, too, where the clerk knows their mailbox", async () => {
  expect((await press(await supportLink(EWA))).status).toBe(200);
  expect(await supporters()).toBe(2);
  const body = { ...EWA, isNamePublic: false };
  const entered = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id()}/co-authors`, {
    ...{ token: await place.staff("clerk"), key: newKey(), body },
  });
  expect(entered.status).toBe(200);
  expect([await supporters(), await told(EWA.email)]).toEqual([1, 1]);
});
