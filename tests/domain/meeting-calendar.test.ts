import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, icsOf } from "../../shared/domain/meeting/ics.ts";

const event: CalendarEvent = {
  id: "mtg_0123456789abcdef",
  title: "Spotkanie w sprawie parku",
  startsAt: "2027-03-18T16:00:00.000Z",
  endsAt: "2027-03-18T18:00:00.000Z",
  place: { name: "Szkoła nr 12", address: "ul. Paderewskiego 46; wejście B, Katowice" },
  description: "1. Plan\n2. Pytania",
  url: "https://rynek.example/spotkania/mtg_0123456789abcdef",
  sequence: 2,
  isCancelled: false,
  changedAt: "2027-02-01T08:00:00.123Z",
};

/** What a calendar reads: lines joined again, then names and values. */
const read = (ics: string): [string, string][] =>
  ics
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);

const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? "\n" : character));

// The replacement character is what the test looks for: nobody may have typed it.
const words = fc.string({ unit: "grapheme", maxLength: 120 }).map((text) => text.replaceAll("\ufffd", "?"));

test("whatever a meeting is called, its calendar file has short whole lines and says the same", () => {
  fc.assert(
    fc.property(words, words, words, fc.boolean(), (title, name, description, isCancelled) => {
      const ics = icsOf({ ...event, title, place: { ...event.place, name }, description, isCancelled });
      expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
      expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(ics).not.toContain("\ufffd");
      for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const lines = read(ics);
      const value = (name: string) => unescaped(lines.find(([each]) => each === name)?.[1] ?? "");
      const plain = (text: string) => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");
      expect(value("SUMMARY")).toBe(plain(title));
      expect(value("LOCATION")).toBe(plain(`${name}, ${event.place.address}`));
      if (description !== "") expect(value("DESCRIPTION")).toBe(plain(description));
      expect(value("STATUS")).toBe(isCancelled ? "CANCELLED" : "CONFIRMED");
      expect(lines.filter(([each]) => each === "BEGIN")).toHaveLength(isCancelled ? 2 : 3);
    }),
    { numRuns: 300 },
  );
});

test("the entry keeps its name for ever and tells which version is the newer", () => {
  const one = new Map(read(icsOf(event)));
  const next = new Map(read(icsOf({ ...event, sequence: 3, startsAt: "2027-03-19T16:00:00.000Z" })));
  expect([one.get("UID"), one.get("SEQUENCE"), one.get("URL")]).toEqual([
    "mtg_0123456789abcdef@rynek.example",
    "2",
    event.url,
  ]);
  expect([next.get("UID"), next.get("SEQUENCE")]).toEqual([one.get("UID"), "3"]);
});

test("a meeting is at the same moment whatever the clock of the machine", () => {
  const script = `import { icsOf } from ${JSON.stringify(new URL("../../shared/domain/meeting/ics.ts", import.meta.url).href)};
    process.stdout.write(icsOf(${JSON.stringify(event)}));`;
  const madeIn = (TZ: string) =>
    execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
      env: { ...process.env, TZ },
    }).toString();
  const [warsaw, auckland] = [madeIn("Europe/Warsaw"), madeIn("Pacific/Auckland")];
  expect(warsaw).toBe(auckland);
  expect(warsaw).toContain("DTSTART:20270318T160000Z\r\nDTEND:20270318T180000Z\r\n");
  expect(warsaw).toContain("DTSTAMP:20270201T080000Z\r\n");
});
