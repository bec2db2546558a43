import { afterAll, beforeAll, expect, test } from "vitest";
import { arrivalOf } from "../../shared/domain/intake/arrival.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, enterPhase, letterAbout, openCall, propose } from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { sendFile } from "../kit/uploads.ts";

const { describe, test: it } = inTurn();

const KATOWICE_XIII = RULE_SETS.get("katowice-xiii");

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
});
afterAll(() => place.close());

const staffView = async (id: string) => {
  const token = await place.staff("coordinator");
  return (await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${id}`, { token })).body;
};

describe("the office's register", () => {
  it("names each proposal that comes on line, in order and without a gap, whoever comes at once", async () => {
    const authors = ["a", "b", "c"].map((name) => ({
      name,
      email: `${name}@example.com`,
      isNamePublic: false,
    }));
    const made = await Promise.all(
      authors.map((author, n) => propose(place, cycleId, { author, pool: n === 0 ? "M" : "L13" })),
    );
    const cases = await Promise.all(made.map(async ({ id }) => (await staffView(id)).register));
    const year = new Date(place.clock.now()).getFullYear();
    const inOrder = cases.toSorted((one, other) => one.number - other.number);
    expect(inOrder).toEqual([1, 2, 3].map((number) => ({ number, mark: `WKS.3022.1.${number}.${year}` })));
    const letter = await letterAbout(place, "a@example.com", /^Przyjęliśmy/);
    expect(letter?.text).toContain(cases[0].mark);
  });
});

const PAPER = {
  pool: "L13",
  title: "Ławki przy szkole",
  description: "Pięć ławek przy szkole.",
  estimatedCostGrosze: 1_200_000,
  author: {
    name: "Józefa Kot",
    postal: { street: "ul. Mariacka 3/4", postcode: "40-014", town: "Katowice" },
    isNamePublic: false,
  },
};

const ago = (hours: number): string => new Date(place.clock.now() - hours * 3_600_000).toISOString();

const enter = async (body: object, key = newKey(), n = 0) =>
  place.call(`POST /v1/staff/cycles/${cycleId}/paper-proposals`, {
    token: await place.staff("clerk", n),
    body,
    key,
  });

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const scan = async (): Promise<string> => {
  const sent = await sendFile(place, {
    purpose: "paper-scan",
    bytes: PDF,
    name: "wniosek.pdf",
    type: "application/pdf",
    role: "clerk",
  });
  return sent.id;
};

describe("a proposal on paper", () => {
  it("has the life of one filed on line, with its scan, whoever tries again and whoever comes at once", async () => {
    const body = { ...PAPER, arrivedAt: ago(0.9), arrivedBy: "desk", scan: await scan() };
    const key = newKey();
    const [first, again, other] = await Promise.all([
      enter(body, key),
      enter(body, key),
      enter({ ...PAPER, title: "Stojaki", arrivedAt: ago(0.8), arrivedBy: "post" }, newKey(), 1),
    ]);
    expect([first.status, again.status, other.status]).toEqual([201, 201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect([first.body.register.number, other.body.register.number].toSorted()).toEqual([4, 5]);
    expect((await enter(body, key)).body).toMatchObject({ id: first.body.id, register: first.body.register });
    const shown = await place.call(`GET /v1/cycles/${cycleId}/projects/${first.body.id}`);
    expect(shown.body).toMatchObject({
      status: "submitted",
      number: first.body.number,
      submittedAt: body.arrivedAt,
    });
    expect(shown.text).not.toContain("Kot");
    expect((await staffView(first.body.id)).author.postal).toEqual(PAPER.author.postal);
    const used = await enter({ ...body, title: "Inny" });
    expect([used.status, used.body.code]).toEqual([409, "file/used"]);
  });

  it("hints that the same paper may have been keyed before", async () => {
    const paper = { ...PAPER, title: "Huśtawki", arrivedAt: ago(0.5), arrivedBy: "desk" };
    const { body: first } = await enter({ ...paper, author: { ...PAPER.author, name: "Jan Bąk" } });
    expect(first.similar).toEqual([]);
    const sameTitle = await enter({ ...paper, title: "huśtawki", arrivedAt: ago(0.2) });
    expect(sameTitle.body.similar.map(({ mark }: { mark: string }) => mark)).toContain(first.register.mark);
    const sameAuthor = await enter({
      ...paper,
      title: "Hamak",
      author: { ...PAPER.author, name: "JAN BĄK" },
    });
    expect(sameAuthor.body.similar).toEqual([{ ...first.register, title: "Huśtawki" }]);
  });

  it("says what is wrong with how it came in", async () => {
    const wrong = async (more: object) => {
      const { status, body } = await enter({ ...PAPER, arrivedBy: "desk", arrivedAt: ago(0.5), ...more });
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    const { postal: _, ...nobody } = PAPER.author;
    expect(await wrong({ arrivedAt: ago(-1) })).toEqual([422, "request/not-valid", "/arrivedAt"]);
    expect(await wrong({ postedOn: "2026-01-01" })).toEqual([400, "request/not-valid", "/postedOn"]);
    expect(await wrong({ arrivedAt: ago(24 * 60) })).toEqual([409, "project/call-closed", "/arrivedAt"]);
    expect(await wrong({ author: nobody })).toEqual([422, "request/not-valid", "/author/email"]);
    expect(await wrong({ estimatedCostGrosze: 60_000_000 })).toEqual([
      422,
      "project/over-cap",
      "/estimatedCostGrosze",
    ]);
    const token = await place.staff("coordinator");
    const path = `POST /v1/staff/cycles/${cycleId}/paper-proposals`;
    expect((await place.call(path, { token, body: PAPER, key: newKey() })).status).toBe(403);
  });
});

/** The paper as it is typed beside its scan. */
const keyed = (arrivedAt: string, more: Record<string, string> = {}) => ({
  arrivedBy: "desk",
  arrivedAt,
  postedOn: "",
  pool: "L13",
  title: "Tężnia",
  description: "Mała tężnia w parku.",
  why: "Powietrze.",
  "lines-0-name": "Tężnia",
  "lines-0-quantity": "1",
  "lines-0-unit": "szt.",
  "lines-0-price": "12 000,50",
  name: "Zofia Wąs",
  "author-postal-street": "ul. Nowa 1",
  "author-postal-postcode": "40-001",
  "author-postal-town": "Katowice",
  language: "pl",
  ...more,
});

/** The clock on the wall in Poland. */
const wall = (): string =>
  new Date(place.clock.now() - 60_000)
    .toLocaleString("sv-SE", { timeZone: "Europe/Warsaw" })
    .slice(0, 16)
    .replace(" ", "T");

const inDays = (days: number): string => new Date(place.clock.now() + days * 86_400_000).toISOString();

describe("the clerk's desk", () => {
  it("shows the scan beside the fields, keeps what was typed, and leads to the case mark", async () => {
    const desk = await staffVisitor(place, "clerk");
    const path = `/urzad/rejestr/${cycleId}/wpis`;
    const upload = await scan();
    const shown = await desk.open(`${path}?scan=${upload}`);
    const src = /<iframe src="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const file = await fetch(src);
    expect([file.status, file.headers.get("content-disposition")]).toEqual([
      200,
      expect.stringMatching(/^inline/),
    ]);
    expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);
    expect(shown.headers.get("content-security-policy")).toContain(`frame-src ${new URL(src).origin}`);

    const faulty = await desk.send(
      shown,
      path,
      keyed(wall(), { "lines-0-price": "dużo", "author-postal-postcode": "4000" }),
    );
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('value="dużo"');
    for (const field of ["lines-0-price", "author-postal-postcode"])
      expect(faulty.text).toContain(`href="#${field}"`);
    const nowhere = { "author-postal-street": "", "author-postal-postcode": "", "author-postal-town": "" };
    expect((await desk.send(faulty, path, keyed(wall(), nowhere))).text).toContain(
      "Podaj telefon, adres pocztowy albo e-mail",
    );
    const entered = await desk.send(faulty, path, keyed(wall(), { "author-postal-postcode": "40001" }));
    const mark = /WKS\.3022\.1\.\d+\.\d{4}/.exec(entered.text)?.[0] ?? "";
    expect(entered.text).toContain(`Zapisz na wniosku znak sprawy: ${mark}.`);

    const again = await desk.send(
      await desk.open(path),
      path,
      keyed(wall(), { title: "Inna", "lines-0-price": "5" }),
    );
    expect(again.status).toBe(200);
    expect(again.text).toContain(mark);
    const other = await desk.send(again, path, keyed(wall(), { title: "Inna", "lines-0-price": "5" }));
    expect(other.text).toContain("Zapisz na wniosku");
    // What comes past the form belongs to the call that is open, whatever was begun since.
    const opensLater = { name: "submission", startsAt: inDays(30), endsAt: inDays(40) };
    const later = { name: "Następny", ...ASKS_FOR_NONE, calendar: [opensLater] };
    const coordinator = await place.staff("coordinator");
    await place.call("POST /v1/staff/cycles", { token: coordinator, key: true, body: later });
    expect((await desk.open("/urzad/rejestr")).text).toContain(`/urzad/rejestr/${cycleId}/wpis`);
    const found = await desk.open(`/urzad/rejestr?cycle=${cycleId}&q=${mark}`);
    expect(found.text).toContain("Tężnia");
    expect(found.text).not.toContain("Huśtawki");
    const token = await place.staff("clerk");
    const listed = await place.call(`GET /v1/staff/cycles/${cycleId}/register?q=${mark}`, { token });
    expect(listed.body.items).toEqual([expect.objectContaining({ mark, arrivedBy: "desk", scan: upload })]);
  });
});

describe("a proposal on paper, after the call", () => {
  it("that came in time may be keyed after the call; one that came late has its case and its letter alone", async () => {
    const inTime = ago(0.5);
    await enterPhase(place, cycleId, "formal-review");
    const { body: kept } = await enter({ ...PAPER, title: "Zegar", arrivedAt: inTime, arrivedBy: "epuap" });
    expect(kept).toMatchObject({ status: "submitted", number: expect.stringContaining("L13/") });
    const late = { ...PAPER, title: "Fontanna", author: { ...PAPER.author, email: "late@example.com" } };
    const key = newKey();
    const body = { ...late, arrivedAt: ago(0), arrivedBy: "email" };
    const { status, body: refused } = await enter(body, key);
    expect([status, refused.status, refused.number]).toEqual([201, "late", null]);
    expect(refused.register.number).toBe(kept.register.number + 1);
    expect((await enter(body, key)).body).toEqual(refused);
    expect((await place.call(`GET /v1/cycles/${cycleId}/projects/${refused.id}`)).status).toBe(404);
    const letter = await letterAbout(place, "late@example.com", /po terminie/);
    expect(letter?.text).toContain(refused.register.mark);
  });
});

test("an edition may count the post mark, where it says so", () => {
  const call = {
    phase: "formal-review" as const,
    calendar: [
      {
        name: "submission" as const,
        startsAt: instant(Date.UTC(2027, 2, 1)),
        endsAt: instant(Date.UTC(2027, 3, 9, 22)),
      },
    ],
  };
  const paper = {
    arrivedAt: instant(Date.UTC(2027, 3, 13)),
    arrivedBy: "post" as const,
    postedOn: "2027-04-09",
  };
  const isLate = (postCounts: "arrived" | "posted" | undefined, more: object = {}) => {
    const cycle = { ...call, ruleSet: { ...KATOWICE_XIII, postCounts } } as Parameters<typeof arrivalOf>[0];
    return accept(arrivalOf(cycle, { ...paper, ...more }, instant(Date.UTC(2027, 3, 20)))).isLate;
  };
  expect(isLate("posted")).toBe(false);
  expect(isLate("posted", { postedOn: "2027-04-10" })).toBe(true);
  expect([isLate("arrived"), isLate(undefined), isLate("posted", { postedOn: undefined })]).toEqual([
    true,
    true,
    true,
  ]);
});
