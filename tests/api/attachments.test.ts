import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, expect } from "vitest";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { instant } from "../../shared/domain/instant.ts";
import { existing } from "../../shared/domain/result.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { changeFile } from "../../shared/subjects/attachments/filing.ts";
import { openAttachments } from "../../shared/subjects/attachments/store.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { beginDraft, officeCookie, openCall, PARTS, savePart } from "../kit/proposals.ts";
import { postForm } from "../kit/uploads.ts";
import { heldBy, postFormsOf } from "../kit/visitor.ts";
import { faultsOfPage, tagsOf } from "../pages/tags.ts";

const { test } = inTurn();

const RULES = RULE_SETS.get("katowice-xii");
if (!RULES) throw new Error("rules are missing");

/** Three files at most, of a megabyte each: numbers of the edition's form. */
const FILES = {
  most: 3,
  mostMegabytes: 1,
  hasPhotos: true,
  papers: ["guardian-consent" as const, "other" as const],
};
const CALL = {
  ruleSet: {
    ...RULES,
    proposalForm: {
      fields: {
        description: { isRequired: true },
        costLines: { isRequired: true },
        age: { isRequired: true },
      },
      guardianBelowAge: 16,
      files: FILES,
    },
  },
  pools: [{ id: "L13", amountGrosze: 60_000_000 }],
};

let place: Place;
let cycleId: string;
/** The author's page, and what is in its address. */
let page: string;
let projectId: string;
let proof: string;
let photo: Buffer;

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, CALL);
  page = await beginDraft(place, cycleId, "ola@example.com");
  [projectId = "", proof = ""] = page.split("/").slice(-2);
  photo = await sharp({ create: { width: 1000, height: 600, channels: 3, background: "#2a6" } })
    .withExif({
      IFD0: { Copyright: "Jan Kowalski" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 15/1 0/1" },
    })
    .jpeg()
    .toBuffer();
});
afterAll(() => place?.close());

/** Long after any draft is gone. */
const LATE = instant(Date.UTC(2100, 0));

const PDF = Buffer.from("%PDF-1.7\nzgoda\n%%EOF\n");

const own = () => `/v1/cycles/${cycleId}/proposals/${projectId}/attachments`;
const ask = (more: object = {}) =>
  place.call(`POST ${own()}`, {
    key: newKey(),
    body: { proof, as: "other", name: "zgoda.pdf", type: "application/pdf", bytes: PDF.length, ...more },
  });
const listed = async () => (await place.call(`POST ${own()}/list`, { body: { proof } })).body.items;
const change = (more: object) => place.call(`POST ${own()}/changes`, { body: { proof, ...more } });

/** Sends a file by the API, and what became of it. */
const send = async (bytes: Buffer, more: object = {}) => {
  const { body } = await ask({ bytes: bytes.length, ...more });
  await postForm(body.form, bytes);
  await place.arrived();
  return (await listed()).find(({ id }: { id: string }) => id === body.id);
};

/** Sends a file by the pages alone, as a browser without script does: where it ends up. */
const sendByPages = async (fields: Record<string, string>, bytes: Buffer) => {
  const asked = await place.call(`POST ${page}/zalaczniki`, { form: fields });
  expect(asked.status).toBe(303);
  const form = await place.call(`GET ${asked.headers.get("location")}`);
  expect([form.status, faultsOfPage(form.text)]).toEqual([200, []]);
  const [sending = ""] = postFormsOf(form.text).filter((text) => text.includes("multipart/form-data"));
  const url = tagsOf(sending)[0]?.attributes.action ?? "";
  expect(form.headers.get("content-security-policy")).toContain(new URL(url).origin);
  const posted = await postForm({ url, fields: Object.fromEntries(heldBy(sending)) }, bytes);
  expect(posted.status).toBe(303);
  const back = new URL(posted.headers.get("location") ?? "");
  const waiting = await place.call(`GET ${back.pathname}${back.search}`);
  // It may have been looked at already.
  expect(waiting.text).toMatch(/Plik dotarł\. Sprawdzamy go\.|dołączony|odrzucony/);
  await place.arrived();
  return place.call(`GET ${back.pathname}`);
};

test("a photo is sent by a plain form, with what it shows, and keeps nothing of where it was taken", async () => {
  const none = await place.call(`POST ${page}/zalaczniki`, { form: { as: "photo", alt: "" } });
  expect([none.status, none.text.includes("Napisz, co widać na obrazie")]).toEqual([422, true]);
  const shown = await sendByPages({ as: "photo", alt: "Skwer z dwiema ławkami" }, photo);
  expect(faultsOfPage(shown.text)).toEqual([]);
  const path = /<img src="\/(media\/[^"]+)"/.exec(shown.text)?.[1];
  expect(shown.text).toContain('alt="Skwer z dwiema ławkami"');
  expect(shown.text).toContain('class="button second" type="submit" aria-label="Usuń: Zdjęcie 1"');
  const copy = Buffer.from(await (await fetch(`${place.url}/${path}`)).arrayBuffer());
  const known = await sharp(copy).metadata();
  expect([known.format, known.exif, copy.includes("Kowalski")]).toEqual(["webp", undefined, false]);
});

test("what is wrong with a file is a sentence beside it, in the reader's language", async () => {
  const faulty = await sendByPages({ as: "other" }, Buffer.from("<svg onload=alert(1)></svg>"));
  expect(faulty.text).toContain("strona internetowa lub rysunek SVG. Wyślij plik w jednym z formatów: PDF");
  const other = await place.call(`GET /uk${page}/zalaczniki`);
  expect(other.text).toContain("вебсторінка або малюнок SVG");
  const big = await sendByPages({ as: "other" }, Buffer.concat([PDF, Buffer.alloc(1_200_000)]));
  expect(big.text).toContain("Plik może mieć najwyżej 1 MB");
  expect([(await ask({ bytes: 1_000_001 })).body.code, (await ask({ type: "text/html" })).status]).toEqual([
    "file/too-big",
    422,
  ]);
});

test("a file that is two things, or has a program in it, is refused; a document is taken", async () => {
  const zip = Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1");
  const doc = (inner: string) => Buffer.from(`PK\x03\x04....[Content_Types].xml..word/${inner}`, "latin1");
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const fates = [];
  for (const [bytes, type] of [
    [Buffer.concat([PDF, zip]), "application/pdf"],
    [doc("vbaProject.bin"), word],
    [Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), "application/octet-stream"],
    [doc("document.xml"), word],
  ] as const) {
    const { id, state, reason } = await send(bytes, { type });
    fates.push(reason ?? state);
    await change({ act: "remove", file: id });
  }
  expect(fates).toEqual(["file/several-kinds", "file/several-kinds", "file/not-a-scan", "there"]);
});

test("a proposal has as many files as its form lets it; of two at once for one place one is made", async () => {
  const asked = await Promise.all([ask(), ask(), ask()]);
  expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 201, 409]);
  const [made] = asked.filter(({ status }) => status === 201);
  expect(asked.find(({ status }) => status === 409)?.body.code).toBe("file/too-many");
  expect((await change({ act: "remove", file: made?.body.id })).status).toBe(200);
  // What was removed before it came is not kept when it comes.
  await postForm(made?.body.form, PDF);
  await place.arrived();
  expect((await place.deps.store.uploads.get(made?.body.id))?.state).toBe("released");
  for (const { id, state } of await listed())
    if (state === "awaited") await change({ act: "remove", file: id });
});

test("a ticket is one proposal's: another link, another proposal and the office's door have nothing of it", async () => {
  const other = await beginDraft(place, cycleId, "jan@example.com");
  const [otherId = "", otherProof = ""] = other.split("/").slice(-2);
  const [file] = await listed();
  const doors = [
    { path: own(), proof: otherProof },
    { path: own().replace(projectId, otherId), proof },
  ];
  for (const door of doors)
    expect((await place.call(`POST ${door.path}/list`, { body: { proof: door.proof } })).status).toBe(404);
  const strange = await place.call(`POST ${own().replace(projectId, otherId)}/changes`, {
    body: { proof: otherProof, act: "remove", file: file.id },
  });
  expect(strange.status).toBe(404);
  expect((await place.call(`GET ${other}/zalaczniki/${file.id}`)).status).toBe(404);
  const token = await place.staff("coordinator");
  const office = await place.call("POST /v1/uploads", {
    token,
    key: newKey(),
    body: { purpose: "proposal-paper", name: "x.pdf", type: "application/pdf", bytes: 9 },
  });
  expect(office.status).toBe(422);
  expect((await place.call(`GET /v1/uploads/${file.id}`, { token })).status).toBe(404);
});

test("a minor is asked for a guardian's consent, until it is there", async () => {
  await savePart(place, page, "dane", { ...PARTS.dane, age: "minor", guardian: "Ewa Żak" });
  const asks = async () =>
    (await place.call(`GET ${page}/zalaczniki`)).text.includes("Dołącz zgodę opiekuna");
  expect(await asks()).toBe(true);
  expect(await send(PDF, { as: "guardian-consent" })).toMatchObject({ state: "there", bytes: PDF.length });
  expect(await asks()).toBe(false);
});

test("files are described anew and put in order, and stay when the draft becomes a proposal", async () => {
  await send(photo, { as: "photo", name: "b.jpg", type: "image/jpeg", alt: "Plan skweru" });
  const photos = async () => (await listed()).filter(({ as }: { as: string }) => as === "photo");
  const [first, second] = await photos();
  expect((await place.call(`POST ${page}/zalaczniki/${second.id}`, { form: { act: "up" } })).status).toBe(
    303,
  );
  const said = { act: "describe", alt: "Skwer w maju" };
  expect((await place.call(`POST ${page}/zalaczniki/${first.id}`, { form: said })).status).toBe(303);
  expect((await photos()).map(({ alt }: { alt: string }) => alt)).toEqual(["Plan skweru", "Skwer w maju"]);
  for (const [part, fields] of Object.entries(PARTS))
    if (part !== "dane") await savePart(place, page, part, fields);
  const { store, system } = place.deps;
  const cycle = existing(await store.cycles.get(cycleId as CycleId));
  const draft = existing(await store.drafts.get(cycle.id, projectId as ProjectId, system.now()));
  expect((await place.call(`POST ${page}/sprawdz`, { form: {} })).status).toBe(303);
  // Who had read the draft before writes nothing that would end with it.
  const change = { act: "describe", id: first.id, alt: "Za późno" } as const;
  const late = await changeFile({ cycle, draft }, change, system.now(), place.deps);
  expect(late).toMatchObject({ ok: false, refusal: { code: "project/state" } });
  const shown = await place.call(`GET /projekty/${cycleId}/${projectId}`);
  expect(faultsOfPage(shown.text)).toEqual([]);
  const pictures = tagsOf(shown.text).filter(({ name }) => name === "img");
  expect(pictures.map(({ attributes }) => [attributes.alt, attributes.srcset?.split(", ").length])).toEqual([
    ["Plan skweru", 3],
    ["Skwer w maju", 3],
  ]);
  expect(shown.text).not.toContain("zgoda.pdf");
  // Where it goes from here, with the days of the calendar, within what a page may weigh.
  const [, ahead = ""] = /<h2>Co dalej<\/h2>\s*<ul class="dates">(.*?)<\/ul>/s.exec(shown.text) ?? [];
  expect(
    ahead
      .split("<li>")
      .slice(1)
      .map((item) => item.split("<br>")[0]),
  ).toEqual(["Ocena formalna", "Ocena merytoryczna", "Głosowanie"]);
  expect(gzipSync(shown.text).length).toBeLessThan(5000);
  const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects/${projectId}`);
  expect(body.photos.map(({ alt }: { alt: string }) => alt)).toEqual(["Plan skweru", "Skwer w maju"]);
  const kept = await openAttachments(place.deps.store.table).get(projectId as `prj_${string}`, LATE);
  expect(kept?.files.length).toBe(3);
});

/** What the public way of the proposal says was changed, step by step. */
const changedSteps = async (): Promise<string[][]> =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${projectId}`)).body.history.flatMap(
    ({ changed }: { changed?: string[] }) => (changed ? [changed] : []),
  );

test("what becomes of photos once a proposal is submitted stands in its public way", async () => {
  expect(await changedSteps()).toEqual([]);
  await place.clock.moveTo((now) => now + 60_000);
  const last = (await listed()).findLast(({ as }: { as: string }) => as === "photo");
  expect((await change({ act: "remove", file: last.id })).status).toBe(200);
  await place.clock.moveTo((now) => now + 60_000);
  await send(photo, { as: "photo", name: "c.jpg", type: "image/jpeg", alt: "Skwer w maju" });
  expect(await changedSteps()).toEqual([["photos"], ["photos"]]);
  for (const path of [`/projekty/${cycleId}/${projectId}`, page]) {
    const { text } = await place.call(`GET ${path}`);
    expect([path, text.split("Autor zmienił: zdjęcia").length]).toEqual([path, 3]);
  }
});

test("the office reads papers on the record and takes a photo down with a reason; then nothing more is changed", async () => {
  await place.clock.moveTo((now) => now + 49 * 3_600_000);
  const cookie = { headers: await officeCookie(place, "verifier") };
  const path = `/urzad/wnioski/${cycleId}/${projectId}`;
  const shown = await place.call(`GET ${path}`, cookie);
  const files: { id: `upl_${string}`; as: string }[] = await listed();
  const [photoId, paper] = ["photo", "guardian-consent"].map((as) => files.find((one) => one.as === as)?.id);
  if (!photoId) throw new Error("no photo");
  expect([faultsOfPage(shown.text), shown.text.includes(`/urzad/pliki/${paper}`)]).toEqual([[], true]);
  const token = await place.staff("verifier");
  const body = { reason: "Ocena formalna" };
  expect((await place.call(`POST /v1/uploads/${paper}/readings`, { token, body })).status).toBe(200);
  const none = await place.call(`POST ${path}/zdjecie`, { ...cookie, form: { file: photoId, reason: "" } });
  expect(none.status).toBe(422);
  const form = { file: photoId, reason: "Widać twarz dziecka." };
  expect((await place.call(`POST ${path}/zdjecie`, { ...cookie, form })).status).toBe(303);
  const after = await place.call(`GET /projekty/${cycleId}/${projectId}`);
  expect(tagsOf(after.text).filter(({ name }) => name === "img").length).toBe(1);
  // Everybody reads that it went; why, its author does.
  expect([after.text.includes("Urząd usunął zdjęcie"), after.text.includes("Widać twarz")]).toEqual([
    true,
    false,
  ]);
  expect((await changedSteps()).at(-1)).toEqual(["photo-taken-down"]);
  expect((await place.call(`GET ${page}/zalaczniki`)).text).toContain("Widać twarz dziecka.");
  await place.invoke("arrivals", { sweep: true });
  expect(await place.deps.store.uploads.get(photoId)).toBeUndefined();
  expect((await ask()).body.code).toBe("project/call-closed");
  expect((await change({ act: "remove", file: paper })).body.code).toBe("project/call-closed");
});
