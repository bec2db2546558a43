import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executionArn, localMachineArn } from "../../infra/local/states/arns.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { chanceOf, IS_LONG, seed } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { importRoll } from "../kit/roll.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { sendFile } from "../kit/uploads.ts";

let place: Place;
let token: string;
let other: string;

beforeAll(async () => {
  place = await openPlace();
  token = await place.staff("coordinator");
  other = await place.staff("coordinator", 1);
});
afterAll(() => place?.close());

const openDraft = async (): Promise<string> => {
  const { body } = await place.call("POST /v1/staff/cycles", {
    token,
    key: true,
    body: {
      name: "Budżet",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "L13", amountGrosze: 100_000 }],
    },
  });
  return body.id;
};

const HEADER = "pesel;mothers_maiden_name;district";

/** Different people, as many as are asked for: days of a century, and four digits. */
const rowsOf = function* (count: number, district = (_n: number) => "L13"): Generator<string> {
  for (let n = 0, made = 0; made < count; n++) {
    const pesel = distinct(n);
    yield `${pesel};Nowak-Łoś;${district(made)}`;
    made += 1;
  }
};

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
const distinct = (n: number): string => {
  const [serial, day, month, year] = [
    n % 10_000,
    Math.floor(n / 10_000) % 28,
    Math.floor(n / 280_000) % 12,
    60,
  ];
  const two = (of: number) => String(of).padStart(2, "0");
  const body = `${two(year + Math.floor(n / 3_360_000))}${two(month + 1)}${two(day + 1)}${String(serial).padStart(4, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

const fileOf = (rows: Iterable<string>): Uint8Array => Buffer.from(`${HEADER}\n${[...rows].join("\n")}\n`);

const upload = async (cycleId: string, bytes: Uint8Array, more: object = {}) => {
  const { id, state } = await sendFile(place, { purpose: "roll", bytes, name: "spis.csv" });
  expect(state).toBe("ready");
  const ask = { token, body: { upload: id, ...more } };
  const proposed = await place.call(`POST /v1/staff/cycles/${cycleId}/roll`, ask);
  expect(proposed.status).toBe(202);
  await place.settle();
  return {
    uploadId: id,
    pendingId: proposed.body.pendingId as string,
    again: () => place.call(`POST /v1/staff/cycles/${cycleId}/roll`, ask),
    seen: async () =>
      (await place.call(`GET /v1/staff/pending/${proposed.body.pendingId}`, { token: other })).body,
  };
};

const rollNow = async (cycleId: string) =>
  (await place.call(`GET /v1/staff/cycles/${cycleId}`, { token })).body.roll;
const accept = (cycleId: string) =>
  place.call(`POST /v1/staff/cycles/${cycleId}/roll/acceptance`, { token: other });

describe("a roll that is uploaded", () => {
  test("is read in parts, compared with the one before, and in force once it is accepted", async () => {
    const cycleId = await openDraft();
    await importRoll(place, cycleId, fileOf(rowsOf(1000, () => "L9")).toString());
    const PEOPLE = 11_000;
    const file = fileOf(rowsOf(PEOPLE, (n) => (n < 500 ? "L9" : "L13")));
    const { seen, again, pendingId, uploadId } = await upload(cycleId, file);
    const shown = await seen();
    expect(shown).toMatchObject({
      state: "proposed",
      rows: PEOPLE,
      added: PEOPLE - 1000,
      gone: 0,
      moved: 500,
      cannotProve: 0,
      faults: 0,
    });
    // Asked for again it is the same, and reads nothing twice.
    expect((await again()).body.pendingId).toBe(pendingId);
    expect((await accept(cycleId)).status).toBe(200);
    expect(await rollNow(cycleId)).toMatchObject({
      entries: PEOPLE,
      perDistrict: { L13: PEOPLE - 500, L9: 500 },
    });
    // The file itself goes as soon as it is read.
    expect(await place.deps.store.uploads.get(uploadId)).toBeUndefined();
  });

  test("the same people in another order, encoding and delimiter are the same roll", async () => {
    const one = await openDraft();
    const rows = [...rowsOf(9000)];
    const first = await (await upload(one, fileOf(rows))).seen();
    await accept(one);
    const turned = `${HEADER}\r\n${rows.toReversed().join("\r\n")}`.replaceAll(";", "\t");
    const second = await (await upload(one, Buffer.from(`\ufeff${turned}`, "utf16le"))).seen();
    expect(second).toMatchObject({ rows: 9000, added: 0, gone: 0, moved: 0 });
    expect(second.proposal.preview.encoding).toBe("utf-16le");
    expect(second.proposal.preview.digest).toBe(first.proposal.preview.digest);
  });

  test("with faults is closed by itself, and says which; nothing of it is in force", async () => {
    const cycleId = await openDraft();
    const rows = [...rowsOf(9000)];
    rows[8000] = rows[10] ?? "";
    rows[4] = "44051401358;Nowak;L13";
    const { seen, pendingId } = await upload(cycleId, fileOf(rows));
    const shown = await seen();
    expect(shown).toMatchObject({ state: "overtaken", rows: 9000, faults: 2 });
    const { text } = await (await staffVisitor(place, "coordinator")).open(`/urzad/sprawy/${pendingId}`);
    expect(text).toContain(`href="/urzad/edycje/${cycleId}/spis">Wyślij poprawiony plik`);
    expect(text).toMatch(/<td[^>]*>Numer PESEL<\/td>/);
    expect(text).not.toContain("Po przyjęciu osób w spisie");
    expect(shown.proposal.preview.noted).toEqual([
      { line: 6, column: "pesel", says: "pesel" },
      { line: 8002, column: null, says: "duplicate" },
    ]);
    expect((await accept(cycleId)).status).toBeGreaterThanOrEqual(404);
    expect(await rollNow(cycleId)).toBeNull();
  });

  test("that is not in its encoding is closed with the row and the byte", async () => {
    const cycleId = await openDraft();
    const file = Buffer.from(fileOf(rowsOf(300)));
    file[file.length - 20] = 0x90;
    const shown = await (await upload(cycleId, file)).seen();
    expect([shown.state, shown.proposal.preview.failed]).toEqual([
      "overtaken",
      { says: "encoding", encoding: "utf-8", line: 301, byte: file.length - 20 },
    ]);
  });

  test("and turned down leaves nothing behind", async () => {
    const cycleId = await openDraft();
    const { seen, pendingId } = await upload(cycleId, fileOf(rowsOf(300)));
    const { importId } = (await seen()).proposal;
    const shards = () => place.deps.store.roll.shardsAt(cycleId as CycleId, importId, [0, 1]);
    expect((await shards()).every((shard) => shard.length > 0)).toBe(true);
    await place.call(`POST /v1/staff/pending/${pendingId}/refusal`, {
      token: other,
      body: { reason: "Stary plik" },
    });
    await place.clock.moveTo((now) => now + 26 * 3_600_000);
    await place.settle();
    expect((await shards()).every((shard) => shard.length === 0)).toBe(true);
    expect(await place.deps.store.rollImports.get(importId)).toBeUndefined();
  });
});

interface Written {
  readonly Key?: { readonly pk: string; readonly sk: string };
  readonly Item?: { readonly pk: string; readonly sk: string };
  readonly TransactItems?: readonly Readonly<Record<string, Written>>[];
  readonly RequestItems?: Readonly<Record<string, readonly Readonly<Record<string, Written>>[]>>;
}

const keysIn = ({ Key, Item, TransactItems, RequestItems }: Written): string[] => {
  const all = [...(TransactItems ?? []), ...Object.values(RequestItems ?? {}).flat()];
  const own = Key ?? Item;
  return own
    ? [`${own.pk} ${own.sk}`]
    : all
        .flatMap((one) => Object.values(one))
        .flatMap(keysIn)
        .sort();
};

/**
 * Ends whoever writes: before it is written, and when it is written and they have not learned of it; or at one of them, which is
 * drawn for each write.
 */
const killAtEveryWrite = (isTwice: boolean) => {
  const { middlewareStack } = place.deps.store.table.client;
  const killed = new Set<string>();
  const chance = chanceOf(seed);
  const spared = new Set<string>();
  const once = (when: "before" | "after", keys: string): void => {
    const what = `${when} ${keys}`;
    if (killed.has(what) || spared.has(what)) return;
    const other = `${when === "before" ? "after" : "before"} ${keys}`;
    const isSpared = !isTwice && !spared.has(other) && (killed.has(other) || chance.happens(0.5));
    (isSpared ? spared : killed).add(what);
    if (!isSpared) throw new Error("killed");
  };
  middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const isWrite = /^(?:Put|Update|Delete|TransactWrite|BatchWrite)/.test(commandName);
        const keys = isWrite ? keysIn(args.input as Written) : [];
        if (!keys.some((key) => /ROLL|PENDING/.test(key))) return next(args);
        once("before", `${keys}`);
        const answer = await next(args);
        once("after", `${keys}`);
        return answer;
      },
    { step: "initialize", name: "killer" },
  );
  return () => {
    middlewareStack.remove("killer");
    return [...killed];
  };
};

/** Has a file read while each of its steps is killed at all that it writes; what is told then, and at what it was killed. */
const readThoughKilled = async (cycleId: string, file: Uint8Array, isTwice: boolean) => {
  const { machine } = place.deps;
  const { readRoll } = machine;
  let begun = "";
  Object.assign(machine, {
    readRoll: async (importId: string) => {
      begun = importId;
    },
  });
  const { seen } = await upload(cycleId, file);
  Object.assign(machine, { readRoll });
  const mended = killAtEveryWrite(isTwice);
  await readRoll(begun);
  const executionArnOf = executionArn(localMachineArn("roll"), begun);
  const isRunning = async (): Promise<boolean> => {
    const { body } = await place.states.handle("AWSStepFunctions.DescribeExecution", {
      executionArn: executionArnOf,
    });
    return (body as { status: string }).status === "RUNNING";
  };
  // To when it is tried again: a machine waits longer each time.
  while (await isRunning()) await place.clock.moveTo((now) => Math.max(place.states.nextDueAt() ?? 0, now));
  return { shown: await seen(), killed: mended() };
};

test("a roll is the same wherever its reading was killed, before and after each thing that it writes", async () => {
  // Longer than one part, and more people than one bucket has.
  const PEOPLE = 7100;
  const file = Buffer.from(
    `${HEADER};uwagi\n${[...rowsOf(PEOPLE)].map((row) => `${row};bez uwag\n`).join("")}`,
  );
  const cycleId = await openDraft();
  const calm = await upload(cycleId, file);
  const { proposal } = await calm.seen();
  const refused = await place.call(`POST /v1/staff/pending/${calm.pendingId}/refusal`, {
    token: other,
    body: { reason: "Jeszcze raz" },
  });
  expect(refused.status).toBe(200);
  const { shown, killed } = await readThoughKilled(cycleId, file, IS_LONG);
  expect(shown.proposal.preview).toEqual(proposal.preview);
  // The plan, two parts with what is staged of them, two buckets with their shards, and the proposal.
  for (const of of [
    "ROLL-IMPORTS ",
    "PART#000",
    "PART#001",
    "ROLL-STAGED",
    "BUCKET#000",
    "BUCKET#001",
    "SHARD",
    "PENDING#",
  ])
    for (const when of IS_LONG ? ["before", "after"] : [""])
      expect(
        killed.filter((one) => one.startsWith(when) && one.includes(of)),
        `${when} ${of}`,
      ).not.toEqual([]);
  expect((await accept(cycleId)).status).toBe(200);
  expect(await rollNow(cycleId)).toMatchObject({ entries: PEOPLE, perDistrict: { L13: PEOPLE } });
});

test("one with faults is closed wherever its reading was killed", async () => {
  const rows = [...rowsOf(300)];
  rows[4] = "44051401358;Nowak;L13";
  const cycleId = await openDraft();
  const { shown } = await readThoughKilled(cycleId, fileOf(rows), true);
  expect(shown).toMatchObject({ state: "overtaken", rows: 300, faults: 1 });
});

if (IS_LONG)
  test("a roll of a million people is read here in bounded memory", async () => {
    const cycleId = await openDraft();
    const count = Number(process.env.RYNEK_ROLL ?? 1_000_000);
    const file = fileOf(rowsOf(count));
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const { seen } = await upload(cycleId, file);
    const read = performance.now();
    const shown = await seen();
    clearInterval(watch);
    expect(shown).toMatchObject({ rows: count, added: count, faults: 0 });
    expect((await accept(cycleId)).status).toBe(200);
    expect(await rollNow(cycleId)).toMatchObject({ entries: count });
    console.log(
      `${count} rows, ${file.length} bytes: ${((read - started) / 1000).toFixed(1)} s, accepted in ${(performance.now() - read).toFixed(0)} ms; memory ${(before / 1e6).toFixed(0)} MB before, ${(peak / 1e6).toFixed(0)} MB at most`,
    );
  }, 1_800_000);
