import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { allEndpoints } from "../../functions/all.ts";
import { FORMS } from "../../functions/forms.ts";
import { routes } from "../../functions/routes.ts";
import { fieldsOf } from "../../shared/platform/form-counts.ts";
import type { Route } from "../../shared/platform/route.ts";
import { keys } from "../../shared/store/keys.ts";

import { openTestVote, type TestVote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { visitor } from "../kit/visitor.ts";
import { toFirstList } from "../kit/voting-city.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { callMeeting } from "./meeting-parts.ts";

let place: Place;
let one: TestVote;
beforeAll(async () => {
  place = await openPlace();
  one = await openTestVote(place, { pools: { L13: { amountZloty: 600, costsZloty: [300] } }, voters: 5 });
});
afterAll(() => place?.close());

const report = async (role: "coordinator" | "editor" | "auditor" | "admin" = "editor", query = "") => {
  const { status, body } = await place.call(`GET /v1/staff/forms${query}`, {
    token: await place.staff(role),
  });
  expect(status).toBe(200);
  return body;
};

/** What is counted of a form today. */
const countsOf = async (form: string) => {
  const { items } = await report();
  const { days } = items.find((item: { form: string }) => item.form === form) ?? { days: [] };
  const { day, ...counts } = days.find((item: { day: string }) => item.day === today(place)) ?? {};
  return { started: 0, finished: 0, failed: 0, fields: {}, ...counts };
};

/** What is counted of a form while something is done. */
const during = async (form: string, act: () => Promise<unknown>) => {
  const before = await countsOf(form);
  await act();
  const after = await countsOf(form);
  const names = Object.keys(after.fields);
  return {
    started: after.started - before.started,
    finished: after.finished - before.finished,
    failed: after.failed - before.failed,
    fields: Object.fromEntries(
      names.flatMap((name) => {
        const more = after.fields[name] - (before.fields[name] ?? 0);
        return more === 0 ? [] : [[name, more]];
      }),
    ),
  };
};

const NONE = { started: 0, finished: 0, failed: 0, fields: {} };
const SEAT = { name: "Ewa Nowak", email: "ewa@example.com", seats: "2" };
const meetingPage = async () => `/spotkania/${(await callMeeting(place)).body.id}`;

test("A form counts when its page is opened, when it is taken, and when it comes back with the fields at fault", async () => {
  const path = await meetingPage();
  const form = "postSignupPage";
  expect(await during(form, () => place.call(`GET ${path}`))).toEqual({ ...NONE, started: 1 });
  expect(await during(form, () => place.call(`GET /en${path}`))).toEqual({ ...NONE, started: 1 });
  const send = (fields: object) => () =>
    place.call(`POST ${path}`, { form: { key: newKey(), ...SEAT, ...fields } });
  expect(await during(form, send({}))).toEqual({ ...NONE, finished: 1 });
  expect(await during(form, send({ email: "bez-malpy", seats: "tysiąc" }))).toEqual({
    ...NONE,
    failed: 1,
    fields: { email: 1, seats: 1 },
  });
  expect(await during(form, send({ "Zofia Przybylska": "x", nazwisko: "y" }))).toEqual({
    ...NONE,
    failed: 1,
    fields: { other: 1 },
  });
});

test("A page that nobody sees, or that is not there, is no form that somebody began", async () => {
  const path = await meetingPage();
  const form = "postSignupPage";
  const unseen: readonly Record<string, string>[] = [
    { "sec-purpose": "prefetch;prerender" },
    { purpose: "prefetch" },
    { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
  ];
  for (const headers of unseen)
    expect(await during(form, () => place.call(`GET ${path}`, { headers }))).toEqual(NONE);
  expect(await during(form, () => place.call(`HEAD ${path}`))).toEqual(NONE);
  expect(await during(form, () => place.call("GET /spotkania/mtg_0000000000000000"))).toEqual(NONE);
  expect(await during(form, () => place.call("GET /spotkania"))).toEqual(NONE);
});

test("Forms that other rules refuse count with their fields: who votes, the code, the statement", async () => {
  const identity = `/glosuj/${one.cycleId}`;
  const wrong = { pesel: "123", mothersMaidenName: "", email: "nikt" };
  expect(await during("postIdentityPage", () => place.call(`GET ${identity}`))).toEqual({
    ...NONE,
    started: 1,
  });
  expect(await during("postIdentityPage", () => place.call(`POST ${identity}`, { form: wrong }))).toEqual({
    ...NONE,
    failed: 1,
    fields: { pesel: 1, mothersMaidenName: 1, email: 1 },
  });
  expect(
    await during("postCodePage", () => place.call(`POST ${identity}/kod`, { form: { code: "000000" } })),
  ).toEqual({
    ...NONE,
    failed: 1,
  });
  const statement = await during("postStatementPage", () =>
    place.call(`POST ${identity}/oswiadczenie`, { form: { pesel: "1" } }),
  );
  expect(statement).toMatchObject({ failed: 1, fields: { pesel: 1, declarations: 1 } });
});

/** What is done while every command to the database is looked at; one that is not to be fails. */
const watched = async (look: (name: string, input: string) => void, act: () => Promise<void>) => {
  const { middlewareStack } = place.deps.store.table.client;
  middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        look(commandName, JSON.stringify(args.input));
        return await next(args);
      },
    { name: "watched", step: "initialize" },
  );
  try {
    await act();
  } finally {
    middlewareStack.remove("watched");
  }
};

test("A ballot is counted beside its transaction, by one plain update that knows no choice", async () => {
  const browser = visitor(place);
  const ballot = `/glosuj/${one.cycleId}`;
  const project = String(one.projects.L13?.[0]);
  let page = await toFirstList(place, browser, one.cycleId, { n: 1 });
  const written: string[] = [];
  const cast = () =>
    watched(
      (name, input) => {
        if (input.includes("FORM#")) written.push(`${name} ${input}`);
      },
      async () => {
        for (let steps = 0; steps < 5 && !page.text.includes(`action="${ballot}/glos"`); steps++)
          page = await browser.send(page, `${ballot}/karta`, { pick: project, act: "next" });
        page = await browser.send(page, `${ballot}/glos`);
      },
    );
  expect(await during("postCastPage", cast)).toEqual({ ...NONE, finished: 1 });
  expect(page.path).toBe(`${ballot}/potwierdzenie`);
  const writes = written.filter((one) => !/^(Get|BatchGet)/.test(one));
  expect(writes.length).toBeGreaterThan(1);
  for (const one of writes) {
    expect(one).toMatch(/^UpdateItemCommand|^UpdateCommand/);
    expect(one).not.toMatch(/prj_|L13|cyc_|T\d\d:/);
  }
});

test("Of whoever fills a form in nothing is kept, and no time finer than a day", async () => {
  const items = await place.deps.store.table.scan("main", "FORM#", z.record(z.string(), z.unknown()));
  expect(items.length).toBeGreaterThan(3);
  for (const { pk, sk, expiresAtSeconds, ...counts } of items) {
    expect(FORMS.map((form) => `FORM#${form}`)).toContain(pk);
    expect(sk).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect([expiresAtSeconds, keys.formCounts("", String(sk)).sk]).toEqual([expect.any(Number), sk]);
    for (const [name, count] of Object.entries(counts))
      expect([name, Number.isInteger(count)]).toEqual([
        expect.stringMatching(/^(started|finished|failed|field_[A-Za-z0-9]+)$/),
        true,
      ]);
  }
});

test("A count that cannot be written turns nobody away, and is logged", async () => {
  const path = await meetingPage();
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const fail = (_name: string, input: string): void => {
    if (input.includes("FORM#")) throw new Error("no counts today");
  };
  const send = (email: string) =>
    place.call(`POST ${path}`, { form: { key: newKey(), ...SEAT, email } }).then(({ status }) => status);
  try {
    await watched(fail, async () => {
      expect((await place.call(`GET ${path}`)).status).toBe(200);
      expect([await send("inna@example.com"), await send("bez-malpy")]).toEqual([200, 422]);
    });
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes("form-not"));
    expect(lines.length).toBe(3);
  } finally {
    said.mockRestore();
  }
});

test("The office reads them by form and day, in its languages; others do not", async () => {
  for (const role of ["coordinator", "editor", "auditor", "admin"] as const) {
    const { items, from, to } = await report(role);
    expect([to, from < to, items.length > 2]).toEqual([today(place), true, true]);
    const cookie = `staff=${await place.staff(role)}`;
    for (const [prefix, language] of [
      ["", "pl"],
      ["/en", "en"],
    ] as const) {
      const { status, text } = await place.call(`GET ${prefix}/urzad/formularze`, { headers: { cookie } });
      const w = wordsOf(language).forms;
      expect([status, faultsOfPage(text)]).toEqual([200, []]);
      for (const said of [w.names.postSignupPage, w.names.postIdentityPage, w.field("pesel", 1)])
        expect(text).toContain(said);
      expect(text).not.toContain(w.names.postWithdrawalForm);
    }
    expect((await place.call("GET /urzad", { headers: { cookie } })).text).toContain("/urzad/formularze");
  }
  expect((await report("admin", "?from=2020-01-01&to=2020-01-31")).items).toEqual([]);
  const refused = await place.call("GET /v1/staff/forms?from=2027-02-01&to=2027-01-01", {
    token: await place.staff("admin"),
  });
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, "/query/to"]);
  expect((await place.call("GET /v1/staff/forms", { token: await place.staff("clerk") })).status).toBe(403);
});

test("Every form that residents fill in has a name, and every name is a form's", () => {
  for (const language of ["pl", "en"] as const)
    expect(Object.keys(wordsOf(language).forms.names).toSorted()).toEqual(
      FORMS.filter((form) => !(routes[form] as Route).title).toSorted(),
    );
});

test("Every field of a form has a name that is an attribute's, so that it is counted by it", async () => {
  const forms = (await allEndpoints()).filter(({ route }) => FORMS.some((form) => form === route.name));
  expect(forms.length).toBe(FORMS.length);
  const names = forms.flatMap(({ spec }) => fieldsOf(spec.body));
  expect(names).toEqual(
    expect.arrayContaining(["email", "pesel", "code", "title", "seats", "receipt", "declarations"]),
  );
  expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
});
