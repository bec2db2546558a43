import { describe, expect, it } from "vitest";
import { fieldsOf } from "../kit/visitor.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { filled, openBenches } from "./benches-office.ts";

const { go, aBench, stored, recordsOf, isAsItWas } = openBenches();

describe("a form that comes back", () => {
  const typed = { name: "Nowa <nazwa>", kind: "steel", places: "7", "donor-name": "", "donor-mottoes": "" };

  it("keeps what was typed and the version that it was typed over, when somebody else was faster", async () => {
    const bench = await aBench();
    const action = `/urzad/lawki/${bench.id}`;
    const fields = filled(await go("getOfficeBench", bench.id), action, typed);
    const between = await go("patchBench", bench.id, { version: 4, body: { places: 1 } });
    expect(between.status).toBe(200);
    const stale = await go("postOfficeBench", bench.id, { fields });
    expect([stale.status, faultsOfPage(stale.text)]).toEqual([412, []]);
    expect(stale.text).toContain(wordsOf("pl").officeMeetings.stale);
    expect(Object.fromEntries(fieldsOf(stale.text, action))).toEqual({ ...typed, version: "4" });
    expect((await go("postOfficeBench", bench.id, { fields: fieldsOf(stale.text, action) })).status).toBe(
      412,
    );
    expect(await stored(bench.id)).toMatchObject({ name: bench.name, places: 1, version: 5 });
    expect(await recordsOf(bench.id)).toHaveLength(1);
  });

  it("keeps them for faults of its fields, and shows each beside its field", async () => {
    const bench = await aBench();
    const action = `/urzad/lawki/${bench.id}`;
    const wrong = { ...typed, places: "10", name: "", "donor-name": "Jan" };
    const fields = filled(await go("getOfficeBench", bench.id), action, wrong);
    const page = await go("postOfficeBench", bench.id, { fields });
    expect([page.status, faultsOfPage(page.text)]).toEqual([422, []]);
    expect(Object.fromEntries(fieldsOf(page.text, action))).toEqual({ ...wrong, version: "4" });
    for (const id of ["name-fault", "places-fault"]) expect(page.text).toContain(`id="${id}"`);
    await isAsItWas(bench);
  });

  it("keeps them for a refusal, at the field that it speaks of", async () => {
    const bench = await aBench();
    const action = `/urzad/lawki/${bench.id}`;
    const same = { ...typed, name: "Jan", "donor-name": "Jan", "donor-mottoes": "Usiądź" };
    const fields = filled(await go("getOfficeBench", bench.id), action, same);
    const page = await go("postOfficeBench", bench.id, { fields });
    expect([page.status, faultsOfPage(page.text)]).toEqual([422, []]);
    expect(page.text).toContain('id="donor-name-fault"');
    expect(Object.fromEntries(fieldsOf(page.text, action))).toEqual({ ...same, version: "4" });
    const other = await go("getOfficeBench", bench.id);
    expect(other.text).not.toContain("donor-name-fault");
    await isAsItWas(bench);
  });

  it("can be put right and sent again where it makes something", async () => {
    const action = "/urzad/lawki/nowa";
    const first = filled(await go("getOfficeNewBench"), action, { name: "Zajęta", kind: "wood" });
    const refused = await go("postOfficeNewBench", "", { fields: first });
    expect([refused.status, faultsOfPage(refused.text)]).toEqual([409, []]);
    const held = Object.fromEntries(fieldsOf(refused.text, action));
    expect(held).toMatchObject({ name: "Zajęta", key: Object.fromEntries(first).key });
    expect(held).not.toHaveProperty("version");
    const fields = filled(refused, action, { name: "Wolna" });
    expect((await go("postOfficeNewBench", "", { fields })).status).toBe(303);
  });

  it("is only that of the act that was sent", async () => {
    const bench = await aBench({ isChecked: false });
    const page = await go("postOfficeOpening", bench.id, { fields: [["version", "3"]] });
    expect(page.status).toBe(412);
    expect(fieldsOf(page.text, `/urzad/lawki/${bench.id}`)).toContainEqual(["version", "4"]);
    expect(fieldsOf(page.text, `/urzad/lawki/${bench.id}`)).toContainEqual(["name", bench.name]);
  });

  it.each([[[]], [[["version", ""]]], [[["version", "x"]]]] as [string, string][][][])(
    "is not taken without the version that it was typed over: %j",
    async (fields) => {
      const bench = await aBench();
      const page = await go("postOfficeOpening", bench.id, { fields });
      expect([page.status, faultsOfPage(page.text)]).toEqual([412, []]);
      await isAsItWas(bench);
    },
  );
});

describe("the API", () => {
  it("changes the version that was read, and asks which that is; a step may be taken without naming it", async () => {
    const bench = await aBench();
    const rows = ["patchBench", "postOpening", "deleteBench"] as const;
    for (const row of rows) {
      const sent = {
        role: row === "deleteBench" ? "admin" : "editor",
        ...(row === "patchBench" && { body: {} }),
      } as const;
      if (row !== "postOpening") expect([row, (await go(row, bench.id, sent)).status]).toEqual([row, 428]);
      expect([row, (await go(row, bench.id, { ...sent, version: 3 })).status]).toEqual([row, 412]);
    }
    await isAsItWas(bench);
  });

  it("answers the thing as it is then, in the version to be named next", async () => {
    const bench = await aBench();
    const opened = await go("postOpening", bench.id, { version: 4 });
    expect([opened.status, opened.headers.etag]).toEqual([200, '"v5"']);
    expect(opened.json()).toMatchObject({ id: bench.id, state: "open", seenAt: expect.any(String) });
    const closed = await go("postClosing", bench.id, {
      version: 5,
      body: { reason: "Malowanie" },
    });
    expect(closed.json()).toMatchObject({ state: "closed", version: 6 });
  });

  it("knows nothing of what is not there", async () => {
    expect((await go("postOpening", "none", { version: 1 })).status).toBe(404);
    expect((await go("postOfficeOpening", "none", { fields: [["version", "1"]] })).status).toBe(404);
  });
});
