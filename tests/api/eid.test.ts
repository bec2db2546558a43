import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childPeselOf, openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { lyingEid, signInByEid } from "../kit/eid-provider.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";
import { visitor } from "../kit/visitor.ts";

const { eid, lies } = lyingEid();
let place: Place;
let vote: TestVote;

const POOLS = { L13: { amountZloty: 50_000, costsZloty: [20_000] } };

beforeAll(async () => {
  place = await openPlace({ eid });
  vote = await openTestVote(place, {
    pools: POOLS,
    voters: 0,
    roll: [peselOf(0), peselOf(1), childPeselOf(0)].map((pesel) => `${pesel};Nowak-Łoś;L13\n`).join(""),
  });
});
afterAll(() => place?.close());

/** The start of the way: where the browser is sent, and the cookie that binds the way to it. */
const begin = async (language: "" | "/en" = "") => {
  const reply = await place.call(`GET ${language}/glosuj/${vote.cycleId}/eid`);
  const [, cookie = ""] = /(eid=[^;]+)/.exec(reply.headers.getSetCookie().join("\n")) ?? [];
  return { status: reply.status, location: reply.headers.get("location") ?? "", cookie };
};

const comeBack = (url: string, cookie: string) => {
  const { pathname, search } = new URL(url);
  return place.call(`GET ${pathname}${search}`, { headers: { cookie } });
};

const cookieOf = (headers: Headers, name: string): string =>
  new RegExp(`${name}=([^;]*)`).exec(
    headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? "",
  )?.[1] ?? "";

describe("a voter with an eID", () => {
  test("comes back from the provider to their list, without a code, and votes on it", async () => {
    const { location, cookie } = await begin("/en");
    const back = await comeBack(await signInByEid(location, peselOf(0)), cookie);
    expect([back.status, back.headers.get("location")]).toEqual([
      303,
      `/en/glosuj/${vote.cycleId}/lista/L13`,
    ]);
    const token = cookieOf(back.headers, "voter");
    const list = await place.call(`GET /en/glosuj/${vote.cycleId}/lista/L13`, {
      headers: { cookie: `voter=${token}` },
    });
    expect(list.status).toBe(200);
    const cast = await place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
      token,
      key: true,
      body: { sections: [{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 3 } }] },
    });
    expect(cast.status).toBe(201);
    expect(place.mailbox.mails("0")).toEqual([]);
  });

  test("asks with state, nonce and a PKCE challenge, and for a fresh sign-in", async () => {
    const [one, other] = [new URL((await begin()).location), new URL((await begin()).location)];
    for (const name of ["state", "nonce", "code_challenge"]) {
      // 256 bits in base64url.
      expect(one.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
    expect(one.searchParams.get("code_challenge_method")).toBe("S256");
    expect(one.searchParams.get("prompt")).toBe("login");
  });

  test("who is a child states the guardian first", async () => {
    const { location, cookie } = await begin();
    const back = await comeBack(await signInByEid(location, childPeselOf(0)), cookie);
    expect([back.status, back.headers.get("location")]).toEqual([303, `/glosuj/${vote.cycleId}/kod`]);
    expect(cookieOf(back.headers, "voter")).toBe("");
    const asked = await place.call(`GET /glosuj/${vote.cycleId}/kod`, {
      headers: { cookie: `code=${cookieOf(back.headers, "code")}` },
    });
    expect(asked.text).toContain('name="guardian"');
    const go = (guardian?: string) =>
      place.call(`POST /glosuj/${vote.cycleId}/kod`, {
        form: { act: "guardian", ...(guardian && { guardian }) },
        headers: { cookie: `code=${cookieOf(back.headers, "code")}`, origin: place.url },
      });
    expect((await go()).status).toBe(422);
    const on = await go("yes");
    expect([on.status, on.headers.get("location")]).toEqual([303, `/glosuj/${vote.cycleId}/lista/L13`]);
  });

  test("who is not on the roll is told so, with the way to a statement", async () => {
    const { location, cookie } = await begin();
    const back = await comeBack(await signInByEid(location, peselOf(9)), cookie);
    expect(back.status).toBe(403);
    expect(back.text).toContain("nie ma Cię w spisie");
    expect(back.text).toContain(`/glosuj/${vote.cycleId}/oswiadczenie`);
  });
});

describe("an answer that is not ours to take", () => {
  test("in another browser, or a second time in the same one", async () => {
    const { location, cookie } = await begin();
    const url = await signInByEid(location, peselOf(1));
    const other = await begin();
    expect((await comeBack(url, other.cookie)).status).toBe(400);
    expect((await comeBack(url, "")).status).toBe(400);
    expect((await comeBack(url, cookie)).status).toBe(303);
    expect((await comeBack(url, cookie)).status).toBe(400);
  });

  test("of another sign-in: its code does not fit the verifier", async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const swapped = new URL(await signInByEid(theirs.location, peselOf(1)));
    swapped.searchParams.set("state", new URL(mine.location).searchParams.get("state") ?? "");
    expect((await comeBack(swapped.href, mine.cookie)).status).toBe(400);
  });

  test("too late, refused by the person, or with a number that is none", async () => {
    const refused = await begin();
    const state = new URL(refused.location).searchParams.get("state");
    const denied = await place.call(`GET /eid/powrot?state=${state}&error=access_denied`, {
      headers: { cookie: refused.cookie },
    });
    expect([denied.status, denied.text.includes("przerwane")]).toEqual([400, true]);
    const lied = await begin();
    lies.pesel = "44051401358";
    expect((await comeBack(await signInByEid(lied.location, peselOf(1)), lied.cookie)).status).toBe(400);
    delete lies.pesel;
    const late = await begin();
    const url = await signInByEid(late.location, peselOf(1));
    await place.clock.moveTo((now) => now + 601_000);
    expect((await comeBack(url, late.cookie)).status).toBe(400);
  });
});

test("the number is in no cookie, address or page on the way", async () => {
  const { location, cookie } = await begin();
  const back = await comeBack(await signInByEid(location, peselOf(9)), cookie);
  const seen = [location, cookie, back.text, back.headers.getSetCookie().join("\n")].join("\n");
  expect(seen).not.toContain(peselOf(9));
});

test("nothing of it is shown where it is not set up, or where the edition does not have it", async () => {
  const page = await visitor(place).open(`/glosuj/${vote.cycleId}`);
  expect(page.text).toContain(`/glosuj/${vote.cycleId}/eid`);
  const bare = await openPlace();
  try {
    const without = await openTestVote(bare, { pools: POOLS, voters: 1 });
    expect((await visitor(bare).open(`/glosuj/${without.cycleId}`)).text).not.toContain("/eid");
    expect((await bare.call(`GET /glosuj/${without.cycleId}/eid`)).status).toBe(404);
    expect((await bare.call(`GET /v1/cycles/${without.cycleId}`)).body.identity.eid).toBeNull();
  } finally {
    await bare.close();
  }
  const poznan = await openTestVote(place, {
    pools: POOLS,
    voters: 1,
    roll: "Jan;Kowalski;Długa 5;1359;L13\n",
    rules: { identity: POZNAN_IDENTITY, guardianBelowAge: 0 },
  });
  expect((await place.call(`GET /glosuj/${poznan.cycleId}/eid`)).status).toBe(404);
});

test("whoever came by eID shares no contact with anybody: a crowd of them is no farm of phones", async () => {
  const crowd = 21;
  const many = await openTestVote(place, { pools: POOLS, voters: crowd });
  for (let n = 0; n < crowd; n++) {
    const begun = await place.call(`GET /glosuj/${many.cycleId}/eid`);
    const [, cookie = ""] = /(eid=[^;]+)/.exec(begun.headers.getSetCookie().join("\n")) ?? [];
    const url = await signInByEid(begun.headers.get("location") ?? "", peselOf(n));
    const { pathname, search } = new URL(url);
    const back = await place.call(`GET ${pathname}${search}`, {
      headers: { cookie, "x-forwarded-for": "203.0.113.7" },
    });
    expect(back.status).toBe(303);
  }
  const { body } = await place.call(`GET /v1/staff/cycles/${many.cycleId}/signals`, {
    token: await place.staff("commission"),
  });
  expect(body.looked).toBe(crowd);
  expect(JSON.stringify(body.clusters)).not.toContain("few-contacts");
});
