import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { afterEach, expect, test } from "vitest";
import { openClock } from "../../infra/local/clock.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { jwtAuthorizer } from "../../infra/local/gateway/authorizer.ts";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { DEMO_STAFF, type DemoPerson } from "../../infra/local/issuer/staff.ts";
import { openIssuer } from "../../infra/local/issuer.ts";
import { openKey } from "../../infra/local/oidc/key.ts";
import { openPool } from "../../infra/local/pool.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import { signInAt } from "../kit/sign-in.ts";

const YEAR = 366 * 86_400_000;
let gateway: Gateway;
afterEach(() => gateway?.close());

const open = async (folder: string | null = null) => {
  const clock = openClock();
  const port = await freePort();
  const issuer = openIssuer({
    key: await openKey(folder),
    origin: `http://127.0.0.1:${port}`,
    clock,
    pool: openPool(null),
  });
  gateway = await openGateway({
    spoken: LANGUAGES,
    rows: [{ key: "ANY /v1/staff", fn: "cycles", guard: "staff-token" }],
    invoke: async (_fn, event) => event.requestContext.authorizer?.jwt,
    authorizer: jwtAuthorizer({ issuer: issuer.url, audience: issuer.clientId, keys: issuer.keys, clock }),
    clock,
    frontSecret: "front",
    port,
    host: "127.0.0.1",
    extra: issuer.door,
  });
  const call = (token?: string) =>
    fetch(
      `${gateway.url}/v1/staff`,
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );
  return { clock, issuer, call };
};

const somebody = DEMO_STAFF[0] as DemoPerson;

test("two made-up people hold each role, and two each unit that has any", () => {
  const held = DEMO_STAFF.map(({ role, unit }) => (role === "unit" ? `unit ${unit}` : role));
  const counts = new Map<string, number>();
  for (const one of held) counts.set(one, (counts.get(one) ?? 0) + 1);
  expect(new Set(counts.values())).toEqual(new Set([2]));
  expect(new Set(DEMO_STAFF.map(({ role }) => role))).toEqual(new Set(ROLES));
  expect(new Set(DEMO_STAFF.map(({ username }) => username)).size).toBe(DEMO_STAFF.length);
});

test("the gateway lets in who has a good token, with Cognito's claims as text", async () => {
  const { issuer, call } = await open();
  const answer = await call(await issuer.mint(somebody));
  expect(answer.status).toBe(200);
  const { claims, scopes } = (await answer.json()) as { claims: Record<string, string>; scopes: string[] };
  expect(claims).toMatchObject({
    iss: issuer.url,
    client_id: "rynek-local",
    token_use: "access",
    "cognito:groups": "[coordinator]",
    username: "anna.wrona",
    name: "Anna Wrona",
    exp: expect.stringMatching(/^\d+$/),
  });
  expect(scopes).toEqual(["rynek/staff"]);
});

test("no token, a changed token and another issuer's token are refused", async () => {
  const { issuer, call } = await open();
  const missing = await call();
  expect(missing.status).toBe(401);
  expect(missing.headers.get("content-type")).toBe("application/problem+json");
  expect(missing.headers.get("www-authenticate")).toBe("Bearer");
  const token = await issuer.mint(somebody);
  expect((await call(`${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401);
  const folder = mkdtempSync(join(tmpdir(), "rynek-issuer-"));
  const other = openIssuer({
    key: await openKey(folder),
    origin: gateway.url,
    clock: { now: Date.now },
    pool: openPool(null),
  });
  expect((await call(await other.mint(somebody))).status).toBe(401);
});

test("a minted token outlives a clock that moves by years; a signed-in one does not", async () => {
  const { clock, issuer, call } = await open();
  const minted = await issuer.mint(somebody);
  const { access_token } = (await (await exchange(await signIn())).json()) as { access_token: string };
  expect((await call(access_token)).status).toBe(200);
  await clock.moveTo((now) => now + 5 * YEAR);
  expect((await call(minted)).status).toBe(200);
  expect((await call(access_token)).status).toBe(401);
});

test("the key stays over a restart and is its owner's alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-issuer-"));
  const first = await openKey(folder);
  const { issuer } = await open(folder);
  expect(issuer.keys).toEqual(first.published);
  expect(statSync(join(folder, "issuer-key.json")).mode & 0o777).toBe(0o600);
});

const verifier = randomBytes(32).toString("base64url");
const redirectUri = () => `${gateway.url}/urzad/powrot`;

const request = (over: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: "rynek-local",
    redirect_uri: redirectUri(),
    response_type: "code",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: 'st"ate',
    nonce: "once",
    scope: "openid profile rynek/staff",
    ...over,
  });

const authorizeUrl = (over: Record<string, string> = {}) => `${gateway.url}/local/oidc/auth?${request(over)}`;

/** Presses the button of a person as a browser would, and answers the code. */
const signIn = async (username = "anna.wrona", cookies?: Map<string, string>): Promise<string> => {
  const back = await signInAt(authorizeUrl(), { username }, cookies);
  expect([`${back.origin}${back.pathname}`, back.searchParams.get("state")]).toEqual([
    redirectUri(),
    'st"ate',
  ]);
  return back.searchParams.get("code") ?? "";
};

const exchange = (code: string, over: Record<string, string> = {}) =>
  fetch(`${gateway.url}/local/oidc/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "rynek-local",
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri(),
      ...over,
    }),
  });

test("one click signs in: the code brings tokens once, verified by the published keys", async () => {
  const { issuer } = await open();
  const code = await signIn();
  const tokens = (await (await exchange(code)).json()) as Record<string, string>;
  const discovered = await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json();
  const { issuer: name, jwks_uri } = discovered as { issuer: string; jwks_uri: string };
  const { payload } = await jwtVerify(tokens.id_token ?? "", createRemoteJWKSet(new URL(jwks_uri)), {
    issuer: name,
    audience: "rynek-local",
  });
  expect(payload).toMatchObject({ token_use: "id", nonce: "once", "cognito:username": "anna.wrona" });
  expect(decodeJwt(tokens.access_token ?? "")).toMatchObject({ "cognito:groups": ["coordinator"] });
  expect((await exchange(code)).status).toBe(400);
});

test("a wrong verifier brings no tokens", async () => {
  await open();
  const answer = await exchange(await signIn(), { code_verifier: "x".repeat(43) });
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: "invalid_grant" }]);
});

test("nobody is signed in by the session of the one before", async () => {
  await open();
  const cookies = new Map<string, string>();
  await signIn("anna.wrona", cookies);
  expect([...cookies.keys()]).toContain("_session");
  const tokens = await (await exchange(await signIn("adam.jaskolka", cookies))).json();
  expect(decodeJwt((tokens as { access_token: string }).access_token).username).toBe("adam.jaskolka");
});

test.each<Record<string, string>>([
  { redirect_uri: "https://evil.example/" },
  { redirect_uri: "http://127.0.0.1.evil.example/" },
  { redirect_uri: "javascript:alert(1)" },
  { client_id: "other" },
])("a sign-in that asks for %j leads nowhere", async (over) => {
  await open();
  const answer = await fetch(authorizeUrl(over), { redirect: "manual", headers: { accept: "text/html" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
  expect(await answer.text()).toMatch(/<code>invalid_(?:redirect_uri|client|request): /);
});

test("a challenge in the clear leads back without a code", async () => {
  await open();
  const answer = await fetch(authorizeUrl({ code_challenge_method: "plain" }), { redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "");
  expect([back.searchParams.get("error"), back.searchParams.get("code")]).toEqual(["invalid_request", null]);
});

test("signing out leads back to this machine only", async () => {
  await open();
  const out = (uri: string) =>
    fetch(`${gateway.url}/local/oidc/logout?${new URLSearchParams({ logout_uri: uri })}`, {
      redirect: "manual",
    });
  expect((await out("http://127.0.0.1:3000/")).headers.get("location")).toBe("http://127.0.0.1:3000/");
  expect((await out("https://evil.example/")).status).toBe(400);
});

test("the gateway lets in no token without an end, and none that is for somebody else, whoever asked for it", async () => {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }] };
  const trusted = { issuer: "https://issuer.example", audience: "rynek" };
  let later = 0;
  const authorizer = jwtAuthorizer({ ...trusted, keys, clock: { now: () => Date.now() + later } });
  const claims = {
    iss: trusted.issuer,
    client_id: trusted.audience,
    exp: Math.floor(Date.now() / 1000) + 3600,
  };
  const signed = (more: object) =>
    new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(privateKey);
  const asked = async (more: object) => (await authorizer(await signed(more))) !== null;
  expect(await asked({})).toBe(true);
  expect(await asked({ exp: undefined })).toBe(false);
  // As with an HTTP API: `client_id` counts where there is no `aud`.
  expect(await asked({ aud: "another" })).toBe(false);
  expect(await asked({ aud: trusted.audience, client_id: "another" })).toBe(true);
  // One that held before holds no longer than it says.
  const token = await signed({});
  const held: boolean[] = [];
  for (later of [0, 3_000_000, 3_601_000]) held.push((await authorizer(token)) !== null);
  expect(held).toEqual([true, true, false]);
});
