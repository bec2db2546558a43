import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { readQr } from "../kit/qr.ts";
import { visitor } from "../kit/visitor.ts";
import { toFirstList } from "../kit/voting-city.ts";
import { tagsOf } from "./tags.ts";
import { expectWhole } from "./whole.ts";

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, { pools: { L13: { amountZloty: 600, costsZloty: [300] } }, voters: 2 });
});
afterAll(() => place?.close());

test("a receipt is taken along as a code and a link, and its number is sent to nobody on the way", async () => {
  const browser = visitor(place);
  const root = `/en/glosuj/${vote.cycleId}`;
  const list = await toFirstList(place, browser, vote.cycleId, { n: 0, prefix: "/en" });
  const check = await browser.send(list, `${root}/karta`, { pick: vote.projects.L13 ?? [], act: "next" });
  const page = await browser.send(check, `${root}/glos`);
  expectWhole(page, "en");
  const [number = ""] = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(page.text) ?? [];
  const address = `${place.deps.site.url}/en/sprawdz-glos#${number}`;
  expect(readQr(page.text)).toBe(address);
  const links = tagsOf(page.text).flatMap(({ attributes: { href } }) => (href?.includes("#") ? [href] : []));
  expect(links).toContain(address);

  // Without a script the page that the link opens says where the number is.
  expect((await browser.open("/en/sprawdz-glos")).text).toContain("at the end of the address");
});
