import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { Project } from "../../shared/domain/project/project.ts";
import { accept } from "../../shared/domain/result.ts";
import { keys } from "../../shared/store/keys.ts";
import { update } from "../../shared/store/write.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { heldBy } from "../kit/visitor.ts";

let place: Place;
let cycleId: CycleId;

const PROJECTS: readonly (readonly [title: string, where: string, description: string])[] = [
  ["Boisko przy Szkole Podstawowej nr 5", "ul. Łąkowa", "Nowa nawierzchnia i ławki"],
  ["Ławki i drzewa na placu", "Plac Wolności", "Sto drzew, dwadzieścia ławek"],
  ["„Zielone—Bogucice”: ogród", "Bogucice", "Boisko zostaje jak było"],
  ["Ścieżka rowerowa do przychodni", "ul. Zielińska‑Bąk", "Bezpieczna droga dla rowerów"],
  ["Playgrounds for all", "Park Śląski", "Swings and libraries"],
  ["Парк біля школи", "вул. Шевченка", "Дерева та лавки"],
];

const projectAt = (n: number): Omit<Project, "number"> => {
  const [title = "", where, description = ""] = PROJECTS[n] ?? [];
  return Project.omit({ number: true }).parse({
    id: `prj_${String(n).padStart(16, "0")}`,
    cycleId,
    pool: n === 5 ? "M" : "L13",
    title,
    place: where,
    description,
    category: n < 3 ? "zielen" : "inne",
    location: { lat: 50.2 + n / 100, lon: 19 },
    estimatedCostGrosze: (n + 1) * 1000,
    status: "submitted",
    supporters: n,
    history: [],
    version: 1,
    submittedAt: "2027-01-10T10:00:00.000Z",
    fingerprint: "search",
  });
};

beforeAll(async () => {
  place = await openPlace();
  cycleId = (await openCall(place)) as CycleId;
  const { projects } = place.deps.store;
  for (const n of PROJECTS.keys())
    accept(
      await projects.enrol({
        project: projectAt(n),
        numberOf: (sequence) => `${n === 5 ? "M" : "L13"}/0${sequence}/XII`,
        also: async () => [],
      }),
    );
  const second = await projects.get(cycleId, "prj_0000000000000001" as ProjectId);
  if (second) accept(await projects.move(second, "reject", { at: "2027-01-11T10:00:00.000Z" }));
});
afterAll(() => place?.close());

const asked = async (query: Readonly<Record<string, string>>, language = "pl"): Promise<number[]> => {
  const { body, text } = await place.call(
    `GET /v1/cycles/${cycleId}/projects?${new URLSearchParams(query)}`,
    { headers: { "accept-language": language } },
  );
  if (!body.items) throw new Error(text);
  return body.items.map(({ id }: { id: string }) => Number(id.slice(-1)));
};

describe("a search", () => {
  it.each<readonly [q: string, found: readonly number[]]>([
    ["boisko", [0, 2]],
    ["boiska", [0, 2]],
    ["BOISK", [0, 2]],
    ['"boiska"', [0, 2]],
    ["„boiskami”,", [0, 2]],
    ["boi\u00adsko", [0, 2]],
    ["ławka", [1, 0]],
    ["lawce", [1, 0]],
    ["szkoła boiska", [0]],
    ["szkół – boiskiem", [0]],
    ["placem", [1]],
    ["drzewo", [1]],
    ["przychodnia", [3]],
    ["przychodnią rowerową", [3]],
    ["zielona bogucicach", [2]],
    ["Zielińska-Bąk", [3]],
    ["ZIELINSKA BAK", [3]],
    ["łąkowej", [0]],
    ["L13/3", [2]],
    ["L13/03/XII", [2]],
    ["boisko przychodnia", []],
    ["boiskowicz", []],
    ["парк", [5]],
    ["школа", [5]],
    ["деревами", [5]],
    ["playground", []],
  ])("for %s", async (q, found) => {
    expect(await asked({ q })).toEqual(found);
  });

  it.each<readonly [q: string, found: readonly number[]]>([
    ["playground", [4]],
    ["library", [4]],
    ["swing", [4]],
    ["boiska", [0, 2]],
  ])("on an English page for %s", async (q, found) => {
    expect(await asked({ q }, "en")).toEqual(found);
  });

  it.each<readonly [query: Readonly<Record<string, string>>, found: readonly number[]]>([
    // What was left empty in a form asks for nothing.
    [
      {
        q: "boisko",
        status: "",
        category: "",
        minCostGrosze: "",
        maxCostGrosze: "",
        minSupporters: "",
        near: "",
        pool: "",
      },
      [0, 2],
    ],
    [{ status: "rejected" }, [1]],
    [{ status: "submitted" }, [0, 2, 3, 4, 5]],
    [{ status: "submitted", pool: "M" }, [5]],
    [{ pool: "M,L13", maxCostGrosze: "2000" }, [0, 1]],
    [{ minCostGrosze: "2000", maxCostGrosze: "4000", status: "submitted" }, [2, 3]],
    [{ minSupporters: "4" }, [4, 5]],
    [{ category: "zielen" }, [0, 1, 2]],
    [{ category: "zielen", q: "ławka" }, [1, 0]],
    [{ category: "zielen", q: "ławka", status: "rejected" }, [1]],
    [{ near: "50.2,19.0" }, [0]],
    [{ near: "50.2,19.0,1200" }, [0, 1]],
    [{ near: "50.2,19.0,1200", q: "boisko" }, [0]],
    [{ q: "!!" }, [0, 1, 2, 3, 4, 5]],
  ])("by %j", async (query, found) => {
    expect(await asked(query)).toEqual(found);
  });

  it.each([
    ["5.25,100.1", 200],
    ["-33.9,151.2,500", 200],
    ["0,-180.0", 200],
    ["90,0", 200],
    ["90.1,0", 400],
    ["50,180.5", 400],
    ["50", 400],
    ["+50,19", 400],
  ])("near any point of the world, and none outside it: %s", async (near, status) => {
    const path = `/v1/cycles/${cycleId}/projects?near=${encodeURIComponent(near)}`;
    expect((await place.call(`GET ${path}`)).status).toBe(status);
  });

  it("the page takes a list of pools as the programs' list does", async () => {
    const numbers = async (pool: string): Promise<number> => {
      const { text } = await place.call(`GET /projekty?cycle=${cycleId}&pool=${pool}`);
      return new Set(text.match(/prj_\w+/g)).size;
    };
    const both = await numbers("M,L13");
    expect(both).toBe((await numbers("M")) + (await numbers("L13")));
    expect(await numbers("M")).toBeGreaterThan(0);
  });

  it("the page keeps a number that it cannot read, and says what to type", async () => {
    const { status, text } = await place.call(
      `GET /projekty?cycle=${cycleId}&q=boisko&minCost=du%C5%BCo&minSupporters=x`,
    );
    expect(status).toBe(200);
    expect(text).toContain('value="dużo"');
    expect(text).toContain('href="#minSupporters"');
    expect(text.match(/Na razie lista pomija ten warunek/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).toContain(PROJECTS[0]?.[0] ?? "");
    const { text: right } = await place.call(
      `GET /projekty?cycle=${cycleId}&minCost=10&maxCost=20,00&minSupporters=1`,
    );
    expect(right).not.toContain("pomija ten warunek");
    expect(right).toContain('value="20"');
  });

  it("goes on where a page ended", async () => {
    for (const query of ["q=%C5%82awka", "status=submitted", "pool=L13", "near=50.2,19,3000"]) {
      const whole: number[] = await asked(Object.fromEntries(new URLSearchParams(query)));
      const seen: number[] = [];
      for (let cursor = ""; ; ) {
        const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects?${query}&limit=1${cursor}`);
        seen.push(...body.items.map(({ id }: { id: string }) => Number(id.slice(-1))));
        if (body.next === null) break;
        cursor = `&cursor=${body.next}`;
      }
      expect(seen).toEqual(whole);
    }
  });

  it.each<readonly [query: string, offered: readonly string[]]>([
    ["q=bosko", ["q=boisko"]],
    ["q=przychdonia+%C5%9Bcie%C5%BCki", ["q=przychodni+%C5%9Bcie%C5%BCki"]],
    ["q=bosko&status=rejected", ["status=rejected&amp;q=boisko"]],
    ["q=boisko&pool=M", ["q=boisko"]],
    ["q=placem&status=on-ballot", ["q=placem"]],
    ["q=bosko+wiatrak", ["q=boisko"]],
    ["q=boisko&maxCost=5", ["q=boisko"]],
    ["q=boisko&minSupporters=3", ["q=boisko"]],
  ])("that finds nothing offers the nearest: %s", async (query, offered) => {
    const { text } = await place.call(`GET /projekty?cycle=${cycleId}&${query}`);
    const links = [...text.matchAll(/<li><a href="\/projekty\?cycle=[^&"]*&amp;([^"]*)"/g)].map(
      ([, of]) => of,
    );
    expect(links).toEqual(offered);
  });

  it.each<readonly [query: string, found: readonly number[], asked: string]>([
    ["district=L13&minCost=&maxCost=&minSupporters=&category=", [0, 1, 2, 3, 4], "pool=L13"],
    ["minCost=30&maxCost=50,00", [2, 3, 4], "minCostGrosze=3000&amp;maxCostGrosze=5000"],
    ["minSupporters=4", [4, 5], "minSupporters=4"],
    ["category=zielen&q=boisko", [0, 2], "category=zielen&amp;q=boisko"],
    ["pool=M,L13&status=submitted", [0, 2, 3, 4, 5], "pool=M%2CL13&amp;status=submitted"],
    ["district=L13&pool=M", [], "pool=-"],
    ["minCost=abc&minSupporters=-1&district=%3C", [0, 1, 2, 3, 4, 5], ""],
  ])("and on the page, where the form sends what it shows: %s", async (query, found, files) => {
    const page = async (of: string) => (await place.call(`GET /projekty?cycle=${cycleId}&${of}`)).text;
    const idsIn = (text: string) =>
      [...text.matchAll(/<a href="\/projekty\/[^"]*prj_0{15}(\d)"/g)].map(([, id]) => Number(id)).sort();
    const text = await page(query);
    expect(idsIn(text)).toEqual(found);
    expect(text).toContain(`/v1/cycles/${cycleId}/projects.csv${files && `?${files}`}"`);
    const [, form = ""] = /<form action="\/projekty" method="get"(.*?)<\/form>/s.exec(text) ?? [];
    const sent = new URLSearchParams(heldBy(form).filter(([name]) => name !== "cycle"));
    expect([...sent.keys()]).toContain("minSupporters");
    expect(idsIn(await page(`${sent}`))).toEqual(found);
  });

  it("finds the same in the files", async () => {
    const csv = await place.call(`GET /v1/cycles/${cycleId}/projects.csv?q=boiska`);
    expect(csv.text.trim().split("\r\n")).toHaveLength(3);
  });
});

test("what a release before has written is listed and found after the first sweep", async () => {
  const old = (await openCall(place)) as CycleId;
  const { store } = place.deps;
  const id = "prj_000000000000000f" as ProjectId;
  const project = { ...projectAt(0), id, cycleId: old, number: "L13/01/XII" };
  await store.table.fill([
    { key: keys.project(old, id), item: project },
    { key: keys.counter(old, "L13"), item: { last: 1, changes: 0 } },
  ]);
  accept(await store.table.write([update({ key: keys.cycle(old), remove: ["listing"] })]));
  const found = async (query: string) =>
    (await place.call(`GET /v1/cycles/${old}/projects?${query}`)).body.items.length;
  expect([await found(""), await found("q=boiska")]).toEqual([0, 0]);
  await place.settle();
  expect([await found(""), await found("q=boiska"), await found("status=submitted")]).toEqual([1, 1, 1]);
  expect(await store.projects.size(old, ["L13", "M"])).toBe(1);
});
