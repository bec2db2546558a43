/** What somebody had in hand who leaves the office: whose it is then, on whose list it stands, and what the journal says. */
import { afterAll, beforeAll, expect } from "vitest";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import { inTurn } from "../kit/in-turn.ts";
import { aMatter } from "../kit/matters.ts";
import { moderate, queueOf } from "../kit/moderation.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, decideStage, enterPhase, openCall, propose } from "../kit/proposals.ts";
import { openGathering, remark } from "../kit/remarks.ts";
import { OFFICE, openStaffFile } from "../kit/staff-file.ts";
import { today } from "../kit/time.ts";

const { test } = inTurn();
const staffFile = openStaffFile();

let place: Place;
let cycleId: string;
const ids: string[] = [];
beforeAll(async () => {
  place = await openPlace({ staffFile: staffFile.path });
  await place.settle();
  cycleId = await openCall(place, ASKS_FOR_NONE);
  for (const name of ["ola", "adam", "iza"]) {
    const author = { name, email: `${name}@example.com`, isNamePublic: true };
    ids.push((await propose(place, cycleId, { title: `Ławki: ${name}`, author })).id);
  }
  await enterPhase(place, cycleId, "formal-review");
  await decideStage(place, cycleId, Object.fromEntries(ids.map((id) => [id, "accepted" as const])));
  await enterPhase(place, cycleId, "merit-review");
}, 60_000);
afterAll(async () => {
  await place?.close();
  staffFile.remove();
});

type Who = Parameters<Place["staff"]>;
const ANNA: Who = ["coordinator", 0];
const TOMASZ: Who = ["coordinator", 1];
const ADMIN: Who = ["admin", 0];

const follow = async (gone: readonly string[]) => {
  staffFile.write(OFFICE.filter(({ username = "" }) => !gone.includes(username)));
  await place.invoke("directory", { sweep: true });
};
const got = async (who: Who, path: string) => place.call(`GET ${path}`, { token: await place.staff(...who) });
const sent = async (who: Who, path: string, body: object = {}) =>
  place.call(`POST ${path}`, { token: await place.staff(...who), body });
const card = (n: number): string => `/v1/staff/cycles/${cycleId}/projects/${ids[n]}/merit-check`;
const isOn = async (who: Who, whose: string, id = "-"): Promise<boolean> =>
  (await got(who, `/v1/staff/work?whose=${whose}&limit=100`)).body.items.some(({ link }: { link: string }) =>
    link.includes(id),
  );
const username = (name: string): string => OFFICE.find((one) => one.name === name)?.username ?? "";
const passedOn = async (subject = "") =>
  (await got(["auditor", 0], `/v1/staff/audit?subject=${subject}&limit=100`)).body.items
    .filter(({ act }: { act: string }) => act === "WORK passed on")
    .map(({ facts }: { facts: object }) => facts);

test("a card of somebody whose account is closed is nobody's at once, and anybody takes it", async () => {
  expect((await sent(TOMASZ, `${card(0)}/taking`)).body.heldBy).toBe("Tomasz Bielik");
  expect([await isOn(TOMASZ, "taken", ids[0]), await isOn(ANNA, "nobody", ids[0])]).toEqual([true, false]);
  await follow([username("Tomasz Bielik")]);
  const { body } = await got(ANNA, card(0));
  expect([body.heldBy, await isOn(ANNA, "nobody", ids[0])]).toEqual([null, true]);
  expect(await passedOn(ids[0])).toEqual([{ before: "Tomasz Bielik", to: null }]);
  expect((await sent(ANNA, `${card(0)}/taking`)).body.heldBy).toBe("Anna Wrona");
});

test("with somebody who stands in and may do it, it is theirs", async () => {
  await follow([]);
  // Their sessions are over: a coordinator gives it to them.
  const tomasz = subjectOf({ username: username("Tomasz Bielik") });
  expect((await sent(ANNA, `${card(1)}/giving`, { person: tomasz })).status).toBe(200);
  const person = `/v1/staff/people/${tomasz}`;
  const { version } = (await got(ADMIN, person)).body;
  const standIn = subjectOf({ username: username("Anna Wrona") });
  const away = await place.call(`PATCH ${person}`, {
    token: await place.staff("admin"),
    headers: { "if-match": `"v${version}"` },
    body: { absence: { from: today(place), to: today(place, 30), standIn } },
  });
  expect(away.status).toBe(200);
  await follow([username("Tomasz Bielik")]);
  expect((await got(ANNA, card(1))).body.heldBy).toBe("Anna Wrona");
  expect(await isOn(ANNA, "taken", ids[1])).toBe(true);
  expect(await passedOn(ids[1])).toEqual([{ before: "Tomasz Bielik", to: "Anna Wrona" }]);
  await follow([]);
});

test("an opinion goes back to its unit, and a matter to the desk, also when their person is removed from the list", async () => {
  const all = `/v1/staff/cycles/${cycleId}/projects/${ids[2]}/opinions`;
  await sent(ANNA, all, { units: ["zielen"] });
  const olga = subjectOf({ username: username("Olga Sasanka") });
  expect((await sent(ANNA, `${all}/zielen/assignment`, { person: olga })).status).toBe(200);
  const matter = await place.call("POST /v1/staff/matters", {
    ...{ token: await place.staff("clerk"), key: newKey(), body: aMatter(place) },
  });
  const given = await sent(["clerk", 0], `/v1/staff/matters/${matter.body.id}/assignment`, {
    owner: `person#${olga}`,
  });
  expect(given.status).toBe(200);

  await follow([username("Olga Sasanka")]);
  expect((await got(ANNA, `${all}/zielen`)).body).toMatchObject({ state: "asked", writtenBy: null });
  expect(await isOn(["unit", 1], "nobody", ids[2])).toBe(true);
  expect((await got(["clerk", 0], `/v1/staff/matters/${matter.body.id}`)).body.owner).toBe("queue#desk");
  expect(await isOn(["clerk", 0], "mine", matter.body.id)).toBe(true);
  // Who was removed leaves nothing behind, either.
  await sent(["clerk", 0], `/v1/staff/matters/${matter.body.id}/assignment`, { owner: `person#${olga}` });
  const removed = await place.call(`DELETE /v1/staff/people/${olga}`, {
    token: await place.staff("admin"),
    headers: { "if-match": `"v${(await got(ADMIN, `/v1/staff/people/${olga}`)).body.version}"` },
  });
  expect(removed.status).toBe(204);
  expect((await got(["clerk", 0], `/v1/staff/matters/${matter.body.id}`)).body.owner).toBe("queue#desk");
  expect(await isOn(["clerk", 0], "mine", matter.body.id)).toBe(true);
});

test("a remark that a moderator has taken is nobody's once they are gone", async () => {
  await follow([]);
  const id = await openGathering(place);
  await remark(place, id, { text: "Za mało ławek.", email: "moderowana@example.com" });
  expect((await moderate(place, id, "taking")).status).toBe(200);
  expect((await queueOf(place, "nobody", 1)).some(({ href }) => href.includes(id))).toBe(false);
  await follow([username("Katarzyna Szczygieł")]);
  expect((await queueOf(place, "nobody", 1)).some(({ href }) => href.includes(id))).toBe(true);
  expect((await moderate(place, id, "taking", undefined, { n: 1 })).status).toBe(200);
});
