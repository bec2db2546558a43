/** Portals of open data find everything that is published: each file is in the catalogue, and each address in it answers. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { matcher } from "../../shared/platform/match.ts";
import { isOpen } from "../../shared/platform/response-headers.ts";
import { countTestVote, openTestVote, signAndPublish } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openSurvey } from "../kit/surveys.ts";
import { aConsultation, callMeeting } from "./meeting-parts.ts";

const Texts = z.array(z.strictObject({ "@language": z.string(), "@value": z.string().min(1) })).min(1);
const Ref = z.strictObject({ "@id": z.url() });
const Checksum = z.object({
  "spdx:checksumValue": z.object({ "@value": z.string().regex(/^[0-9a-f]{64}$/) }),
});
const Distribution = z.object({
  "@type": z.literal("dcat:Distribution"),
  "dcat:downloadURL": Ref,
  "dcat:accessURL": Ref,
  "dcat:mediaType": Ref,
  "dct:format": Ref,
  "dct:license": Ref,
  "spdx:checksum": Checksum.optional(),
});
const Agent = z.object({ "@type": z.literal("foaf:Agent"), "foaf:name": z.string().min(1) });
/** What DCAT-AP-PL wants of a catalogue and of a data set. */
const Catalog = z.object({
  "@context": z.record(z.string(), z.url()),
  "@type": z.literal("dcat:Catalog"),
  "dct:title": Texts,
  "dct:description": Texts,
  "dct:publisher": Agent,
  "dct:license": Ref,
  "dcat:dataset": z.array(
    z.object({
      "@id": z.url(),
      "@type": z.literal("dcat:Dataset"),
      "dct:identifier": z.url(),
      "dct:title": Texts,
      "dct:description": Texts,
      "dct:publisher": Agent,
      "dcat:contactPoint": z.object({
        "vcard:fn": z.string(),
        "vcard:hasEmail": z.object({ "@id": z.email().or(z.string().startsWith("mailto:")) }),
      }),
      "dcat:theme": Ref,
      "dcat:distribution": z.array(Distribution).min(1),
    }),
  ),
  "hydra:next": Ref.optional(),
});

/** Open addresses of which a file lists none: single things of lists that are there, questions with an answer of their own, and the site's own. */
const NOT_LISTED = {
  getCatalog: "it is the catalogue",
  getCycles: "each is a data set",
  getListsFeed: "each list is in it, and among the files of its edition",
  getDecision: "of the list of decisions",
  getDecisionFiguresFile: "counted from the list of decisions",
  getProgrammes: "consultations that share one, each of which is a data set",
  getProgramme: "of the list of programmes",
  getConsultationRequest: "of the list of requests",
  getConsultationQuality: "counted from the list of remarks and that of decisions",
  getConsultationReport: "its numbers are counted from the list of remarks, its text is a page",
  getConsultationReportFile: "of the page of the report",
  getMinutes: "of the list of meetings",
  getMinutesFile: "of the page of minutes",
  getMeeting: "of the list of meetings",
  getMeetingCalendar: "of their feed",
  getProject: "of the list of projects",
  getReceipt: "of whoever has it",
  getVisits: "a choice of appointments, not a file",
  getWhatIf: "a question, not a file",
  getStatic: "the site's own",
  getHealth: "the site's own",
  getRobots: "the site's own",
  getSecurity: "the site's own",
} as const;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800] } },
    voters: 3,
  });
  // The turnout is told hourly.
  await place.clock.moveTo((now) => now + 65 * 60_000);
  await place.settle();
  const { count } = await countTestVote(place, one);
  await signAndPublish(place, one.cycleId, count.digest);
  const token = await place.staff("editor");
  const made = await place.call("POST /v1/staff/consultations", {
    token,
    key: true,
    body: aConsultation(place),
  });
  await place.call(`POST /v1/staff/consultations/${made.body.id}/publication`, {
    token,
    headers: { "if-match": '"v1"' },
    body: {},
  });
  await callMeeting(place, { district: "L13" });
  await openSurvey(place);
}, 120_000);
afterAll(() => place.close());

const distributions = async () => {
  const answer = await place.call("GET /v1/open-data/catalog.jsonld?fbclid=x");
  expect([
    answer.status,
    answer.headers.get("content-type"),
    answer.headers.get("access-control-allow-origin"),
  ]).toEqual([200, "application/ld+json", "*"]);
  return Catalog.parse(JSON.parse(answer.text));
};

test("it names every file that the public can download, each address answers, and the package is what its sum says", async () => {
  const catalog = await distributions();
  const files = catalog["dcat:dataset"].flatMap((set) => set["dcat:distribution"]);
  const ids = catalog["dcat:dataset"].map((set) => set["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  const rows = Object.entries(routes).map(([name, row]) => ({ ...row, name }));
  const match = matcher(rows);
  const listed = new Set<string>();
  for (const one of files) {
    const { pathname } = new URL(one["dcat:downloadURL"]["@id"]);
    const found = match("GET", pathname.slice(1).split("/"));
    if (found.found) listed.add(found.match.row.name);
    for (const method of ["GET", "HEAD"]) {
      const answer = await place.call(`${method} ${pathname}?_=17` as `GET ${string}`);
      expect([method, pathname, answer.status]).toEqual([method, pathname, expect.toBeOneOf([200, 302])]);
      if (answer.status === 200 && method === "GET")
        expect(one["dcat:mediaType"]["@id"]).toContain(answer.headers.get("content-type")?.split(";")[0]);
      const sum = one["spdx:checksum"]?.["spdx:checksumValue"]["@value"];
      if (sum !== undefined && answer.status === 302) {
        const bytes = await place.deps.files.get(answer.headers.get("location")?.slice(1) ?? "");
        expect(
          createHash("sha256")
            .update(bytes ?? "")
            .digest("hex"),
        ).toBe(sum);
      }
    }
  }
  const open = rows.filter(isOpen).map(({ name }) => name);
  expect(open.filter((name) => !listed.has(name) && !(name in NOT_LISTED))).toEqual([]);
  expect(Object.keys(NOT_LISTED).filter((name) => listed.has(name))).toEqual([]);
});
