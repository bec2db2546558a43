/** What calendars read: an independent reader of RFC 5545, and what people find in it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { callMeeting } from "./meeting-parts.ts";

let place: Place;
let cycleId: string;
const ids: string[] = [];

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
  for (const more of [
    { title: "Ławki, drzewa; i „Żółw” 🐢 ".repeat(6).trim(), district: "L13" },
    { title: "Rondo", district: "L1" },
    { title: "Stadion" },
  ])
    ids.push((await callMeeting(place, more)).body.id);
  const cancelled = await place.call(`POST /v1/staff/meetings/${ids[1]}/cancellation`, {
    token: await place.staff("editor"),
    headers: { "if-match": '"v1"' },
    body: { reason: "Choroba" },
  });
  expect([cancelled.status, cancelled.text]).toEqual([200, cancelled.text]);
});
afterAll(() => place.close());

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** Content lines (§3.1) of at most 75 octets, joined and taken apart at the first colon outside quotes. */
const linesOf = (ics: string): Line[] => {
  expect(ics.endsWith("\r\n")).toBe(true);
  for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(ics).not.toContain("\ufffd");
  return ics
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, name = "", parameters = "", value = ""] =
        /^([A-Z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/u.exec(line) ?? [];
      expect([line, name]).not.toEqual([line, ""]);
      return { name, parameters, value };
    });
};

const textOf = (lines: readonly Line[], name: string): string | undefined =>
  lines
    .find((line) => line.name === name)
    ?.value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? "\n" : character));

/** The components of a kind, each as its own lines. */
const events = (lines: readonly Line[]): Line[][] => {
  const found: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (line.name === "BEGIN" && line.value === "VEVENT") open = [];
    else if (line.name === "END" && line.value === "VEVENT") {
      if (open) found.push(open);
      open = undefined;
    } else open?.push(line);
  }
  return found;
};

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await place.call(`GET ${path}`, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const lines = linesOf(answer.text);
  return { lines, events: events(lines) };
};

const UTC = /^\d{8}T\d{6}Z$/;

test("a feed of all meetings, or of a district's, is named, asked for again, and keeps nobody from anything", async () => {
  const all = await read("/v1/meetings.ics?fbclid=x&_=17");
  expect(
    ["NAME", "X-WR-CALNAME", "X-PUBLISHED-TTL", "REFRESH-INTERVAL"].map((name) => textOf(all.lines, name)),
  ).toEqual(["Spotkania: Katowice", "Spotkania: Katowice", "PT4H", "PT4H"]);
  expect(all.events).toHaveLength(3);
  for (const event of all.events) {
    expect(textOf(event, "TRANSP")).toBe("TRANSPARENT");
    expect(event.find(({ name }) => name === "ORGANIZER")).toMatchObject({
      parameters: `;CN="${place.deps.site.city.office}"`,
      value: `mailto:${place.deps.site.contactAddress}`,
    });
    for (const name of ["DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"])
      expect(textOf(event, name)).toMatch(UTC);
  }
  const [called] = all.events.filter((event) => textOf(event, "STATUS") === "CANCELLED");
  expect(textOf(called ?? [], "SUMMARY")).toBe("Odwołane: Rondo");
  const [one] = (await read("/v1/meetings.ics?district=L13")).events;
  expect(textOf(one ?? [], "SUMMARY")).toContain("„Żółw” 🐢 Ławki, drzewa; i");
  expect(textOf(one ?? [], "UID")?.split("@")[0]).toBe(ids[0]);
  expect(textOf((await read("/v1/meetings.ics?district=L13")).lines, "NAME")).toBe("Spotkania: Bogucice");
  const english = await read("/v1/meetings.ics?district=L1", { "accept-language": "en" });
  expect(english.events.map((event) => textOf(event, "SUMMARY"))).toEqual(["Cancelled: Rondo"]);
  const ukrainian = await read(`/v1/meetings/${ids[1]}/meeting.ics`, { "accept-language": "uk" });
  expect(textOf(ukrainian.events[0] ?? [], "SUMMARY")).toBe("Скасовано: Rondo");
});

test("whoever goes to a meeting has its time taken, and is reminded", async () => {
  const {
    lines,
    events: [own = []],
  } = await read(`/v1/meetings/${ids[2]}/meeting.ics`);
  expect(textOf(own, "TRANSP")).toBe("OPAQUE");
  expect(lines.some(({ value }) => value === "VALARM")).toBe(true);
});

test("the dates of an edition are whole days or an hour, and leave the time free", async () => {
  const { lines, events: dates } = await read(`/v1/cycles/${cycleId}/calendar.ics`);
  expect(textOf(lines, "X-WR-CALNAME")).not.toBe("");
  expect(dates.length).toBeGreaterThan(1);
  const uids = dates.map((event) => textOf(event, "UID"));
  expect(new Set(uids).size).toBe(uids.length);
  for (const event of dates) {
    expect(textOf(event, "TRANSP")).toBe("TRANSPARENT");
    const [from, until] = ["DTSTART", "DTEND"].map((name) => event.find((line) => line.name === name));
    if (from?.parameters === ";VALUE=DATE")
      expect(until).toMatchObject({ parameters: ";VALUE=DATE", value: expect.stringMatching(/^\d{8}$/) });
    else {
      const at = (text = "") =>
        Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
      expect(at(until?.value) - at(from?.value)).toBe(3_600_000);
    }
  }
});

test("the pages lead to both", async () => {
  const meetings = await place.call("GET /spotkania?district=L13");
  expect(meetings.text).toMatch(/href="webcal:\/\/[^"]+\/v1\/meetings\.ics\?district=L13"/);
  const home = await place.call("GET /");
  expect(home.text).toContain(`href="/v1/cycles/${cycleId}/calendar.ics"`);
});
