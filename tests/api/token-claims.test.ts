import { EncryptJWT, type JSONWebKeySet } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { jwtAuthorizer } from "../../infra/local/gateway/authorizer.ts";
import { type Instant, instant, milliseconds } from "../../shared/domain/time.ts";
import { openEid } from "../../shared/platform/eid.ts";
import { openSignIn } from "../../shared/platform/sign-in.ts";
import { openTokens } from "../../shared/platform/tokens.ts";
import { openVault } from "../../shared/platform/vault.ts";
import { peselOf } from "../kit/city.ts";
import { openOidcProvider, type SaidClaims } from "../kit/oidc-provider.ts";

const NOW: Instant = "2027-09-09T10:00:00.000Z";
const SECONDS = milliseconds(NOW) / 1000;
const system = { now: () => NOW, random: (bytes: number) => new Uint8Array(bytes) };
const CLIENT = "rynek";

let provider: Awaited<ReturnType<typeof openOidcProvider>>;
beforeAll(async () => {
  provider = await openOidcProvider();
});
afterAll(() => provider?.close());

const settings = () => ({ issuer: provider.url, clientId: CLIENT, siteUrl: "http://127.0.0.1" });

/** Everything right but one claim, each in turn: the table of what a token may not say. */
const wrongs = (own: Readonly<Record<string, readonly unknown[]>>): readonly [string, SaidClaims][] => [
  ["of another issuer", { iss: "https://elsewhere.example" }],
  ["without an issuer", { iss: undefined }],
  ["whose time is over this second", { exp: SECONDS }],
  ["that is not valid yet", { nbf: SECONDS + 60 }],
  ...Object.entries(own).flatMap(([claim, values]) =>
    values.map((value): [string, SaidClaims] => [
      value === undefined ? `without ${claim}` : `with ${claim} ${JSON.stringify(value)}`,
      { [claim]: value },
    ]),
  ),
];

describe("an access token of staff", () => {
  const right = (): SaidClaims => ({
    iss: provider.url,
    sub: "7b0c",
    name: "Anna Wrona",
    client_id: CLIENT,
    token_use: "access",
    jti: "a-session",
    iat: SECONDS - 60,
    exp: SECONDS + 60,
    "cognito:groups": ["coordinator"],
  });

  test("that is right in everything names the person and the roles", async () => {
    const signedIn = await openSignIn(settings(), system).verify(await provider.sign(right()));
    expect(signedIn?.staff).toEqual({
      kind: "staff",
      id: "7b0c",
      name: "Anna Wrona",
      roles: ["coordinator"],
    });
    expect(signedIn?.session).toEqual({
      id: "a-session",
      person: "7b0c",
      startedAt: "2027-09-09T09:59:00.000Z",
      endsAt: "2027-09-09T10:01:00.000Z",
    });
  });

  test("that was refreshed is of the session that began when its person signed in", async () => {
    const refreshed = { ...right(), jti: "another", origin_jti: "a-session", auth_time: SECONDS - 7200 };
    const signedIn = await openSignIn(settings(), system).verify(await provider.sign(refreshed));
    expect(signedIn?.session).toMatchObject({ id: "a-session", startedAt: "2027-09-09T08:00:00.000Z" });
  });

  test.each(
    wrongs({
      client_id: ["another-client", undefined, ["rynek"], "Rynek"],
      token_use: ["id", undefined],
      sub: [undefined, ""],
      jti: [undefined, ""],
    }),
  )("%s opens nothing", async (_name, wrong) => {
    const token = await provider.sign({ ...right(), ...wrong });
    expect(await openSignIn(settings(), system).verify(token)).toBeUndefined();
  });

  test("signed by another key opens nothing, here and at the gateway", async () => {
    const forged = await provider.forge(right());
    expect(await openSignIn(settings(), system).verify(forged)).toBeUndefined();
    const keys = (await (await fetch(`${provider.url}/keys`)).json()) as JSONWebKeySet;
    const clock = { now: () => milliseconds(NOW) };
    const authorizer = jwtAuthorizer({ issuer: provider.url, audience: CLIENT, keys, clock });
    expect(await authorizer(forged)).toBeNull();
    expect(await authorizer(await provider.sign(right()))).toMatchObject({ sub: "7b0c" });
  });

  test("opens no role that its groups do not name", async () => {
    const token = await provider.sign({ ...right(), "cognito:groups": ["Coordinator", "root", "clerk"] });
    expect((await openSignIn(settings(), system).verify(token))?.staff.roles).toEqual(["clerk"]);
  });
});

describe("an id_token of the eID", () => {
  const nonce = "n".repeat(43);
  const right = (): SaidClaims => ({
    iss: provider.url,
    aud: CLIENT,
    sub: "somebody",
    nonce,
    exp: SECONDS + 60,
    pesel: peselOf(1),
  });
  const redeem = async (token: string) => {
    provider.state.reply = { id_token: token };
    return await openEid(settings(), system).redeem({ code: "code", verifier: "verifier", nonce });
  };

  test.each([
    ["pesel", peselOf(1)],
    ["personal_identifier", `PNOPL-${peselOf(1)}`],
    ["personal_identifier", `PL/PL/${peselOf(1)}`],
  ])("that is right in everything names the person, by %s", async (claim, value) => {
    const token = await provider.sign({ ...right(), pesel: undefined, [claim]: value });
    expect(await redeem(token)).toBe(peselOf(1));
  });

  test.each(
    wrongs({
      aud: ["another-client", undefined, []],
      nonce: ["m".repeat(43), undefined, ""],
      pesel: ["44051401358", undefined, "", `PNODE-${peselOf(1)}`, `${peselOf(1)}0`],
    }),
  )("%s names nobody", async (_name, wrong) => {
    expect(await redeem(await provider.sign({ ...right(), ...wrong }))).toBeUndefined();
  });

  test("signed by another key, or by nobody, names nobody", async () => {
    expect(await redeem(await provider.forge(right()))).toBeUndefined();
    const [head, body] = [{ alg: "none" }, right()].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    expect(await redeem(`${head}.${body}.`)).toBeUndefined();
  });
});

describe("a provider that could not be reached once", () => {
  test("is asked again: one hiccup locks nobody out", async () => {
    const [signIn, eid] = [openSignIn(settings(), system), openEid(settings(), system)];
    const asked = { state: "s", nonce: "n", challenge: "c", language: "pl" } as const;
    provider.state.isUp = false;
    await expect(signIn.authorizeUrl("s", "c", "pl")).rejects.toThrow();
    await expect(eid.authorizeUrl(asked)).rejects.toThrow();
    provider.state.isUp = true;
    expect(await signIn.authorizeUrl("s", "c", "pl")).toContain("/authorize?");
    expect(await eid.authorizeUrl(asked)).toContain("/authorize?");
    const before = provider.state.discoveries;
    await signIn.authorizeUrl("s", "c", "pl");
    expect(provider.state.discoveries).toBe(before);
  });
});

describe("a token of ours", () => {
  const stored = new Map<string, string>();
  const vault = openVault({
    read: async (name) => stored.get(name),
    create: async (name, value) => void stored.set(name, value),
    remove: async (name) => void stored.delete(name),
  });
  beforeAll(() => vault.createSecrets());
  const Claims = z.object({ who: z.string() });
  const at = (ms: number): Instant => instant(milliseconds(NOW) + ms);

  test("is alive up to its second, and expired in it", async () => {
    const tokens = openTokens(vault, system);
    const expiryOf = async (ms: number) =>
      (await tokens.open("voter", await tokens.seal("voter", { who: "a" }, at(ms)), Claims))?.expired;
    expect([await expiryOf(-1000), await expiryOf(0), await expiryOf(1000)]).toEqual([true, true, false]);
  });

  test("of another purpose, of another shape or of another key is none", async () => {
    const tokens = openTokens(vault, system);
    const token = await tokens.seal("voter", { who: "a" }, at(1000));
    expect(await tokens.open("author", token, Claims)).toBeUndefined();
    expect(await tokens.open("voter", token, z.object({ who: z.number() }))).toBeUndefined();
    const foreign = await new EncryptJWT({ claims: { who: "a" } })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .encrypt(new Uint8Array(32).fill(9));
    expect(await tokens.open("voter", foreign, Claims)).toBeUndefined();
  });
});
