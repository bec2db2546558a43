import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import type { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import type { Route } from "../../shared/platform/route.ts";
import { openTestVote, rollOf, tokenOf } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { letterAbout, openCall, pathInLetter, propose } from "../kit/proposals.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";
import { callMeeting, tokenOf as linkTokenOf, signUp } from "./meeting-parts.ts";

/** Two of everything that belongs to somebody: mine is asked for with what proves the other. */
let place: Place;
let votes: readonly string[];
let voter: string;
let call: string;
let meeting: MeetingId;
let mine: SignupId;
let parameters: Readonly<Record<string, string>>;
/** What proves somebody else, or nobody, in the place of a link's last part. */
let strangers: readonly string[];

beforeAll(async () => {
  place = await openPlace();
  const pools = { L13: { amountZloty: 50_000, costsZloty: [20_000] } };
  const [one, other] = [
    await openTestVote(place, { pools, voters: 2, roll: rollOf(2) }),
    await openTestVote(place, { pools, voters: 2, roll: rollOf(2) }),
  ];
  votes = [one.cycleId, other.cycleId];
  voter = await tokenOf(place, other.cycleId, 1);
  call = await openCall(place);
  const [ours, theirs] = [
    await propose(place, call),
    await propose(place, call, { author: { name: "Jan Kos", email: "kos@example.com", isNamePublic: true } }),
  ];
  meeting = (await callMeeting(place)).body.id;
  mine = (await signUp(place, meeting, 1)).body.id;
  const yours = (await signUp(place, meeting, 2)).body.id;
  await place.call("POST /zglos", { form: { email: "autorka@example.com", cycle: call, key: newKey() } });
  const start = await letterAbout(place, "autorka@example.com", /./);
  await place.call(`POST /v1/cycles/${call}/proposals/${ours.id}/supports`, {
    body: { name: "Ewa", address: "ul. Mariacka 5/7", email: "ewa@example.com" },
  });
  const support = await letterAbout(place, "ewa@example.com", /./);
  const last = (path: string) => path.split("/").at(-1) ?? "";
  parameters = {
    cycleId: call,
    projectId: ours.id,
    meetingId: meeting,
    signupId: mine,
    pool: "L13",
    task: "pomysl",
  };
  strangers = [
    last(theirs.path),
    await linkTokenOf(place, meeting, yours),
    last(pathInLetter(start)),
    last(pathInLetter(support)),
    voter,
    "0".repeat(26),
    "x",
  ];
});
afterAll(() => place?.close());

const rowsBy = (by: Route["who"]["by"]): [string, Route][] =>
  Object.entries<Route>(routes).filter(([, { who }]) => who.by === by);

const filled = (path: string, own: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(own[name] ?? parameters[name] ?? "x"));

const stored = async (): Promise<string> => {
  const project = await place.call(`GET /v1/cycles/${call}/projects/${parameters.projectId}`);
  const roster = await place.call(`GET /v1/meetings/${meeting}`);
  return JSON.stringify([project.body, roster.body]);
};

describe.each(rowsBy("mailed-link"))("%s", (_name, { key, page }) => {
  test("opens with its own link alone: not with one of somebody else, of something else, or of nobody", async () => {
    const before = await stored();
    const [method = "", path = ""] = key.split(" ");
    const name = /\{(token|proof)\}/.exec(path)?.[1];
    // A link that says by itself what it is for opens that: no other is its own.
    const isOwn = (stranger: string) =>
      (path.startsWith("/zglos/") && stranger === strangers[2]) ||
      (path.startsWith("/poparcie/") && stranger === strangers[3]);
    for (const stranger of strangers.filter((one) => !isOwn(one))) {
      const { status } = await place.call(
        `${method} ${filled(path, { ...(name && { [name]: stranger }) })}`,
        {
          ...(name === undefined && { token: stranger }),
          ...(method !== "GET" &&
            (page
              ? { form: { key: newKey() } }
              : { body: method === "POST" ? { proof: stranger } : undefined })),
        },
      );
      expect([stranger, [400, 401, 403, 404, 422].includes(status), status]).toEqual([
        stranger,
        true,
        status,
      ]);
    }
    expect(await stored()).toBe(before);
  });
});

describe.each(rowsBy("voter-token"))("%s", (_name, { key, page }) => {
  test("takes the token of this vote's voter alone", async () => {
    const [method = "", path = ""] = key.split(" ");
    const target = `${method} ${filled(path, { cycleId: votes[0] ?? "" })}`;
    const staff = await place.staff("admin");
    const body = { sections: [{ pool: "L13", points: {} }] };
    for (const token of [undefined, "x", staff, strangers[2], voter]) {
      const { status } = await place.call(target, {
        ...(page
          ? { headers: { ...(token && { cookie: `voter=${token}` }), origin: place.url } }
          : { ...(token && { token }), key: true }),
        ...(method !== "GET" && (page ? { form: { at: "check", key: newKey() } } : { body })),
      });
      expect([target, token, [401, 403, 404].includes(status), status]).toEqual([
        target,
        token,
        true,
        status,
      ]);
    }
  });
});

test("a session of another vote lets nobody in, and sends no code, at the door of this one", async () => {
  const [ours = "", theirs = ""] = votes;
  const at = (cycleId: string) => `/v1/cycles/${cycleId}/voter-sessions`;
  const { session } = (await place.call(`POST ${at(ours)}`, { body: identityOf(1) })).body;
  const code = await codeFor(place, session);
  const enter = (cycleId: string) => place.call(`POST ${at(cycleId)}/${session}/code`, { body: { code } });
  expect((await enter(theirs)).status).toBe(404);
  expect((await place.call(`POST ${at(theirs)}/${session}/resend`)).status).toBe(401);
  const page = await place.call(`POST /glosuj/${theirs}/kod`, {
    form: { code },
    headers: { cookie: `code=${session}`, origin: place.url },
  });
  expect(page.headers.getSetCookie().join()).not.toContain("voter=");
  expect((await enter(ours)).status).toBe(200);
});

test("the same rows open with what is theirs", async () => {
  const own = await tokenOf(place, votes[0] ?? "", 0);
  const list = await place.call(`GET /glosuj/${votes[0]}/lista/L13`, { headers: { cookie: `voter=${own}` } });
  expect(list.status).toBe(200);
  const [start = "", support = ""] = [strangers[2], strangers[3]];
  expect((await place.call(`GET /zglos/${start}`)).status).toBe(200);
  expect((await place.call(`GET /poparcie/${support}`)).status).toBe(200);
  const token = await linkTokenOf(place, meeting, mine);
  expect((await place.call(`GET /zapis/${meeting}/${mine}/${token}`)).status).toBe(200);
  expect((await place.call(`DELETE /v1/meetings/${meeting}/signups/${mine}`, { token })).status).toBe(204);
});
