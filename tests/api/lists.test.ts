/** The office's lists: announced with the ballot, and the same whatever they are read as. */
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { heard, parsedXml, textsOf } from "../kit/documents.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { callAs } from "../kit/two-people.ts";

let place: Place;
let vote: TestVote;
let early: string;

/** A title that a spreadsheet would run and a page would take for markup. */
const TITLES = ["=1+1", "Ławki & <b>drzewa</b>"];

beforeAll(async () => {
  place = await openPlace();
  early = await openCall(place);
  vote = await openTestVote(place, {
    pools: {
      L13: { amountZloty: 1500, costsZloty: [800, 700] },
      M: { amountZloty: 3000, costsZloty: [1600] },
    },
    voters: 3,
    titleOf: (pool, n) => (pool === "L13" ? (TITLES[n - 1] ?? "") : "Park miejski"),
  });
}, 60_000);
afterAll(() => place.close());

const at = (path: string): string => `${place.url}/v1/cycles/${vote.cycleId}/lists${path}`;

const fileOf = async (name: string, language = "pl") => {
  const reply = await fetch(at(`/ballot/${name}`), { headers: { "accept-language": language } });
  expect(reply.status).toBe(200);
  return {
    type: reply.headers.get("content-type"),
    name: reply.headers.get("content-disposition"),
    bytes: await reply.bytes(),
  };
};

test("before the ballot is frozen there is no list, and the page says so", async () => {
  expect((await place.call(`GET /v1/cycles/${early}/lists`)).body).toEqual({ items: [] });
  expect((await place.call(`GET /v1/cycles/${early}/lists/ballot/1.pdf`)).status).toBe(404);
  expect((await place.call(`GET /listy/${early}`)).text).toContain("Urząd nie ogłosił jeszcze żadnej listy.");
});

test("the list of the ballot names its files, each of which says what the ballot does", async () => {
  const { body } = await place.call(`GET /v1/cycles/${vote.cycleId}/lists`);
  expect(body.items).toHaveLength(1);
  const [{ files, version, title }] = body.items;
  expect([version, title]).toEqual([1, "Lista projektów na karcie do głosowania"]);
  for (const path of Object.values<string>(files))
    expect((await fetch(`${place.url}${path}`)).status).toBe(200);

  const { pools } = JSON.parse(new TextDecoder().decode((await fileOf("1.json")).bytes));
  const numbers = pools.flatMap((pool: { projects: { number: string }[] }) =>
    pool.projects.map(({ number }) => number),
  );
  expect(numbers).toHaveLength(3);

  const csv = new TextDecoder().decode((await fileOf("1.csv")).bytes);
  expect(csv).toContain("'=1+1;800");

  const pdf = await fileOf("1.pdf");
  expect([pdf.type, pdf.name]).toEqual(["application/pdf", expect.stringContaining("ballot-")]);
  const { text, roles, lang } = await heard(pdf.bytes);
  expect(lang).toBe("pl-PL");
  expect(roles.filter((role) => role === "Table")).toHaveLength(2);
  for (const said of [...numbers, ...TITLES, "Park miejski", "Razem 1 500,00 zł"])
    expect(text).toContain(said);

  for (const [name, part] of [
    ["1.docx", "word/document.xml"],
    ["1.ods", "content.xml"],
  ] as const) {
    const { bytes } = await fileOf(name);
    const said = textsOf(bytes)[part]?.join("\n").replaceAll("\u00a0", " ") ?? "";
    for (const one of [...numbers, ...TITLES, "Park miejski"]) expect(said).toContain(one);
    expect(new TextDecoder().decode(unzipSync(bytes)[part])).not.toContain("table:formula");
  }
});

test("it is written in the reader's language, and the same file every time", async () => {
  const one = await fileOf("1.pdf", "uk");
  const again = await fileOf("1.pdf", "uk");
  expect(Buffer.from(one.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  expect((await heard(one.bytes)).text).toContain("Список проєктів у бюлетені");
});

test("its page says what its files say, and leads to them", async () => {
  const { text } = await place.call(`GET /listy/${vote.cycleId}/ballot/1`);
  expect(text).toContain("Ławki &amp; &lt;b&gt;drzewa&lt;/b&gt;");
  for (const format of ["json", "csv", "ods", "docx", "pdf", "html", "zip"])
    expect(text).toContain(`/v1/cycles/${vote.cycleId}/lists/ballot/1.${format}`);
  for (const path of ["/ballot/2", "/ballot/0", "/nothing/1"])
    expect((await place.call(`GET /listy/${vote.cycleId}${path}`)).status, path).toBe(404);
  for (const file of ["2.pdf", "1.xls", "1pdf", "..%2f1.pdf"])
    expect((await fetch(at(`/ballot/${file}`))).status, file).toBeGreaterThanOrEqual(400);
});

test("it bears the moment of the freeze and who asked for it", async () => {
  const { frozen } = (await place.deps.store.ballotLists.get(vote.cycleId as CycleId)) ?? {};
  const { issuedAt, madeBy } = JSON.parse(new TextDecoder().decode((await fileOf("1.json")).bytes));
  expect([issuedAt, madeBy]).toEqual([frozen?.at, frozen?.by]);
  expect(Date.parse(issuedAt)).toBeLessThan(place.clock.now());
  expect(madeBy).toMatch(/\p{L}/u);
  const { text } = await heard((await fileOf("1.pdf")).bytes);
  expect(text).toContain(`Kto polecił ${madeBy}`);
});

test("what is taken out after the vote stands on a version of its own, in its place and in no sum", async () => {
  await place.clock.moveTo((now) => now + 2 * 3_600_000 + 61_000);
  await place.settle();
  const [first = ""] = vote.projects.L13 ?? [];
  const path = `/v1/staff/cycles/${vote.cycleId}/projects/${first}/withdrawal`;
  const asked = { reason: "Teren sprzedano.", legalBasis: "§ 21 regulaminu" };
  const proposed = await callAs(place, ["coordinator", 0], `POST ${path}`, asked);
  expect(proposed.status, proposed.text).toBe(202);
  expect((await callAs(place, ["coordinator", 1], `POST ${path}/acceptance`)).status).toBeLessThan(300);
  await place.settle();

  const { body } = await place.call(`GET /v1/cycles/${vote.cycleId}/lists`);
  expect(
    body.items.map(({ list, version }: { list: string; version: number }) => `${list} ${version}`),
  ).toEqual(["ballot 1", "ballot 2", "withdrawn 1"]);
  expect(new TextDecoder().decode((await fileOf("1.csv")).bytes)).not.toContain("Teren sprzedano");
  const csv = new TextDecoder().decode((await fileOf("2.csv")).bytes);
  expect(csv).toMatch(/'=1\+1;800;\d{4}-[^;]*;Teren sprzedano\./);
  const { text } = await heard((await fileOf("2.pdf")).bytes);
  for (const said of ["wycofany", "Teren sprzedano.", "Razem 700,00 zł", "Projekty wycofane 1"])
    expect(text).toContain(said);
});

test("each version says what it changes, and leads to the others", async () => {
  const first = (await place.call(`GET /listy/${vote.cycleId}/ballot/1`)).text;
  expect(first).toContain("To pierwsza wersja listy.");
  expect(first).toContain("Jest nowsza wersja tej listy: 2.");
  const { text } = await place.call(`GET /listy/${vote.cycleId}/ballot/2`);
  expect(text).toContain(`href="/listy/${vote.cycleId}/ballot/1"`);
  expect(text).not.toContain("Jest nowsza wersja");
  expect(text.split("<td").filter((cell) => cell.includes(">wycofano<"))).toHaveLength(1);
});

test("the package has every face of a list, who made it, and the register of its changes", async () => {
  const zip = await fileOf("2.zip");
  expect(zip.type).toBe("application/zip");
  const files = unzipSync(zip.bytes);
  const textOf = (name: string): string => new TextDecoder().decode(files[name]);
  const about = JSON.parse(textOf("about.json"));
  expect([about.version, about.list, about.title]).toEqual([
    2,
    "ballot",
    "Lista projektów na karcie do głosowania",
  ]);
  expect(about.madeBy).toMatch(/\p{L}/u);
  expect(Object.keys(files).toSorted()).toEqual(
    ["about.json", ...about.files.map(({ name }: { name: string }) => name)].toSorted(),
  );
  for (const { name, sha256, bytes } of about.files)
    expect([sha256Hex(files[name] ?? ""), files[name]?.length], name).toEqual([sha256, bytes]);
  for (const format of ["html", "csv", "ods", "docx", "pdf", "json"])
    expect(sha256Hex(files[`ballot-XII-2.${format}`] ?? ""), format).toBe(
      sha256Hex((await fileOf(`2.${format}`)).bytes),
    );
  expect(textOf("register-of-changes.csv")).toMatch(
    /^2;[^;]*;L13\/01\/XII;'=1\+1;wycofano;;Teren sprzedano\.$/m,
  );
  expect(textOf("ballot-XII-2.html")).toContain("Teren sprzedano.");
  expect(textOf("ballot-XII-2.html")).not.toMatch(/src=|<link/);
});

test("readers of feeds are told of every version", async () => {
  const { text, headers } = await place.call("GET /v1/lists.atom");
  expect(headers.get("content-type")).toContain("application/atom+xml");
  const { names, said } = parsedXml(text);
  expect(names.filter((name) => name === "entry")).toHaveLength(3);
  expect(said).toContain("Lista projektów na karcie do głosowania, Budżet obywatelski, edycja XII, wersja 2");
  const hrefs = [...text.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href);
  for (const href of hrefs) expect((await fetch(href)).status, href).toBe(200);
});
