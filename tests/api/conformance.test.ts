import { afterAll, beforeAll, expect, test } from "vitest";
import { holderOf } from "../../infra/keys/prove.ts";
import { openapiNow } from "../../infra/openapi.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { countTestVote, openTestVote, rollOf, signAndPublish, vote } from "../kit/city.ts";
import { bringKeys } from "../kit/commission-keys.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterProjects } from "../kit/projects.ts";
import { importRoll } from "../kit/roll.ts";
import { identityOf } from "../kit/voting-city.ts";
import { openConformity } from "./conforms.ts";
import { aConsultation, aMeeting } from "./meeting-parts.ts";

const conformity = openConformity(await openapiNow());
const seen = new Map<string, Set<number>>();
const faults: string[] = [];

let place: Place;

/** The place with every answer held against the document. */
const watched = (one: Place): Place => ({
  ...one,
  call: async (route, call) => {
    const answer = await one.call(route, call);
    const [method = "", target = ""] = route.split(" ");
    const path = target.split("?")[0] ?? "";
    const operation = conformity.operations.find((each) => each.method === method && each.pattern.test(path));
    if (operation) seen.set(operation.id, (seen.get(operation.id) ?? new Set()).add(answer.status));
    const exchange = {
      method,
      path,
      status: answer.status,
      type: answer.headers.get("content-type"),
      text: answer.text,
    };
    faults.push(...conformity.faults(exchange).map((fault) => `${route} ${answer.status}: ${fault}`));
    return answer;
  },
});

beforeAll(async () => {
  place = watched(await openPlace());
});
afterAll(() => place?.close());

test("every answer on the way from an edition to its results is as the OpenAPI document says", async () => {
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const city = await openTestVote(place, {
    pools: {
      L12: { amountZloty: 5000, costsZloty: [] },
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000] },
    },
    voters: 3,
    prepare: async ({ cycleId }) => {
      await enterProjects(place, cycleId, [{ pool: "L12", title: "Ławki", costGrosze: 100_000 }]);
      await importRoll(place, cycleId, rollOf(3));
      await bringKeys(place, cycleId, { ballots: holderOf(ballots), links: holderOf(links) });
    },
  });
  const { cycleId, projects } = city;
  const [M = "", other = ""] = projects.M ?? [];
  const coordinator = await place.staff("coordinator");
  for (const n of [0, 1, 2])
    await vote(place, cycleId, n, [{ pool: "M", points: { [M]: n === 0 ? 1 : 2, [other]: 1 } }]);
  const cast = await vote(place, cycleId, 0, [{ pool: "M", points: { [M]: 1 } }]);
  expect(cast.status).toBe(409);
  const asked = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, { body: identityOf(1) });
  await place.call(`POST /v1/cycles/${cycleId}/voter-sessions/${asked.body.session}/resend`);
  const before = await place.call(`GET /v1/cycles/${cycleId}/results`);
  expect(before.status).toBe(404);

  const counted = await countTestVote(place, { ...city, privateKey: ballots.privateKey });
  await signAndPublish(place, cycleId, counted.count.digest);
  const reads = [
    ...[
      "",
      `/${cycleId}`,
      `/${cycleId}/projects`,
      `/${cycleId}/projects?pool=M&q=projekt&limit=1`,
      `/${cycleId}/projects/${M}`,
    ],
    ...[`/${cycleId}/projects.csv`, `/${cycleId}/projects.geojson`, `/${cycleId}/receipts/nie-ma`],
    ...[
      `/${cycleId}/results`,
      `/${cycleId}/results.csv`,
      `/${cycleId}/results/M.pb`,
      `/${cycleId}/results/package.zip`,
      "/nie-ma",
    ],
  ];
  for (const path of reads) await place.call(`GET /v1/cycles${path}`);
  for (const path of ["", "/projects", `/projects/${M}`])
    await place.call(`GET /v1/staff/cycles/${cycleId}${path}`, { token: coordinator });
  await place.call("GET /v1/cycles?limit=0", { headers: { "accept-language": "en" } });
  await place.call(`PATCH /v1/staff/cycles/${cycleId}/calendar`, {
    token: coordinator,
    body: { name: "voting", reason: "Za późno" },
  });
  await place.call("GET /health");
  await place.call("GET /openapi.json");

  expect(faults).toEqual([]);
  for (const id of [
    "postCycle",
    "postProjects",
    "postRoll",
    "postTransition",
    "postVoterSession",
    "postResend",
    "postCode",
    "postBallot",
    "getResults",
    "getCycles",
    "getProjects",
  ])
    expect([id, [...(seen.get(id) ?? [])].some((status) => status < 300)]).toEqual([id, true]);
});

test("every answer around a consultation and its meeting is as the OpenAPI document says", async () => {
  const token = await place.staff("editor");
  const made = await place.call("POST /v1/staff/consultations", {
    token,
    key: true,
    body: aConsultation(place),
  });
  const consultation = made.body.id;
  const tag = (answer: { headers: Headers }) => ({ "if-match": answer.headers.get("etag") ?? '"v1"' });
  const drafted = await place.call(`GET /v1/staff/consultations/${consultation}`, { token });
  await place.call(`PATCH /v1/staff/consultations/${consultation}`, {
    token,
    headers: tag(drafted),
    body: { forms: ["online"] },
  });
  await place.call(`PATCH /v1/staff/consultations/${consultation}`, {
    token,
    headers: { "if-match": '"v99"' },
    body: { forms: ["online"] },
  });
  await place.call(`PATCH /v1/staff/consultations/${consultation}`, { token, body: { forms: ["online"] } });
  const meeting = (
    await place.call("POST /v1/staff/meetings", {
      token,
      key: true,
      body: aMeeting(place, { consultationId: consultation }, 400),
    })
  ).body.id;
  await place.call(`POST /v1/staff/consultations/${consultation}/publication`, {
    token,
    headers: tag(await place.call(`GET /v1/staff/consultations/${consultation}`, { token })),
  });
  const signed = await place.call(`POST /v1/staff/meetings/${meeting}/signups`, {
    token,
    body: { name: "Jan", email: "jan@example.com", seats: 2 },
  });
  await place.call(`POST /v1/meetings/${meeting}/signups`, {
    body: { name: "Jan", email: "jan@example.com", seats: 1 },
  });
  await place.call(`DELETE /v1/meetings/${meeting}/signups/${signed.body?.id}`);
  for (const path of [
    "consultations",
    `consultations/${consultation}`,
    "meetings",
    `meetings/${meeting}`,
    `meetings/${meeting}/meeting.ics`,
    "meetings?limit=1",
  ])
    await place.call(`GET /v1/${path}`);
  for (const path of ["consultations", `meetings/${meeting}`, `meetings/${meeting}/signups`])
    await place.call(`GET /v1/staff/${path}`, { token });
  await place.call(`PATCH /v1/staff/meetings/${meeting}`, {
    token,
    headers: tag(await place.call(`GET /v1/staff/meetings/${meeting}`, { token })),
    body: { capacity: 70 },
  });
  await place.call(`POST /v1/staff/meetings/${meeting}/cancellation`, { token, body: { reason: "Choroba" } });

  expect(faults).toEqual([]);
  for (const id of [
    "postConsultation",
    "postMeeting",
    "postSignup",
    "postStaffSignup",
    "getMeeting",
    "getConsultation",
    "getSignups",
  ])
    expect([id, [...(seen.get(id) ?? [])].some((status) => status < 300)]).toEqual([id, true]);
});

test("the document's validator finds what is wrong", () => {
  const exchange = { method: "GET", path: "/v1/cycles", status: 200, type: "application/json" };
  expect(conformity.faults({ ...exchange, text: '{"items":[],"next":null}' })).toEqual([]);
  expect(conformity.faults({ ...exchange, text: '{"items":[{}],"next":null}' })).not.toEqual([]);
  expect(conformity.faults({ ...exchange, text: '{"items":[],"next":null,"more":1}' })).not.toEqual([]);
  expect(conformity.faults({ ...exchange, status: 201, text: "{}" })).not.toEqual([]);
  expect(conformity.faults({ ...exchange, status: 404, text: "{}" })).not.toEqual([]);
  expect(conformity.faults({ ...exchange, path: "/v1/nowhere", text: "{}" })).not.toEqual([]);
});
