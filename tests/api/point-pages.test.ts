import { afterAll, beforeAll, expect } from "vitest";
import { peselOf, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { fieldsOf, type Seen, type Visitor } from "../kit/visitor.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const { describe, test } = inTurn();

let place: Place;
let city: TestVote;
beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
});
afterAll(() => place?.close());

const pointPath = () => `/urzad/punkty/${city.cycleId}/biblioteka-5`;

describe("a clerk at a voting point, without scripts", () => {
  test("finds the point, lets a voter in, and hands over a receipt; the screen is clear for the next one", async () => {
    const browser = await staffVisitor(place, "clerk");
    const points = await browser.open("/urzad/punkty");
    expect(points.text).toContain(pointPath());
    const point = await browser.open(pointPath());
    const list = await browser.send(point, pointPath(), { pesel: peselOf(0), documentSeen: "yes" });
    expect([list.status, list.path]).toEqual([200, `/glosuj/${city.cycleId}/lista/L13`]);
    expect(list.wire).not.toContain(peselOf(0));

    const ballot = `/glosuj/${city.cycleId}/karta`;
    const other = await browser.send(list, ballot, { pick: city.projects.L13?.[0] ?? "", act: "next" });
    const split = await browser.send(other, ballot, { split: "3", act: "next" });
    const check = split.text.includes(`action="/glosuj/${city.cycleId}/glos"`)
      ? split
      : await browser.send(split, ballot, { act: "skip" });
    const receipt = await browser.send(check, `/glosuj/${city.cycleId}/glos`);
    expect(receipt.path).toBe(`${pointPath()}/potwierdzenie`);
    const [number = ""] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){8}/.exec(receipt.text) ?? [];
    const { body } = await place.call(`GET /v1/cycles/${city.cycleId}/receipts/${number}`);
    expect(body.state).toBe("stored");

    await browser.open(pointPath());
    expect([...browser.cookies.keys()].sort()).toEqual(["staff"]);
    expect((await browser.open(`/glosuj/${city.cycleId}/lista/M`)).status).toBe(401);
    expect((await browser.open(`${pointPath()}/potwierdzenie`)).path).toBe(pointPath());
  });

  test("is told what to correct, and the PESEL is not shown again", async () => {
    const browser = await staffVisitor(place, "clerk");
    const point = await browser.open(pointPath());
    const unseen = await browser.send(point, pointPath(), { pesel: peselOf(1) });
    expect([unseen.status, unseen.text.includes(peselOf(1))]).toEqual([422, false]);
    expect(unseen.text).toContain("Zaznacz, że masz przed sobą dokument");
    const voted = await browser.send(point, pointPath(), { pesel: peselOf(0), documentSeen: "yes" });
    expect([
      voted.status,
      voted.text.includes("Ten głos jest już oddany") || voted.text.includes("głos"),
    ]).toEqual([409, true]);
    const unknown = await browser.send(point, pointPath(), { pesel: peselOf(7000), documentSeen: "yes" });
    expect([unknown.status, unknown.text.includes("W spisie uprawnionych nie ma takiej osoby")]).toEqual([
      422,
      true,
    ]);
  });

  test("prints cards of a district for the time without a connection: who votes, and every project of its lists", async () => {
    const browser = await staffVisitor(place, "clerk");
    const point = await browser.open(pointPath());
    expect(point.text).toContain(`href="${pointPath()}/karta/L13"`);
    const card = await browser.open(`${pointPath()}/karta/L13`);
    const titles = ["Projekt L13 1", "Projekt L13 2", "Projekt M 1", "Projekt M 2"];
    const asked = ["Numer PESEL", "Data i podpis", "Oświadczam, że jestem rodzicem"];
    expect([...titles, ...asked].filter((text) => !card.text.includes(text))).toEqual([]);
    expect(card.text).not.toContain("<form ");
    expect(point.text).toContain(`href="${pointPath()}/karta/L1"`);
    const citywide = await browser.open(`${pointPath()}/karta/L1`);
    expect(titles.map((title) => citywide.text.includes(title))).toEqual([false, false, true, true]);
    for (const unknown of ["M", "L30"])
      expect((await browser.open(`${pointPath()}/karta/${unknown}`)).status).toBe(404);
  });

  test("an auditor reads the point and its batches, and has no form there", async () => {
    const browser = await staffVisitor(place, "auditor");
    const point = await browser.open(pointPath());
    expect([point.status, point.text.includes("<form ")]).toEqual([200, false]);
  });
});

test("whoever wants to vote with help reads on the first page where, and when", async () => {
  const { text } = await place.call("GET /glosuj");
  expect(text).toContain("ul. Szkolna 1");
  expect(text).not.toContain("/urzad/punkty");
});

describe("paper cards, without scripts", () => {
  const register = async (browser: Visitor, cards: number): Promise<Seen> => {
    const point = await browser.open(pointPath());
    return browser.send(point, `${pointPath()}/partie`, { cards: String(cards) });
  };

  const keyCard = async (browser: Visitor, at: string, n: number, points: object) => {
    const card = await browser.open(at);
    const lists = await browser.send(card, at, { act: "find", pesel: peselOf(n) });
    expect(lists.text).not.toContain(peselOf(n));
    return browser.send({ text: lists.text.slice(lists.text.indexOf("<h1>")) }, at, { ...points });
  };

  test("two people key a batch card by card, are told where they differ, and close it", async () => {
    const [first, second] = [await staffVisitor(place, "clerk", 0), await staffVisitor(place, "clerk", 1)];
    const batch = await register(first, 2);
    expect(batch.path).toMatch(/^\/urzad\/partie\//);
    const one = `${batch.path}/1`;
    const [liked = "", other = ""] = city.projects.M ?? [];
    const points = { [`points-${liked}`]: "2", [`points-${city.projects.L13?.[0]}`]: "1" };

    const afterOne = await keyCard(first, one, 2, points);
    expect(afterOne.path).toBe(`${batch.path}/2`);
    const lastKeyed = await first.send(
      { text: afterOne.text.slice(afterOne.text.lastIndexOf("<form action")) },
      `${batch.path}/2`,
      { act: "reject", rejection: "unsigned" },
    );
    expect([lastKeyed.path, lastKeyed.text.includes("druga osoba")]).toEqual([batch.path, true]);

    const differs = await keyCard(second, one, 2, {
      [`points-${other}`]: "2",
      [`points-${city.projects.L13?.[0]}`]: "1",
    });
    expect(differs.status).toBe(409);
    expect(differs.text).toContain("Sprawdź z kartą: lista M.");
    expect(differs.text).not.toContain(`value="${liked}"`);
    expect(Object.fromEntries(fieldsOf(differs.text, one))[`points-${other}`]).toBe("2");
    const settled = await second.send(differs, one, { [`points-${other}`]: "", [`points-${liked}`]: "2" });
    expect(settled.path).toBe(`${batch.path}/2`);
    const closing = await second.send(
      { text: settled.text.slice(settled.text.lastIndexOf("<form action")) },
      `${batch.path}/2`,
      { act: "reject", rejection: "unsigned" },
    );
    expect(closing.path).toBe(batch.path);
    const closed = await second.send(closing, batch.path);
    expect(closed.text).toContain("Partia jest zamknięta");
    expect((await first.open(one)).text).toContain("Barbara Słowik i Adam Jaskółka");
  });

  test("a number that is none, a bad PESEL and a missing reason are told at their fields", async () => {
    const clerk = await staffVisitor(place, "clerk");
    const batch = await clerksOf(place, city.cycleId).register(1);
    const at = `/urzad/partie/${city.cycleId}/${batch}/1`;
    const [liked = ""] = city.projects.M ?? [];
    const wrong = await keyCard(clerk, at, 3, { [`points-${liked}`]: "dwa" });
    expect([wrong.status, wrong.text.includes(`href="#points-${liked}"`)]).toEqual([422, true]);
    const over = await keyCard(clerk, at, 3, { [`points-${liked}`]: "9" });
    expect([over.status, over.text.includes("odrzuć ją z tym powodem")]).toEqual([422, true]);
    const faulty: Record<string, string>[] = [
      { act: "find", pesel: "123" },
      { act: "reject", rejection: "" },
    ];
    for (const fields of faulty) {
      const card = await clerk.open(at);
      expect((await clerk.send(card, at, fields)).status).toBe(422);
    }
  });
});

test("a coordinator writes the points of an edition as lines", async () => {
  const browser = await staffVisitor(place, "coordinator");
  const path = `/urzad/edycje/${city.cycleId}/punkty`;
  const page = await browser.open(path);
  expect(page.text).toContain("biblioteka-5; Filia nr 5; ul. Szkolna 1; pon.–pt. 10–18");
  const lines = />\s*(biblioteka-5;[^<]*)<\/textarea>/.exec(page.text)?.[1]?.trim() ?? "";
  const wrong = await browser.send(page, path, { points: `${lines}\nBez godzin; Nowa` });
  expect([wrong.status, wrong.text.includes("Popraw wiersz 3")]).toEqual([422, true]);
  const dropped = await browser.send(page, path, { points: lines.split("\n")[0] ?? "" });
  expect(dropped.status).toBe(409);
  const saved = await browser.send(page, path, { points: `${lines}\nszkola-2; SP 2; ul. Nowa 3; sob. 9–13` });
  expect(saved.path).toBe(`/urzad/edycje/${city.cycleId}`);
  const { body } = await place.call(`GET /v1/cycles/${city.cycleId}/voting-points`);
  expect(body.points).toHaveLength(3);
});
