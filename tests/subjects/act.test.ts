import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../kit/chance.ts";
import type { Answered } from "../kit/event.ts";
import { newKey } from "../kit/place.ts";
import { fieldsOf, postFormsOf } from "../kit/visitor.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { type Bench, benchEndpoints, benchRows, SAYS } from "./benches.ts";
import { detailOf, filled, formOn, openBenches, personOf, type Row } from "./benches-office.ts";

const { go, aBench, stored, recordsOf, isAsItWas } = openBenches();

const A_CHANGE = fc.record({
  name: fc.constantFrom("Ławka", "Pod <lipą>", '"Cicha"', "A & B"),
  kind: fc.constantFrom("wood", "steel"),
  places: fc.option(fc.integer({ min: 1, max: 9 })),
  donor: fc.option(
    fc.record({
      name: fc.constantFrom("Jan", "Fundacja „Lipa”"),
      mottoes: fc.subarray(["Usiądź", "Dla Ewy"]),
    }),
  ),
});

describe("an act that is declared once", () => {
  it("does by its form what it does by the API, and leaves the same record", () =>
    fc.assert(
      fc.asyncProperty(A_CHANGE, async (asked) => {
        const [one, other] = [await aBench(), await aBench()];
        const byApi = await go("patchBench", one.id, { version: 4, body: asked });
        expect([byApi.status, byApi.headers.etag]).toEqual([200, '"v5"']);
        const action = `/urzad/lawki/${other.id}`;
        const typed = {
          name: asked.name,
          kind: asked.kind,
          places: String(asked.places ?? ""),
          "donor-name": asked.donor?.name ?? "",
          "donor-mottoes": asked.donor?.mottoes.join("\r\n") ?? "",
        };
        const fields = filled(await go("getOfficeBench", other.id), action, typed);
        const byForm = await go("postOfficeBench", other.id, { fields });
        expect([byForm.status, byForm.headers.location]).toEqual([303, action]);
        const [first, second] = [await stored(one.id), await stored(other.id)];
        expect(first).toEqual({ ...one, ...asked, version: 5 });
        expect(second).toEqual({ ...first, id: other.id });
        const [record, ...more] = await recordsOf(one.id);
        expect(record).toMatchObject({
          act: "patchBench",
          said: { pl: "Zmieniono ławkę." },
          by: personOf("editor").id,
          byName: personOf("editor").name,
          reason: "Wymiana tabliczki",
          facts: { name: asked.name },
        });
        expect([more, await recordsOf(other.id)]).toEqual([[], [record]]);
      }),
      { numRuns: runs(15) },
    ));

  it("shows in its form what is there, over its version", async () => {
    const bench = await aBench({ donor: { name: "Jan", mottoes: ["Usiądź", "Dla Ewy"] } });
    const page = await go("getOfficeBench", bench.id);
    expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
    for (const text of ["Stan: draft", "Jak na tabliczce", ">Zapisz</button>", `<h1>${bench.name}</h1>`])
      expect(page.text).toContain(text);
    expect(Object.fromEntries(fieldsOf(page.text, `/urzad/lawki/${bench.id}`))).toEqual({
      version: "4",
      name: bench.name,
      kind: "wood",
      places: "3",
      "donor-name": "Jan",
      "donor-mottoes": "Usiądź\r\nDla Ewy",
    });
  });

  it("leaves by the API what is not named, and checks the whole", async () => {
    const bench = await aBench({ donor: { name: "Jan", mottoes: [] } });
    const changed = await go("patchBench", bench.id, { version: 4, body: { places: 9 } });
    expect(changed.json()).toMatchObject({ ...bench, places: 9, version: 5, seenAt: expect.any(String) });
    const wrong = await go("patchBench", bench.id, { version: 5, body: { places: 10 } });
    expect([wrong.status, wrong.json()]).toMatchObject([422, { errors: [{ pointer: "/places" }] }]);
    const unknown = await go("patchBench", bench.id, { version: 5, body: { state: "open" } });
    expect([unknown.status, unknown.json()]).toMatchObject([400, { errors: [{ pointer: "/state" }] }]);
  });

  it("answers what was made with its address, once a key, and leads the form there", async () => {
    const body = { name: "Nowa", kind: "steel", places: null, donor: null };
    const key = newKey();
    const first = await go("postBench", "", { body, key });
    const { id } = first.json() as Bench;
    expect([first.status, first.headers.location]).toEqual([201, `/v1/staff/benches/${id}`]);
    expect(await stored(id)).toMatchObject({ ...body, version: 1 });
    const page = await go("getOfficeNewBench");
    expect(faultsOfPage(page.text)).toEqual([]);
    const action = "/urzad/lawki/nowa";
    const held = Object.fromEntries(fieldsOf(page.text, action));
    expect(held.key).toMatch(/^[\w-]{24}$/);
    expect(held).not.toHaveProperty("version");
    const fields = filled(page, action, { name: "Nowa", kind: "steel" });
    const twice = [
      await go("postOfficeNewBench", "", { fields }),
      await go("postOfficeNewBench", "", { fields }),
    ];
    const [one, other] = twice.map(({ status, headers }) => [status, headers.location]);
    expect(one).toEqual(other);
    expect(one?.[0]).toBe(303);
    const made = await stored(String(one?.[1]).replace("/urzad/lawki/", ""));
    expect(made).toMatchObject(body);
    const [record] = await recordsOf(made?.id ?? "");
    expect(record).toMatchObject({ act: "postBench", facts: {} });
    expect(record).not.toHaveProperty("reason");
  });

  it("takes away, and leads the form to where the thing was", async () => {
    const [one, other] = [await aBench(), await aBench({ state: "closed" })];
    const gone = await go("deleteBench", one.id, { role: "admin", version: 4 });
    expect([gone.status, gone.text]).toEqual([204, ""]);
    const action = `/urzad/lawki/${other.id}/zabranie`;
    const page = await go("getOfficeBench", other.id, { role: "admin" });
    const fields = fieldsOf(page.text, action);
    const left = await go("postOfficeRemoval", other.id, { role: "admin", fields });
    expect([left.status, left.headers.location]).toEqual([303, "/urzad/lawki"]);
    for (const { id } of [one, other]) {
      expect(await stored(id)).toBeUndefined();
      expect(await recordsOf(id)).toMatchObject([{ act: "deleteBench" }]);
      expect((await go("getOfficeBench", id)).status).toBe(404);
    }
  });

  it("is described for those who call it", () => {
    const spec = (name: Row) => benchEndpoints.find(({ route }) => route === benchRows[name])?.spec;
    expect(spec("patchBench")).toMatchObject({
      summary: "Change a bench",
      description: "While it is not closed.",
    });
    expect(Object.keys(spec("patchBench")?.replies ?? {})).toEqual(["200"]);
    expect(Object.keys(spec("postBench")?.replies ?? {})).toEqual(["201"]);
    expect(spec("postOpening")?.body).toBeUndefined();
    expect(spec("postOpening")?.description).toBeUndefined();
  });
});

describe("what stands in the way of an act", () => {
  const me = () => personOf("editor").id;
  const { detail: samePerson } = wordsOf("pl").refusals["identity/same-person"];
  const { detail: hasAccount } = wordsOf("pl").refusals["person/has-account"];

  it.each<[string, () => Partial<Bench>, number, string]>([
    ["a blocker in the subject's words", () => ({ isChecked: false }), 409, SAYS.unchecked],
    ["a blocker that says more", () => ({ isTaken: true }), 409, hasAccount({})],
    ["the same person", () => ({ by: me() }), 403, samePerson({})],
  ])("is told alike where it is offered and where it is refused: %s", async (_, change, status, sentence) => {
    const bench = await aBench(change());
    const action = `/urzad/lawki/${bench.id}/otwarcie`;
    const page = await go("getOfficeBench", bench.id);
    expect(page.text).toContain(`<p>${sentence}</p>`);
    expect(page.text).toContain(SAYS.hint);
    expect(formOn(page, action)).toBeUndefined();
    const byApi = await go("postOpening", bench.id, { version: 4 });
    expect([byApi.status, detailOf(byApi)]).toEqual([status, sentence]);
    const byForm = await go("postOfficeOpening", bench.id, { fields: [["version", "4"]] });
    expect([byForm.status, faultsOfPage(byForm.text)]).toEqual([status, []]);
    expect(byForm.text).toMatch(new RegExp(`<a href="#main">[^<.]+\\. ${sentence}</a>`));
    await isAsItWas(bench);
  });

  it("is told one by one, and the first of them refuses", async () => {
    const bench = await aBench({ isChecked: false, isTaken: true, by: me() });
    const { text } = await go("getOfficeBench", bench.id);
    for (const sentence of [SAYS.unchecked, hasAccount({}), samePerson({})])
      expect(text).toContain(`<p>${sentence}</p>`);
    expect(detailOf(await go("postOpening", bench.id, { version: 4 }))).toBe(SAYS.unchecked);
  });

  it("is a state from which it does not lead: it is not offered there, and refused with the state's name", async () => {
    const bench = await aBench({ state: "closed" });
    const page = await go("getOfficeBench", bench.id, { role: "editor" });
    expect(page.text).not.toContain("Otwarcie");
    expect(postFormsOf(page.text).some((form) => form.includes("Zapisz"))).toBe(false);
    const byApi = await go("postOpening", bench.id, { version: 4 });
    expect([byApi.status, detailOf(byApi)]).toEqual([
      409,
      `W tym stanie nie można tego zrobić: ${SAYS.closed}.`,
    ]);
    const byForm = await go("postOfficeOpening", bench.id, { fields: [["version", "4"]] });
    expect([byForm.status, faultsOfPage(byForm.text)]).toEqual([409, []]);
    expect(byForm.text).toContain(detailOf(byApi));
    await isAsItWas(bench);
  });

  it("stands on the form's own page too, in the place of the form", async () => {
    const action = (id: string) => `/urzad/lawki/${id}/zamkniecie`;
    const taken = await aBench({ state: "open", isTaken: true });
    expect((await go("getOfficeBench", taken.id)).text).not.toContain(`href="${action(taken.id)}"`);
    for (const [bench, sentence] of [
      [taken, hasAccount({})],
      [await aBench({ state: "draft" }), `W tym stanie nie można tego zrobić: ${SAYS.draft}.`],
    ] as const) {
      const page = await go("getOfficeClosing", bench.id);
      expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
      expect(page.text).toContain(`<p>${sentence}</p>`);
      expect(formOn(page, action(bench.id))).toBeUndefined();
      const refused = await go("postOfficeClosing", bench.id, {
        fields: [
          ["version", "4"],
          ["reason", "x"],
        ],
      });
      expect([refused.status, faultsOfPage(refused.text)]).toEqual([409, []]);
      expect(refused.text).toContain(sentence);
      // Nobody writes it a second time once nothing stands in the way.
      expect(fieldsOf(refused.text, action(bench.id))).toContainEqual(["reason", "x"]);
      await isAsItWas(bench);
    }
  });
});

describe("an act on a page", () => {
  it("is not offered to whoever may not do it", async () => {
    const bench = await aBench();
    const [editor, admin] = [
      await go("getOfficeBench", bench.id),
      await go("getOfficeBench", bench.id, { role: "admin" }),
    ];
    const actsOn = (page: Answered) =>
      [...page.text.matchAll(/<h2>([^<]*)<\/h2>/g)]
        .map(([, title]) => title)
        .filter((one) => one !== undefined);
    expect(actsOn(editor)).toEqual(["Zmiana", "Otwarcie"]);
    expect(actsOn(admin)).toEqual(["Zabranie"]);
    expect((await go("postOfficeRemoval", bench.id, { fields: [["version", "4"]] })).status).toBe(403);
    expect((await go("deleteBench", bench.id, { version: 4 })).status).toBe(403);
    await isAsItWas(bench);
  });

  it("whose form stands on a page of its own is a way there, with the words of its button", async () => {
    const bench = await aBench({ state: "open" });
    const action = `/urzad/lawki/${bench.id}/zamkniecie`;
    const page = await go("getOfficeBench", bench.id);
    expect(page.text).toContain(`href="${action}">Zamknięcie</a>`);
    expect(formOn(page, action)).toBeUndefined();
    const own = await go("getOfficeClosing", bench.id);
    for (const text of ["<h1>Zamknięcie</h1>", "<p>Z powodem.</p>", ">Zamknij</button>", "button danger"])
      expect(own.text).toContain(text);
    expect(own.text).toContain(`href="/urzad/lawki/${bench.id}"`);
    const fields = filled(own, action, { reason: "Malowanie" });
    expect((await go("postOfficeClosing", bench.id, { fields })).headers.location).toBe(
      `/urzad/lawki/${bench.id}`,
    );
    expect(await recordsOf(bench.id)).toMatchObject([{ act: "postClosing", reason: "Malowanie" }]);
  });

  it("stays in the language of the page", async () => {
    const bench = await aBench({ state: "open" });
    const page = await go("getOfficeBench", bench.id, { language: "en" });
    const action = `/en/urzad/lawki/${bench.id}`;
    expect(formOn(page, action)).toBeDefined();
    const done = await go("postOfficeBench", bench.id, {
      language: "en",
      fields: fieldsOf(page.text, action),
    });
    expect(done.headers.location).toBe(action);
    const list = await go("getOfficeBenches", "", { language: "en" });
    expect(list.text).toContain('href="/en/urzad/lawki/nowa"');
    expect(list.text).toContain('href="/en/urzad"');
  });
});
