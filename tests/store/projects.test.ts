import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { placeOf, projectNumber } from "../../shared/domain/project/number-scheme.ts";
import { type Project, ProjectLine } from "../../shared/domain/project/project.ts";
import { accept } from "../../shared/domain/result.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import type { Enrolment } from "../../shared/store/numbering.ts";
import type { Walk } from "../../shared/store/project-lines.ts";
import { tables } from "../../shared/store/shape.ts";
import { openStore, type Store } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { SupportLine } from "../../shared/subjects/supporters/rules.ts";
import { openSupporters } from "../../shared/subjects/supporters/store.ts";
import { KATOWICE } from "../kit/katowice.ts";

const AT = "2027-09-10T10:00:00.000Z";
const cycleId: CycleId = "cyc_0000000000000001";
const NAMES = { main: "main", ballots: "ballots" };

let database: Awaited<ReturnType<typeof startDynamoDb>>;
let store: Store;
beforeAll(async () => {
  database = await startDynamoDb({ folder: null, onGone: () => undefined });
  const config = {
    region: "eu-central-1",
    ...database.reach,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  await createTables(NAMES, config);
  store = openStore(openTable(NAMES, config));
});
afterAll(() => database.stop());

let nth = 0;
const numberIn = (pool: string, sequence: number): string =>
  projectNumber(KATOWICE.projectNumbers, { pool, sequence, edition: "XII" });

const enrolment = (more: Partial<Omit<Project, "number">> = {}): Enrolment => {
  nth += 1;
  const project: Omit<Project, "number"> = {
    id: `prj_${String(nth).padStart(16, "0")}` as ProjectId,
    cycleId,
    pool: "L13",
    title: `Projekt ${nth}`,
    description: "",
    estimatedCostGrosze: 100,
    status: "submitted",
    withdrawnAfterFreeze: false,
    supporters: 0,
    history: [{ at: AT, status: "submitted" }],
    version: 1,
    submittedAt: AT,
    fingerprint: `f${nth}`,
    ...more,
  };
  return {
    project,
    numberOf: (sequence) => numberIn(project.pool, sequence),
    also: async () => [],
  };
};

const enrol = async (more: Partial<Omit<Project, "number">> = {}): Promise<Project> =>
  accept(await store.projects.enrol(enrolment(more)));

describe("numbers of one pool", () => {
  it("run from 1 to 20 for 20 proposals in one moment", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => enrol()));
    expect(made.map(({ number }) => number).sort()).toEqual(
      Array.from({ length: 20 }, (_, n) => numberIn("L13", n + 1)),
    );
    for (const { id, number } of made) expect(await store.projects.byNumber(cycleId, number)).toBe(id);
  });

  it("are given once to one creation, however often it is tried", async () => {
    const one = enrolment({ pool: "M" });
    const made = await Promise.all(Array.from({ length: 10 }, () => store.projects.enrol(one)));
    expect(new Set(made.map((result) => accept(result).number))).toEqual(new Set(["M/01/XII"]));
    expect((await enrol({ pool: "M" })).number).toBe("M/02/XII");
    const other = { ...one, project: { ...one.project, fingerprint: "other" } };
    expect(await store.projects.enrol(other)).toMatchObject({ refusal: { code: "request/key-reused" } });
  });

  it("given from paper may fill a gap, but not one that was ever given", async () => {
    const given = (sequence: number) => ({ number: numberIn("L1", sequence), sequence });
    const paper = (sequence: number) =>
      store.projects.enrol({ ...enrolment({ pool: "L1" }), given: given(sequence) });
    expect(accept(await paper(8)).number).toBe("L1/08/XII");
    expect(accept(await paper(3)).number).toBe("L1/03/XII");
    expect((await enrol({ pool: "L1" })).number).toBe("L1/09/XII");
    expect(await paper(3)).toMatchObject({ refusal: { code: "project/number-taken" } });
  });
});

const lineOf = (
  { id: projectId, ...project }: Pick<Project, "id" | "cycleId">,
  n: number,
  ...people: string[]
): SupportLine =>
  SupportLine.parse({
    id: `sup_${String(n).padStart(16, "0")}`,
    ...{ cycleId: project.cycleId, projectId, name: "Jan", at: AT, people },
  });

describe("a step of a project", () => {
  it("happens once, whoever takes it at the same time", async () => {
    const project = await enrol({ pool: "L2" });
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        store.projects.move(project, n % 2 === 0 ? "accept-formally" : "reject", { at: AT }),
      ),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    const stored = await store.projects.get(cycleId, project.id);
    expect(stored?.version).toBe(2);
    expect(stored?.history).toHaveLength(2);
  });
});

describe("support", () => {
  it("of one person counts once, of fifty people fifty times, all at once", async () => {
    const project = await enrol({ pool: "L3" });
    const supporters = openSupporters(store.table);
    const line = (n: number, person: string) => lineOf(project, n, person);
    const same = await Promise.all(Array.from({ length: 20 }, (_, n) => supporters.enter(line(n, "person"))));
    expect(same.filter(({ ok }) => ok)).toHaveLength(1);
    const people = Array.from({ length: 50 }, (_, n) => supporters.enter(line(100 + n, `person-${n}`)));
    for (const added of await Promise.all(people)) accept(added);
    expect((await store.projects.get(cycleId, project.id))?.supporters).toBe(51);
    expect((await supporters.page(project)).items).toHaveLength(51);
    accept(await store.projects.move(project, "reject", { at: AT, reason: "Nie" }));
    expect(await supporters.enter(line(200, "late"))).toMatchObject({ refusal: { code: "project/state" } });
  });

  it("is given and taken back by who strikes the line and restores it, and by two of whom one is first", async () => {
    const project = await enrol({ pool: "L3" });
    const supporters = openSupporters(store.table);
    const line = (n: number, ...people: string[]) => lineOf(project, n, ...people);
    const count = async () => (await store.projects.get(cycleId, project.id))?.supporters;
    const [first, second] = [line(1, "mailbox", "signer"), line(2, "signer")];
    accept(await supporters.enter(first));
    expect(await supporters.enter(second)).toMatchObject({ refusal: { code: "project/already-supported" } });
    expect(await count()).toBe(1);
    const strike = () => supporters.change(first, { struck: "no-signature" }, []);
    const struck = await Promise.all([strike(), strike()]);
    expect(struck.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await count()).toBe(0);
    accept(await supporters.enter(second));
    const again = accept(struck.find(({ ok }) => ok) as (typeof struck)[0]);
    expect(await supporters.change(again, { struck: null }, [])).toMatchObject({
      refusal: { code: "project/already-supported" },
    });
    accept(await supporters.change(second, { struck: "unreadable" }, []));
    accept(await supporters.change(again, { struck: null }, []));
    expect(await count()).toBe(1);
  });
});

describe("the freeze of the lists", () => {
  const onBallot = { status: "on-ballot" as const };

  it("fails when a project came or went after the list was read, and holds once it is written", async () => {
    const first = await enrol({ pool: "L4", ...onBallot });
    const stale = await store.projects.freezing(cycleId, ["L4"]);
    accept(await store.projects.move(first, "withdraw", { at: AT }));
    expect(await store.table.write(stale)).toMatchObject({ refusal: { code: "service/try-again" } });

    const second = await enrol({ pool: "L4", ...onBallot });
    const waiting = await enrol({ pool: "L4" });
    const accepted = accept(await store.projects.move(waiting, "accept-formally", { at: AT }));
    accept(await store.table.write(await store.projects.freezing(cycleId, ["L4"])));
    const late = await Promise.all([
      store.projects.move(second, "withdraw", { at: AT }),
      store.projects.move(accepted, "admit", { at: AT, set: { costGrosze: 5 } }),
      store.projects.enrol(enrolment({ pool: "L4", ...onBallot })),
    ]);
    for (const refused of late) expect(refused).toMatchObject({ refusal: { code: "cycle/locked" } });
  });
});

describe("the results", () => {
  it("reach every project of the list once, done twice", async () => {
    const vote: CycleId = "cyc_0000000000000002";
    const onBallot = { cycleId: vote, status: "on-ballot" as const };
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, n) => enrol({ ...onBallot, pool: `L${1 + (n % 5)}` })),
    );
    const selected = new Set(made.slice(0, 7).map(({ id }) => id));
    let told = 0;
    const tell = async () => {
      told += 1;
      return [];
    };
    await store.projects.decide(vote, selected, AT, tell);
    await store.projects.decide(vote, selected, AT, tell);
    const { items } = await store.projects.list(vote, { consistent: true });
    expect(
      items
        .filter(({ status }) => status === "selected")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...selected].sort());
    expect(items.filter(({ status }) => status === "not-selected")).toHaveLength(23);
    expect(told).toBe(30);
  });
});

describe("what was taken out after the freeze", () => {
  const other: CycleId = "cyc_0000000000000002";

  it("is found among all others of its cycle", async () => {
    const taken = await enrol({ cycleId: other, withdrawnAfterFreeze: true });
    for (let n = 0; n < 3; n++) await enrol({ cycleId: other });
    await enrol({ withdrawnAfterFreeze: true });
    expect((await store.projects.allTakenOut(other)).map(({ id }) => id)).toEqual([taken.id]);
  });
});

describe("restored projects", () => {
  const restored: CycleId = "cyc_0000000000000003";

  it("wait for what they waited for", async () => {
    const { project } = enrolment({ cycleId: restored });
    const work = {
      kind: "check-proposal",
      id: project.id,
      owner: "queue#verifier",
      dueAt: AT,
      about: { cycleId: restored, edition: "XII", projectId: project.id, title: project.title },
    } as const;
    const number = numberIn("L13", 1);
    await store.projects.restore(restored, [{ project: { ...project, number }, sequence: 1, work }]);
    const waiting: string[] = [];
    for await (const { id } of await store.work.of(["queue#verifier"], {})) waiting.push(id);
    expect(waiting).toEqual([project.id]);
  });
});

describe("the list", () => {
  const list = "cyc_000000000000000b" as CycleId;
  const walked = async (walk: Omit<Walk, "atOnce">, atOnce: number): Promise<string[]> => {
    const numbers: string[] = [];
    for await (const { number } of await store.projects.lines(list, { ...walk, atOnce }))
      numbers.push(number);
    return numbers;
  };

  it("goes pool by pool and number by number, from any place on, however much is read at once", async () => {
    for (const pool of ["L2", "L13", "M"]) for (let n = 0; n < 11; n++) await enrol({ cycleId: list, pool });
    const numbers = ["L2", "L13", "M"].flatMap((pool) =>
      Array.from({ length: 11 }, (_, n) => numberIn(pool, n + 1)),
    );
    for (const atOnce of [1, 4, 100]) expect(await walked({}, atOnce)).toEqual(numbers);
    for (const [n, number] of numbers.entries()) {
      const pool = number.split("/")[0] ?? "";
      expect(await walked({ after: placeOf({ pool, number }) }, 7)).toEqual(numbers.slice(n + 1));
    }
    const some = numbers.filter((number) => !number.startsWith("L13"));
    expect(await walked({ pools: ["M", "L2", "M", "L1", "L130"] }, 5)).toEqual(some);
    expect(await store.projects.size(list, ["L2", "M", "L9"])).toBe(22);
  });

  it("holds what a line says, and nothing else", () => {
    const [, , list] = tables.main.indexes;
    expect([...list.projection].sort()).toEqual(Object.keys(ProjectLine.shape).sort());
  });

  it("follows each step and each support", async () => {
    const other = "cyc_000000000000000c" as CycleId;
    const author = { name: "Ewa", email: "ewa@example.com", isNamePublic: true, language: "pl" } as const;
    const project = await enrol({ cycleId: other, author });
    accept(await openSupporters(store.table).enter(lineOf(project, 1, "person")));
    accept(await store.projects.move(project, "reject", { at: AT, reason: "Nie", set: { reason: "Nie" } }));
    const lines = [];
    for await (const one of await store.projects.lines(other, { atOnce: 10 })) lines.push(one);
    expect(lines).toEqual([
      {
        id: project.id,
        cycleId: other,
        number: project.number,
        pool: "L13",
        title: project.title,
        estimatedCostGrosze: 100,
        status: "rejected",
        reason: "Nie",
        withdrawnAfterFreeze: false,
        supporters: 1,
        submittedAt: AT,
        authorName: "Ewa",
      },
    ]);
  });
});
