import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { functionNames, functions, tableGrantsOf } from "../../infra/aws/functions.ts";
import { isGranted, KINDS, type Kind, partitionsOf, patternOf } from "../../infra/aws/table-grants.ts";
import { inRole } from "../../infra/local/dynamodb/roles.ts";
import { isCounted } from "../../shared/platform/counted-forms.ts";
import type { FunctionName, Route } from "../../shared/platform/route.ts";
import type { Key } from "../../shared/store/keys.ts";
import { put, update } from "../../shared/store/write.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { trial } from "./cloud.ts";
import { permissionsOfFunctions } from "./permissions.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const WRITES = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"];

/** A key of a kind that no record has. */
const planted = (kind: Kind): Key => {
  const { pk, sk = "" } = patternOf(kind);
  return { pk: pk.replace("*", "planted"), sk: sk.replace("*", "planted") };
};

const Bound = z.object({
  "ForAllValues:StringLike": z.object({
    "dynamodb:LeadingKeys": z.preprocess((one) => [one].flat(), z.array(z.string())),
  }),
});

/** Why a kind of record is written by more than one function. Whatever else two write is refused here. */
const SHARED: Readonly<Partial<Record<Kind, string>>> = {
  audit: "each act is recorded in the transaction of what it does",
  bucket: "each door takes from its own buckets; retention removes them",
  formCounts: "each function counts its own forms",
  cycle:
    "the calendar and keys, its version with every change of an edition, its steps, the key that was taken",
  count: "the count makes it, the commission signs it",
  draw: "the commission enters it; its acceptance may come from the page of acts that take two",
  counter:
    "numbers are given with proposals and with lists that two people agree on, and frozen with the list",
  unconfirmed: "goes when its proposal is enrolled, at the desk too, where there is none",
  authored: "a mailbox finds what it wrote, and what the desk keyed for it; retention removes them",
  check:
    "filled in and accepted at its own page; a publication closes it, which is accepted on the page of acts that take two too; the workflow moves its term; with who leaves the office it goes back",
  opinion:
    "asked for and given at its own page; the workflow moves its term, and a withdrawal by two ends it; with who leaves the office it goes back",
  consultationRequest: "answered at its own page; a consultation of it that two take back owes another one",
  merging: "asked and answered at its own page; a withdrawal by two ends it",
  opinionTerm: "goes with its opinion",
  appeal:
    "keyed, decided and accepted at its own page; a publication closes it, which is accepted on the page of acts that take two too",
  publication:
    "proposed beside the checks, accepted there or on the page of acts that take two; it stops waiting with its edition",
  publicationPart: "goes with its publication",
  leftOut: "goes with its publication, and with the list that is frozen",
  registerEntry: "goes with what comes in, on line or at the desk",
  registerLast: "goes with its entry",
  twin: "goes with its entry; retention removes them",
  lateProposal: "kept at the desk; retention removes them",
  printedLetter:
    "written in the transaction of what it tells of, printed and posted by the office; retention removes them",
  projectNumber: "goes with its project, also where the office accepts a list of them",
  posting: "goes with its project, whose status it says",
  project: "proposals change it until the list is frozen, the workflow when a phase decides",
  pending: "an act is proposed and settled where it is done, and lapses with the time of its edition",
  pendingOn: "goes with its act",
  gate: "the workflow opens, closes and seals them; who accepts an extension moves them at once, before the end comes",
  batch: "registered at a point; what nobody keyed stops waiting when registration ends",
  look: "consultations, whose posts are looked at; what somebody had in hand who leaves goes back",
  matter:
    "residents ask and read their own; the office answers, and a release of data is accepted on the page of acts that take two; with who leaves the office it goes back to the desk",
  consultation: "an act on one that takes two people is settled on the page of such acts",
  consultationPart: "a report is published on the page of acts that take two",
  bar: "a bar is accepted on the page of acts that take two, and its appeal answered at its own",
  moderationEntry: "goes with what it tells of, also where two people decide",
  survey: "an act on a survey that takes two people is settled on the page of such acts",
  attachments: "an author and the office keep the list; who looks at a file says there what became of it",
  upload:
    "a ticket is made at the office's door or an author's; who looks at the file says what became of it",
  person: "read from the accounts; a unit and a way to be told are set by the office",
  unit: "the office keeps them; whom a sheet of staff puts into one is counted there",
  signedOut: "by whoever signs out, by an admin, and of whom the accounts let do less",
  notice: "written in the transaction of what it tells of, and told by one",
  letter: "a letter that is given up is noted by its sender and settled by the office",
  support: "residents support by a door of their own, the office enters and strikes; retention removes them",
  supporter: "goes with its line",
  statement: "retention removes them",
  statementData: "retention removes them",
  voterSession: "the code's letter is taken off the list; retention removes them",
  voterContact: "taken with the letter that tells of the ballot; retention removes them",
  guardian: "retention removes them",
  crowd: "retention removes them",
  voidCase: "retention takes its words out",
};

test("a kind of record is written by one function, or it says why by more", () => {
  const writersOf = (kind: Kind) => functionNames.filter((name) => functions[name].writes?.includes(kind));
  expect(KINDS.filter((kind) => writersOf(kind).length > 1).sort()).toEqual(Object.keys(SHARED).sort());
  expect(writersOf("marker")).toEqual(["voting"]);
  expect(writersOf("rollShard")).toEqual(["voting"]);
  expect(writersOf("rollAddition")).toEqual(["voting"]);
  expect(writersOf("gate")).toEqual(["cycles", "voting", "workflow"]);
  expect(writersOf("tally")).toEqual(["count"]);
  expect(writersOf("box")).toEqual(["count"]);
  expect(writersOf("results")).toEqual(["workflow"]);
  // The sign of life has a grant of its own, since it is all that its function writes; words are filled in alone.
  expect(KINDS.filter((kind) => writersOf(kind).length === 0)).toEqual(["health", "word"]);
});

test("each write in the templates is bound to the partitions of what its function writes", () => {
  const synthesised = permissionsOfFunctions(trial(), "rynek-dev");
  for (const name of functionNames) {
    const statements = (synthesised.get(name) ?? []).filter(({ Resource }) =>
      Resource.some((one) => /:ExportsOutput\w+Main/.test(one)),
    );
    const patterns = statements
      .filter(({ Action }) => Action.some((action) => WRITES.includes(action.replace("dynamodb:", ""))))
      .map(({ Condition }) => Bound.parse(Condition)["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]);
    const written = tableGrantsOf(name).flatMap(({ table, actions, kinds, ofCycles }) =>
      table === "main" && kinds && actions.some((action) => WRITES.includes(action))
        ? [partitionsOf(kinds, ofCycles)]
        : [],
    );
    expect(patterns, name).toEqual(written);
    for (const pattern of patterns.flat()) expect(pattern, name).toMatch(/^[A-Z-]+(#(cyc_probe)?\*)?$/);
    // A role holds 10 240 characters of such policies.
    expect(JSON.stringify(synthesised.get(name)).length, name).toBeLessThan(9000);
  }
});

test("a function has the counts of its forms and the buckets of its doors among what it writes", () => {
  const rows: Route[] = Object.values(routes);
  const having = (kind: Kind) => functionNames.filter((name) => functions[name].writes?.includes(kind));
  const serving = (is: (row: Route) => boolean) =>
    functionNames.filter((name) => rows.some((row) => row.fn === name && is(row)));
  expect(having("formCounts")).toEqual(serving(isCounted));
  const limited = serving(({ admission }) => typeof admission === "object" && "buckets" in admission);
  expect(having("bucket")).toEqual([...limited, "workflow"]);
});

const refusedOf = async (work: Promise<unknown>): Promise<boolean> =>
  await work.then(
    () => false,
    (error: unknown) => {
      expect(error).toMatchObject({ name: "AccessDeniedException" });
      return true;
    },
  );

test("a planted key is refused for every function and every kind of record that is not its own, alone, in a transaction and in bulk", async () => {
  const { table } = place.deps.store;
  const wrong: string[] = [];
  const says = (name: FunctionName, what: string, isRefused: boolean, isOwn: boolean) => {
    if (isRefused === isOwn) wrong.push(`${name}: ${what} is ${isRefused ? "refused" : "let through"}`);
  };
  for (const name of functionNames)
    for (const kind of KINDS) {
      const key = planted(kind);
      const isOwn = functions[name].writes?.includes(kind) ?? false;
      const mayPut = isOwn || (name === "site" && kind === "health");
      const item = { planted: true };
      const write = put({ key, item });
      says(name, `put ${kind}`, await refusedOf(inRole(name, () => table.write([write]))), mayPut);
      const both = inRole(name, () => table.write([write, put({ key: { ...key, sk: `${key.sk}2` }, item })]));
      if (!mayPut) says(name, `transact ${kind}`, await refusedOf(both), false);
      else await refusedOf(both);
      const change = update({ key, set: { state: "sealed" } });
      says(name, `update ${kind}`, await refusedOf(inRole(name, () => table.write([change]))), isOwn);
      says(name, `take ${kind}`, await refusedOf(inRole(name, () => table.take(key, z.unknown()))), isOwn);
      const fills =
        (name === "voting" && ["rollShard", "rollStaged"].includes(kind)) ||
        (["posting", "word"].includes(kind) && functions[name].may.includes("fillPostings"));
      says(name, `fill ${kind}`, await refusedOf(inRole(name, () => table.fill([{ key, item }]))), fills);
    }
  expect(wrong).toEqual([]);
});

test("whoever tells a voter takes the marker off a list, and can change nothing of the vote on it", async () => {
  const { table } = place.deps.store;
  const key = planted("marker");
  const marker = { ...key, district: "1" };
  await table.write([put({ key, item: { ...marker, pendingOf: "markers", pendingKey: "1" } })]);
  const claimed = { ...marker, pendingOf: "markers", pendingKey: "1" };
  expect(await inRole("notices", () => table.claim(key))).toEqual(claimed);
  for (const [attribute, change] of Object.entries({
    district: update({ key, set: { district: "2" } }),
    day: update({ key, set: { tries: 1 }, when: { text: "#day = :day", values: { day: "1" } } }),
  }))
    expect(await refusedOf(inRole("notices", () => table.write([change]))), attribute).toBe(true);
  expect(await table.get(key, z.object({ district: z.string() }))).toEqual({ district: "1" });
});

test("nobody but the vote puts a ballot, and not alone", () => {
  const ballot = { table: "ballots", action: "PutItem", key: { pk: "cyc_1#b" } } as const;
  for (const name of functionNames) {
    const granted = tableGrantsOf(name);
    expect(isGranted(granted, { ...ballot, inTransaction: true }), name).toBe(name === "voting");
    expect(isGranted(granted, ballot), name).toBe(false);
  }
});
