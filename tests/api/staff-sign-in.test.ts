import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { signInAt } from "../kit/sign-in.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const HOUR_MS = 3_600_000;

describe("signing in", () => {
  test("one click at the provider leads back to where the person wanted to go", async () => {
    const visitor = stepVisitor(place);
    const stranger = await visitor.go("GET /urzad/edycje?x=1");
    expect(stranger.status).toBe(401);
    expect(stranger.text).toContain('href="/urzad/zaloguj?do=%2Furzad%2Fedycje%3Fx%3D1"');
    expect(faultsOfPage(stranger.text)).toEqual([]);

    const landed = await visitor.signIn("coordinator", 0, "/urzad/edycje?x=1");
    expect(landed.status).toBe(200);
    expect(landed.text).toContain("Anna Wrona");
    expect(landed.text).toContain("<h1>Edycje</h1>");
  });

  test("asks the provider with PKCE and a state of its own each time", async () => {
    const asked = await Promise.all([1, 2].map(() => stepVisitor(place).go("GET /urzad/zaloguj")));
    const urls = asked.map(({ headers }) => new URL(headers.get("location") ?? ""));
    for (const { searchParams } of urls) {
      expect(searchParams.get("response_type")).toBe("code");
      expect(searchParams.get("code_challenge_method")).toBe("S256");
      expect(searchParams.get("redirect_uri")).toBe(`${place.url}/urzad/powrot`);
    }
    expect(urls[0]?.searchParams.get("state")).not.toBe(urls[1]?.searchParams.get("state"));
    expect(asked[0]?.headers.getSetCookie()[0]).toMatch(/^sign-in=.*; HttpOnly; SameSite=Lax$/);
  });

  test("the home says who you are and in which role", async () => {
    const { text, status } = await stepVisitor(place).signIn("verifier", 0);
    expect(status).toBe(200);
    expect(text).toContain("Ewa Sikora");
    expect(text).toContain("weryfikacja");
    expect(faultsOfPage(text)).toEqual([]);
  });

  test("in English one comes back to English pages", async () => {
    const visitor = stepVisitor(place);
    const { headers, text: stranger } = await visitor.go("GET /en/urzad");
    expect(headers.get("content-type")).toContain("text/html");
    const [, link = ""] = /href="([^"]*zaloguj[^"]*)"/.exec(stranger) ?? [];
    const provider = visitor.locationOf(await visitor.go(`GET ${link}`));
    const page = visitor.locationOf(await visitor.go(`GET ${provider}`));
    expect((await visitor.go(`GET ${page}`)).text).toContain('<html lang="en"');
    const { text } = await visitor.signIn("auditor", 0, "/en/urzad");
    expect(text).toContain("<h1>To do</h1>");
  });
});

describe("a sign-in that is not ours", () => {
  const answerOf = async (visitor: ReturnType<typeof stepVisitor>) => {
    const start = await visitor.go("GET /urzad/zaloguj");
    const back = await signInAt(start.headers.get("location") ?? "", { username: "anna.wrona" });
    return `${back.pathname}${back.search}`;
  };

  test("another state is refused, and no session begins", async () => {
    const visitor = stepVisitor(place);
    const back = new URL(await answerOf(visitor), place.url);
    back.searchParams.set("state", "A".repeat(43));
    const refused = await visitor.go(`GET ${back.pathname}${back.search}`);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("Logowanie się nie udało");
    expect(visitor.jar.has("staff")).toBe(false);
    expect(refused.text).not.toContain(back.searchParams.get("code") ?? "?");
  });

  test("an answer that another browser began is refused", async () => {
    const back = await answerOf(stepVisitor(place));
    const other = stepVisitor(place);
    expect((await other.go(`GET ${back}`)).status).toBe(400);
    expect(other.jar.has("staff")).toBe(false);
  });

  test("a code works once", async () => {
    const visitor = stepVisitor(place);
    const back = await answerOf(visitor);
    const pending = visitor.jar.get("sign-in") ?? "";
    expect((await visitor.go(`GET ${back}`)).status).toBe(303);
    visitor.jar.set("sign-in", pending);
    expect((await visitor.go(`GET ${back}`)).status).toBe(400);
  });

  test("a provider that says no leads to a page with a way on", async () => {
    const visitor = stepVisitor(place);
    const back = new URL(await answerOf(visitor), place.url);
    const state = back.searchParams.get("state") ?? "";
    const refused = await visitor.go(`GET /urzad/powrot?error=access_denied&state=${state}`);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("Zaloguj się od nowa");
    expect(faultsOfPage(refused.text)).toEqual([]);
  });

  test("one that took longer than ten minutes is begun again", async () => {
    const visitor = stepVisitor(place);
    const back = await answerOf(visitor);
    await place.clock.moveTo((now) => now + 601_000);
    expect((await visitor.go(`GET ${back}`)).status).toBe(400);
  });
});

describe("where a sign-in leads back to", () => {
  test.each([
    "https://evil.example/urzad",
    "//evil.example/urzad",
    "/\\evil.example/urzad",
    "/\t/evil.example/urzad",
    "/urzad/../../\\evil.example",
    "javascript:alert(1)",
    "/v1/cycles",
    "/urzadzenia",
    `/urzad/${"x".repeat(600)}`,
  ])("%j leads to the office's home", async (asked) => {
    const visitor = stepVisitor(place);
    const landed = await visitor.signIn("clerk", 0, asked);
    expect(landed.status).toBe(200);
    expect(landed.text).toContain("<h1>Do zrobienia</h1>");
  });
});

describe("a session", () => {
  test("a cookie that was tampered with opens nothing", async () => {
    const visitor = stepVisitor(place);
    await visitor.signIn("coordinator");
    const token = visitor.jar.get("staff") ?? "";
    const [head = "", body = "", signature = ""] = token.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, "cognito:groups": ["admin"] })).toString(
      "base64url",
    );
    for (const cookie of [`${head}.${forged}.${signature}`, `${head}.${body}.`, "x", "a.b.c"]) {
      visitor.jar.set("staff", cookie);
      const refused = await visitor.go("GET /urzad");
      expect(refused.status).toBe(401);
      expect(refused.text).toContain("/urzad/zaloguj");
    }
  });

  test("is over after an hour, and says so", async () => {
    const visitor = stepVisitor(place);
    await visitor.signIn("coordinator");
    await place.clock.moveTo((now) => now + HOUR_MS + 1000);
    const over = await visitor.go("GET /urzad/edycje");
    expect(over.status).toBe(401);
    expect(over.text).toContain("Sesja wygasła");
    expect(over.text).toContain('href="/urzad/zaloguj?do=%2Furzad%2Fedycje"');
  });

  test("ends with the button, here and at the provider", async () => {
    const visitor = stepVisitor(place);
    await visitor.signIn("coordinator");
    const out = await visitor.go("POST /urzad/wyloguj", { form: {} });
    expect(out.status).toBe(200);
    expect(out.text).toContain("Wylogowano");
    expect(out.headers.get("refresh")).toContain("/local/oidc/logout?");
    expect(visitor.jar.has("staff")).toBe(false);
    const there = (out.headers.get("refresh") ?? "").split("url=")[1] ?? "";
    expect((await visitor.go(`GET ${there.slice(place.url.length)}`)).headers.get("location")).toBe(
      place.url,
    );
    expect((await visitor.go("GET /urzad")).status).toBe(401);
  });

  test("ends at once for whoever else has its token, in a browser or a program; another session of the same person goes on", async () => {
    const [own, copied, other] = [stepVisitor(place), stepVisitor(place), stepVisitor(place)];
    await own.signIn("coordinator");
    await other.signIn("coordinator");
    const token = own.jar.get("staff") ?? "";
    copied.jar.set("staff", token);
    expect((await copied.go("GET /urzad")).status).toBe(200);
    expect((await place.call("GET /v1/staff/units", { token })).status).toBe(200);

    await own.go("POST /urzad/wyloguj", { form: {} });
    for (const page of ["/urzad", "/urzad/edycje", "/urzad/konsultacje", "/urzad/ludzie"]) {
      const over = await copied.go(`GET ${page}`);
      expect([page, over.status]).toEqual([page, 401]);
      expect(over.text).toContain("Sesja wygasła");
    }
    expect(await place.call("GET /v1/staff/units", { token })).toMatchObject({
      status: 401,
      body: { code: "identity/expired" },
    });
    expect((await other.go("GET /urzad")).status).toBe(200);
  });

  test("all sessions of a person end when an admin says so, and a new one begins", async () => {
    const [admin, one, two] = [stepVisitor(place), stepVisitor(place), stepVisitor(place)];
    await admin.signIn("admin");
    await one.signIn("clerk");
    await two.signIn("clerk");
    const token = two.jar.get("staff") ?? "";
    const { sub } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    const { text } = await admin.go(`GET /urzad/ludzie/${sub}`);
    expect(text).toContain("Wyloguj wszędzie");
    const form = Object.fromEntries(
      [...text.matchAll(/name="(version|key)" value="([^"]+)"/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
    expect((await admin.go(`POST /urzad/ludzie/${sub}/wylogowanie`, { form })).status).toBe(303);

    for (const visitor of [one, two]) expect((await visitor.go("GET /urzad")).status).toBe(401);
    expect((await place.call("GET /v1/staff/units", { token })).status).toBe(401);
    expect((await admin.go("GET /urzad")).status).toBe(200);
    const { items } = await place.deps.store.audit.list("office");
    expect(items.map(({ act }) => act)).toContain("postPersonSignOut");

    await place.clock.moveTo((now) => now + 1000);
    expect((await one.signIn("clerk")).status).toBe(200);
  });

  test("a form that was sent after it leads back to the page of the form", async () => {
    const answer = await place.call("POST /urzad/edycje/cyc_0000000000000000/dalej", {
      form: {},
      headers: { origin: place.url, referer: `${place.url}/en/urzad/edycje/cyc_0000000000000000/dalej` },
    });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain("do=%2Fen%2Furzad%2Fedycje%2Fcyc_0000000000000000%2Fdalej");
  });

  test("a role that a page is not for gets a page that names the roles it is for", async () => {
    const visitor = stepVisitor(place);
    await visitor.signIn("clerk");
    const refused = await visitor.go("GET /urzad/edycje/nowa");
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("koordynacja");
    expect(refused.text).toContain("Zaloguj się jako inna osoba");
    expect(faultsOfPage(refused.text)).toEqual([]);
  });
});
