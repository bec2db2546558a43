import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BatchId, CycleId } from "../../shared/domain/ids.ts";
import { childPeselOf, peselOf, type TestVote, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { staffVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { sendFile } from "../kit/uploads.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let both: { pool: string; points: Record<string, number> }[];
/** Public numbers of the projects, by pool. */
let numbers: Readonly<Record<string, readonly string[]>>;

const VOTERS = 80;

beforeAll(async () => {
  place = await openPlace();
  const row = (pesel: string) => `${pesel};Nowak-Łoś;L13\n`;
  const people = Array.from({ length: VOTERS }, (_, n) => row(peselOf(n))).join("");
  city = await openVoteWithPoints(place, 0, { roll: people + row(childPeselOf(0)) + row(childPeselOf(1)) });
  clerks = clerksOf(place, city.cycleId);
  const list = await place.deps.store.ballotLists.get(city.cycleId as CycleId);
  numbers = Object.fromEntries(
    (list?.pools ?? []).map(({ id, projects }) => [
      id,
      (city.projects[id] ?? []).map((own) => projects.find((one) => one.id === own)?.number ?? ""),
    ]),
  );
  both = [
    { pool: "M", points: { [city.projects.M?.[0] ?? ""]: 2 } },
    { pool: "L13", points: { [city.projects.L13?.[1] ?? ""]: 1 } },
  ];
});
afterAll(() => place?.close());

const HEADER = "Nr karty;PESEL;Wybrane projekty;Powód odrzucenia;Oświadczenie opiekuna";
const chosen = () => `${numbers.M?.[0]}: 2, ${numbers.L13?.[1]}: 1`;
const tableOf = (rows: readonly string[], header = HEADER) => Buffer.from(`${header}\n${rows.join("\n")}\n`);

/** Where each file was put. */
const paths = new Map<string, string>();

const send = async (bytes: Uint8Array, by = 0) => {
  const sent = await sendFile(place, {
    purpose: "paper-batch",
    bytes,
    name: "karty.csv",
    role: "clerk",
    n: by,
  });
  expect(sent.state).toBe("ready");
  paths.set(sent.id, (await place.deps.store.uploads.get(sent.id))?.found?.path ?? "");
  return sent.id;
};
const read = (by: number, batch: string, upload: string, said: object = {}) =>
  clerks.clerk(by, `POST /paper-batches/${batch}/files`, { body: { upload, ...said } });
const enter = (by: number, batch: string, upload: string) =>
  clerks.clerk(by, `POST /paper-batches/${batch}/files/${upload}/entry`);
const fileOf = async (batch: string, upload: string) =>
  (await clerks.clerk(0, `GET /paper-batches/${batch}/files/${upload}`)).body;
const figures = async (batch: string) => (await clerks.clerk(0, `GET /paper-batches/${batch}`)).body.figures;
const sweep = () => place.invoke("voting", { sweep: true });
const isThere = async (upload: string) => {
  await place.invoke("arrivals", { sweep: true });
  return (await place.deps.uploads.read(paths.get(upload) ?? "")) !== undefined;
};

type Noted = { line: number; column: string | null; code: string };
const noted = ({ noted: all }: { noted: Noted[] }) =>
  all.map(({ line, column, code }) => `${line} ${column ?? "-"} ${code}`);

/** Ends the work at the n-th write of a card, before it is done or when nobody knows yet that it is; until it is let be. */
const killAtCard = (nth: number, when: "before" | "after"): (() => void) => {
  const { table } = place.deps.store;
  const { write } = table;
  let cards = 0;
  Object.assign(table, {
    write: async (...asked: Parameters<typeof write>) => {
      const isKilled = asked[0].some(({ key }) => key.pk.startsWith("CARDS#")) && ++cards === nth;
      if (isKilled && when === "before") throw new Error("killed before a card was written");
      const outcome = await write(...asked);
      if (isKilled) throw new Error("killed after a card was written");
      return outcome;
    },
  });
  return () => void Object.assign(table, { write });
};

/** Text in Windows-1250, as far as it goes here. */
const windows = (text: string) =>
  Uint8Array.from(text, (letter) => ({ ó: 0xf3, ś: 0x9c, ć: 0xe6 })[letter] ?? letter.charCodeAt(0));

describe("a table of paper cards", () => {
  test("is one keying: another person's own table, keyed alike, settles its cards", async () => {
    const batch = await clerks.register(4);
    const rows = [
      `1;${peselOf(0)};${chosen()};;`,
      `2;${peselOf(1)};${numbers.L13?.[0]}: 1;;`,
      "3;;;Brak podpisu;",
      `4;${childPeselOf(0)};${chosen()};;tak`,
    ];
    const first = await send(windows(`${HEADER}\n${rows.join("\r\n")}\r\n`));
    const found = { settled: 0, left: 0, faults: 0, repaired: 0 };
    const [looked, again] = await Promise.all([read(0, batch, first), read(0, batch, first)]);
    expect([again.status, again.body.id]).toEqual([expect.toBeOneOf([200, 202]), looked.body.id]);
    expect(looked.status).toBe(200);
    expect(looked.body).toMatchObject({ state: "read", rows: 4, found: { ...found, keyed: 4 }, noted: [] });
    expect((await figures(batch)).untouched).toBe(4);
    expect((await read(0, batch, first)).body).toEqual(looked.body);
    expect(await isThere(first)).toBe(true);

    await Promise.all([enter(0, batch, first), enter(0, batch, first)]);
    expect((await enter(0, batch, first)).body).toMatchObject({ state: "entered", entered: { keyed: 4 } });
    expect(await figures(batch)).toEqual({ cards: 4, untouched: 0, keyed: 4, accepted: 0, rejected: {} });
    expect(await isThere(first)).toBe(false);

    const others = `number,guardian,rejection,pesel,project_1,points_1,project_2,points_2
4,1,,${childPeselOf(0)},${numbers.L13?.[1]},1,${numbers.M?.[0]},2
1,,,${peselOf(0)},${numbers.M?.[0]},2,${numbers.L13?.[1]},1
2,,,${peselOf(1)},${numbers.L13?.[1]},1,,
3,,unsigned,,,,,
`;
    const second = await send(Buffer.from(others), 1);
    const compared = await read(1, batch, second);
    expect(compared.body).toMatchObject({ state: "read", found: { ...found, settled: 3, left: 1 } });
    expect(noted(compared.body)).toEqual(["4 - paper/differs"]);
    expect(compared.body.noted[0].detail).toBe("Sprawdź z kartą: lista L13.");
    expect((await figures(batch)).accepted).toBe(0);
    expect((await enter(1, batch, second)).body).toMatchObject({
      state: "entered",
      entered: { keyed: 0, settled: 3, left: 1 },
    });
    expect(await figures(batch)).toEqual({
      cards: 4,
      untouched: 0,
      keyed: 1,
      accepted: 2,
      rejected: { unsigned: 1 },
    });
    expect((await vote(place, city.cycleId, 0, both)).body.code).toBe("voting/already-voted");
    // What two differ in is looked up on the card, at the desk.
    const one = [{ pool: "L13", points: { [city.projects.L13?.[0] ?? ""]: 1 } }];
    expect((await clerks.key(1, batch, 2, cardOf(1, one))).body.state).toBe("accepted");
  });

  test("with a fault enters nothing, and says where each is", async () => {
    const batch = await clerks.register(12);
    expect((await vote(place, city.cycleId, 10, both)).status).toBe(201);
    await clerks.key(0, batch, 9, { rejection: "blank" });
    await clerks.key(1, batch, 9, { rejection: "blank" });
    const upload = await send(
      tableOf([
        `1;${peselOf(11)};L13/99/XII;;`,
        `2;${peselOf(11)};;zgubiona;`,
        "3;4,40514E+10;;;",
        `4;${peselOf(12)};${numbers.M?.[0]}: 4;;`,
        `4;${peselOf(13)};${chosen()};;`,
        `13;${peselOf(14)};${chosen()};;`,
        `5;${childPeselOf(1)};${chosen()};;nie`,
        `6;${peselOf(10)};${chosen()};;`,
        `7;${peselOf(6000)};${chosen()};;`,
        `8;${peselOf(15)};;;`,
        `9;${peselOf(16)};${chosen()};;`,
        `10;'${peselOf(12)};${chosen()};;`,
      ]),
    );
    const { body } = await read(0, batch, upload);
    expect(body).toMatchObject({
      state: "faulty",
      rows: 12,
      found: { keyed: 0, left: 4, faults: 8, repaired: 1 },
    });
    expect(noted(body)).toEqual([
      "2 projects project",
      "3 rejection rejection",
      "4 pesel digits-lost",
      "5 - ballot/over-points",
      "6 number card-twice",
      "7 - paper/no-card",
      "8 - voting/guardian",
      "9 - voting/already-voted",
      "10 - roll/not-listed",
      "11 - ballot/empty",
      "12 - paper/settled",
      "13 - voting/already-voted",
      "13 pesel apostrophe",
    ]);
    expect((await enter(0, batch, upload)).body.code).toBe("paper/file-state");
    expect(await figures(batch)).toMatchObject({ untouched: 11, rejected: { blank: 1 } });
    expect(await isThere(upload)).toBe(false);
  });

  test("that is no table of cards, or of more than there are, is told as a whole", async () => {
    const batch = await clerks.register(1);
    const failed = async (bytes: Uint8Array, said: object = {}) => {
      const { state, failed: why } = (await read(0, batch, await send(bytes), said)).body;
      return [state, why];
    };
    const [state, why] = await failed(tableOf(["1;x"], "Karta;Głosy"));
    expect([state, why]).toEqual(["faulty", expect.stringContaining("pesel")]);
    expect(await failed(tableOf(["1;;;late;", "2;;;late;"]))).toEqual([
      "faulty",
      expect.stringContaining("1"),
    ]);
    const byHand = { columns: { number: "1", pesel: "2", projects: "3" } };
    const table = Buffer.from(`sztuka;kto;co\n1;${peselOf(20)};${numbers.L13?.[0]}: 1\n`);
    expect((await read(0, batch, await send(table), byHand)).body).toMatchObject({ state: "read" });
  });

  test("is its sender's alone, and a copy of it is no second keying", async () => {
    const batch = await clerks.register(2);
    const bytes = tableOf([`1;${peselOf(21)};${chosen()};;`]);
    const upload = await send(bytes);
    expect((await read(1, batch, upload)).body.code).toBe("thing/not-found");
    const page = `/urzad/partie/${city.cycleId}/${batch}/plik/${upload}`;
    const [mine, others] = [await staffVisitor(place, "clerk", 0), await staffVisitor(place, "clerk", 1)];
    expect((await mine.open(page)).text).toContain(peselOf(21));
    expect((await others.open(page)).status).toBe(404);
    await read(0, batch, upload);
    expect((await enter(1, batch, upload)).body.code).toBe("paper/not-yours");
    const copy = await read(1, batch, await send(bytes, 1));
    expect([copy.status, copy.body.code]).toEqual([409, "paper/same-file"]);
    const removal = `POST /paper-batches/${batch}/files/${upload}/removal`;
    for (const _ of [1, 2]) expect((await clerks.clerk(0, removal)).body.state).toBe("dropped");
    expect(await isThere(upload)).toBe(false);
    expect((await figures(batch)).untouched).toBe(2);
    const journal = await place.call(`GET /v1/staff/audit?subject=${city.cycleId}`, {
      token: await place.staff("auditor"),
    });
    expect(journal.text).not.toContain(peselOf(21));
  });

  test("cut off in the middle goes on where it was, and no card is entered twice", async () => {
    const cards = 50;
    const batch = await clerks.register(cards);
    const rows = Array.from({ length: cards }, (_, n) => `${n + 1};${peselOf(30 + n)};${chosen()};;`);
    const first = await send(tableOf(rows));
    await read(0, batch, first);
    const mended = killAtCard(45, "before");
    const cut = await enter(0, batch, first);
    expect([cut.status, cut.body.state, cut.body.done]).toEqual([202, "entering", 40]);
    await sweep();
    mended();
    expect(await fileOf(batch, first)).toMatchObject({
      state: "entered",
      entered: { keyed: cards, left: 0 },
    });

    const second = await send(tableOf(rows.toReversed()), 1);
    await read(1, batch, second);
    const whole = killAtCard(44, "after");
    expect((await enter(1, batch, second)).status).toBe(202);
    await Promise.all([sweep(), enter(1, batch, second)]);
    whole();
    expect(await fileOf(batch, second)).toMatchObject({
      state: "entered",
      entered: { keyed: 0, settled: cards, left: 0 },
      noted: [],
    });
    expect(await figures(batch)).toEqual({
      cards,
      untouched: 0,
      keyed: 0,
      accepted: cards,
      rejected: {},
    });
    expect((await clerks.clerk(0, `POST /paper-batches/${batch}/closing`)).body.state).toBe("closed");
    const late = await read(0, batch, await send(tableOf(["1;;;late;"])));
    expect(late.body.code).toBe("paper/closed");
    for (const file of await place.deps.store.paperFiles.list(city.cycleId as CycleId, batch as BatchId))
      expect(JSON.stringify(file)).not.toMatch(
        new RegExp(["prj_", "L13/", peselOf(30), peselOf(31)].join("|")),
      );
  });

  test("is sent, looked at, read and entered on the pages of the office", async () => {
    const batch = await clerks.register(1);
    const { go, signIn, locationOf } = stepVisitor(place);
    await signIn("clerk");
    const at = `/urzad/partie/${city.cycleId}/${batch}`;
    const post = async (path: string, form: Record<string, string>) => {
      const answer = await go(`POST ${path}`, { form });
      return answer.status === 303 ? await go(`GET ${locationOf(answer)}`) : answer;
    };
    expect((await go(`GET ${at}`)).text).toContain("Wyślij plik z kartami");
    expect((await post(`${at}/plik`, {})).text).toContain("Karty papierowe przepisane do tabeli");

    const path = `${at}/plik/${await send(windows(`Nr karty;PESEL;G\u0142osy;co\n1;${peselOf(22)};;x\n`.replace("\u0142", "l")))}`;
    const shown = await go(`GET ${path}`);
    expect(shown.text).toContain(peselOf(22));
    expect(shown.text).toContain("Trzy pierwsze wiersze");
    const columns = { "column-number": "1", "column-pesel": "2", "column-projects": "3" };
    const form = { encoding: "windows-1250", delimiter: ";", ...columns };
    expect((await post(path, { act: "look", ...form, encoding: "utf-8" })).text).toMatch(/"utf-8" selected/);
    const faulty = await post(path, { act: "read", ...form });
    expect(faulty.text).toContain("Popraw te wiersze");
    expect(faulty.text).not.toContain(peselOf(22));

    const next = `${at}/plik/${await send(tableOf([`1;${peselOf(22)};${chosen()};;`]))}`;
    const fine = await post(next, { act: "read", encoding: "utf-8", delimiter: ";" });
    expect(fine.text).toContain("Wprowadź karty");
    const entered = await post(next, { act: "enter" });
    expect(entered.text).toContain("karty wprowadzone");
    expect((await go(`GET ${at}`)).text).toContain("karty.csv</a>");
    expect((await figures(batch)).keyed).toBe(1);
    const twice = await post(next, { act: "drop" });
    expect([twice.status, twice.text.includes("Stan pliku: karty wprowadzone")]).toEqual([409, true]);
  });

  test("for which nobody says what is to become of it goes within a day", async () => {
    const batch = await clerks.register(1);
    const upload = await send(tableOf([`1;${peselOf(23)};${chosen()};;`]));
    await read(0, batch, upload);
    await sweep();
    expect((await fileOf(batch, upload)).state).toBe("read");
    await place.clock.moveTo((now) => now + 25 * 3_600_000);
    await sweep();
    expect((await fileOf(batch, upload)).state).toBe("dropped");
    expect(await isThere(upload)).toBe(false);
  });
});
