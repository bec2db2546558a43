import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLACES, quarantined } from "../../shared/domain/upload/places.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { askTicket, postForm, sendFile } from "../kit/uploads.ts";
import { faultsOfPage, tagsOf, unescaped } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const CSV = Buffer.from("pesel;nazwisko;dzielnica\n44051401359;Żółć;Brynów\n");

const stored = (id: string) => place.deps.store.uploads.get(id as `upl_${string}`);

const textOf = async (path: string, part?: { start: number; end: number }): Promise<string | undefined> => {
  const stream = await place.deps.uploads.read(path, part);
  if (!stream) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
};

/** What S3 says no with. */
const noOf = async (answer: Response) => [
  answer.status,
  /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1],
];

const HOUR = 3_600_000;

describe("a ticket", () => {
  test("brings a table in, which is looked at and read in parts from then on", async () => {
    const { id, posted, ...state } = await sendFile(place, { purpose: "roll", bytes: CSV });
    expect([posted, state]).toEqual([204, { state: "ready", reason: null, detail: null }]);
    const { path = "", ...found } = (await stored(id))?.found ?? {};
    const digest = createHash("sha256").update(CSV).digest("hex");
    expect(found).toEqual({ format: "table", bytes: CSV.length, digest });
    expect(path.startsWith(PLACES.table)).toBe(true);
    expect(await textOf(path)).toBe(CSV.toString("utf8"));
    expect(await textOf(path, { start: 6, end: 14 })).toBe("nazwisko");
    expect(await textOf(quarantined(id))).toBeUndefined();
  });

  test("is one for a key, with one form, and another for another body", async () => {
    const token = await place.staff("coordinator");
    const key = newKey();
    const ask = (bytes: number) =>
      place.call("POST /v1/uploads", {
        token,
        key,
        body: { purpose: "roll", name: "spis.csv", type: "text/csv", bytes },
      });
    const [first, again, other] = [await ask(10), await ask(10), await ask(11)];
    expect([first.status, again.text]).toEqual([201, first.text]);
    expect([other.status, other.body.code]).toEqual([422, "request/key-reused"]);
  });

  test("says what it takes: who may send it, which types, how much", async () => {
    const why = async (sent: Partial<Parameters<typeof askTicket>[1]>, bytes?: number) => {
      const asked = { purpose: "roll", bytes: { length: bytes ?? 10 } as Uint8Array, ...sent };
      const { status, body } = await askTicket(place, asked);
      return [status, body.code];
    };
    expect(await why({ role: "clerk" })).toEqual([403, "identity/role"]);
    expect(await why({ type: "image/png" })).toEqual([422, "request/not-valid"]);
    expect(await why({}, 1_000_000_001)).toEqual([422, "file/too-big"]);
    expect(await why({ purpose: "anything" })).toEqual([422, "request/not-valid"]);
    expect(await why({}, 0)).toEqual([422, "request/not-valid"]);
    expect(await why({}, 1_000_000_000)).toEqual([201, undefined]);
  });

  test("is there for those who may send such a file, and for nobody else", async () => {
    const { id } = await sendFile(place, { purpose: "roll", bytes: CSV });
    const seenBy = async (token?: string) =>
      (await place.call(`GET /v1/uploads/${id}`, token === undefined ? {} : { token })).status;
    expect(await seenBy(await place.staff("coordinator", 0))).toBe(200);
    expect(await seenBy(await place.staff("clerk"))).toBe(404);
    expect(await seenBy(await place.staff("verifier"))).toBe(403);
    expect(await seenBy()).toBe(401);
  });
});

describe("the form", () => {
  test("takes the file that it was made for, and no other", async () => {
    const { form } = (await askTicket(place, { purpose: "roll", bytes: CSV })).body;
    const post = async (changed: Record<string, string>, bytes: Uint8Array = CSV) =>
      noOf(await postForm({ ...form, fields: { ...form.fields, ...changed } }, bytes));
    expect(await post({}, Buffer.concat([CSV, CSV]))).toEqual([400, "EntityTooLarge"]);
    expect(await post({}, CSV.subarray(1))).toEqual([400, "EntityTooSmall"]);
    expect(await post({ key: `${PLACES.picture}index.html` })).toEqual([403, "AccessDenied"]);
    expect(await post({ "Content-Type": "text/html" })).toEqual([403, "AccessDenied"]);
    expect(await post({ acl: "public-read" })).toEqual([403, "AccessDenied"]);
    expect(await post({ "x-amz-meta-name": "x" })).toEqual([403, "AccessDenied"]);
    expect(await post({ "X-Amz-Signature": "0".repeat(64) })).toEqual([403, "SignatureDoesNotMatch"]);
    expect(await post({ "X-Amz-Credential": "AKIAOTHER/20270101/eu-central-1/s3/aws4_request" })).toEqual([
      403,
      "InvalidAccessKeyId",
    ]);
    const policy = JSON.parse(Buffer.from(form.fields.Policy, "base64").toString("utf8"));
    const longer = { ...policy, expiration: "2999-01-01T00:00:00Z" };
    const forged = Buffer.from(JSON.stringify(longer)).toString("base64");
    expect(await post({ Policy: forged })).toEqual([403, "SignatureDoesNotMatch"]);
    const { Policy: _policy, ...bare } = form.fields;
    expect(await noOf(await postForm({ ...form, fields: bare }, CSV))).toEqual([403, "AccessDenied"]);
    expect((await postForm(form, CSV)).status).toBe(204);
  });

  test("is over after an hour, by the clock of the house", async () => {
    const { form, expiresAt } = (await askTicket(place, { purpose: "roll", bytes: CSV })).body;
    expect(Math.round((Date.parse(expiresAt) - place.clock.now()) / 60_000)).toBe(60);
    await place.passTo((now) => now + HOUR);
    expect(await noOf(await postForm(form, CSV))).toEqual([403, "AccessDenied"]);
  });

  test("is read in whatever pieces it comes, and a body that is none is refused", async () => {
    const { form } = (await askTicket(place, { purpose: "roll", bytes: CSV })).body;
    const boundary = "krawedz";
    const parts = Object.entries(form.fields as Record<string, string>).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(parts.join("") + head),
      CSV,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const send = (bytes: Uint8Array, size: number) =>
      fetch(form.url, {
        method: "POST",
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
        body: ReadableStream.from(
          (function* () {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          })(),
        ),
        duplex: "half",
      } as RequestInit);
    expect(await noOf(await send(body.subarray(0, -60), 700))).toEqual([400, "MalformedPOSTRequest"]);
    const long = Buffer.from(parts[0]?.replace(/\r\n\r\n/, `\r\nX: ${"x".repeat(21_000)}\r\n\r\n`) ?? "");
    expect(await noOf(await send(Buffer.concat([long, body]), 700))).toEqual([
      400,
      "MaxPostPreDataLengthExceeded",
    ]);
    expect((await send(body, 7)).status).toBe(204);
    const { status } = await fetch(form.url, { method: "POST", body: "nic" });
    expect(status).toBe(400);
  });
});

describe("what is kept", () => {
  test("is given to nobody without a signature, nor for longer than the link says", async () => {
    const { id } = await sendFile(place, { purpose: "roll", bytes: CSV });
    const path = (await stored(id))?.found?.path ?? "";
    const at = place.deps.system.now();
    const link = await place.deps.signer.link(path, { type: "text/csv", name: "żółw.csv", at, seconds: 60 });
    const got = await fetch(link);
    expect([got.status, await got.text()]).toEqual([200, CSV.toString("utf8")]);
    expect(got.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%C5%BC%C3%B3%C5%82w.csv",
    );
    const bare = new URL(link);
    bare.search = "";
    expect(await noOf(await fetch(bare))).toEqual([403, "AccessDenied"]);
    const other = new URL(link);
    other.pathname = other.pathname.replace(path, quarantined(id));
    expect(await noOf(await fetch(other))).toEqual([403, "SignatureDoesNotMatch"]);
    expect((await place.call(`GET /${path}`)).status).toBe(404);
    await place.passTo((now) => now + 61_000);
    expect(await noOf(await fetch(link))).toEqual([403, "AccessDenied"]);
  });
});

test("a file that nothing takes goes after its days with its ticket, one that was never sent after one, and one that is taken stays", async () => {
  const ready = await sendFile(place, { purpose: "roll", bytes: CSV });
  const never = (await askTicket(place, { purpose: "roll", bytes: CSV })).body.id;
  const taken = await sendFile(place, { purpose: "roll", bytes: CSV });
  const paths = await Promise.all(
    [ready.id, taken.id].map(async (id) => (await stored(id))?.found?.path ?? ""),
  );
  const { store } = place.deps;
  const writes = await store.uploads.attach({ id: taken.id }, "a test");
  expect(await store.table.write([writes])).toMatchObject({ ok: true });
  expect(await store.table.write([writes])).toMatchObject({ ok: false, refusal: { code: "file/used" } });
  await place.passTo((now) => now + 25 * HOUR);
  expect([await stored(never), (await stored(ready.id))?.state]).toEqual([undefined, "ready"]);
  await place.passTo((now) => now + 7 * 24 * HOUR);
  expect([await stored(ready.id), (await stored(taken.id))?.state]).toEqual([undefined, "attached"]);
  expect(await Promise.all(paths.map((path) => textOf(path)))).toEqual([undefined, CSV.toString("utf8")]);
  await store.table.write([await store.uploads.release({ id: taken.id }, place.deps.system.now())]);
  await place.settle();
  expect([await stored(taken.id), await textOf(paths[1] ?? "")]).toEqual([undefined, undefined]);
});

const PDF = Buffer.from("%PDF-1.7\nskan\n%%EOF");

/** The form with a file on a page: where it is sent, and what goes before the file. */
const formOn = (page: string) => {
  const [form = ""] = page.split("<form ").filter((text) => text.includes('type="file"'));
  const [opened] = tagsOf(`<form ${form}`);
  const fields = tagsOf(form).flatMap(({ name, attributes }) =>
    name === "input" && attributes.type === "hidden"
      ? [[attributes.name ?? "", unescaped(attributes.value ?? "")] as const]
      : [],
  );
  return { url: unescaped(opened?.attributes.action ?? ""), fields: Object.fromEntries(fields) };
};

describe("the page of a file", () => {
  test("sends it without a script, leads back, and says what became of it", async () => {
    const clerk = stepVisitor(place);
    await clerk.signIn("clerk");
    const { body } = await askTicket(place, {
      purpose: "paper-scan",
      name: "karta.pdf",
      type: "application/pdf",
      bytes: PDF,
      role: "clerk",
    });
    const path = `/urzad/pliki/${body.id}`;
    const page = await clerk.go(`GET ${path}`);
    expect(faultsOfPage(page.text)).toEqual([]);
    expect(page.headers.get("content-security-policy")).toContain(`form-action 'self' ${place.url};`);
    const posted = await postForm(formOn(page.text), PDF, "karta.pdf");
    expect(posted.status).toBe(303);
    const back = new URL(posted.headers.get("location") ?? "");
    expect(`${back.origin}${back.pathname}`).toBe(`${place.url}${path}`);
    await place.arrived();
    const after = await clerk.go(`GET ${back.pathname}${back.search}`);
    expect([after.status, after.text.includes("gotowy"), faultsOfPage(after.text)]).toEqual([200, true, []]);
    const english = await clerk.go(`GET /en${path}`);
    expect(english.text).toContain("Read the file");
  });

  test("says that it is being checked, why it was refused, and that the time to send it is over", async () => {
    const coordinator = stepVisitor(place);
    await coordinator.signIn("coordinator");
    const asked = { purpose: "import-table", bytes: Buffer.from("<html>") };
    const { id } = await sendFile(place, asked);
    const pageOf = async (path: string) => (await coordinator.go(`GET /urzad/pliki/${path}`)).text;
    const refused = await pageOf(id);
    expect([faultsOfPage(refused), refused.includes("Zapisz tabelę jako CSV")]).toEqual([[], true]);
    const waiting = (await askTicket(place, asked)).body.id;
    const checked = await pageOf(`${waiting}?bucket=x&key=y&etag=%22z%22`);
    expect([checked.includes("Sprawdzamy go"), checked.includes('type="file"')]).toEqual([true, false]);
    await place.passTo((now) => now + HOUR);
    const over = await pageOf(waiting);
    expect([over.includes("Minął czas"), over.includes('type="file"')]).toEqual([true, false]);
  });
});

describe("a scan", () => {
  const send = () =>
    sendFile(place, {
      purpose: "paper-scan",
      name: "karta",
      type: "application/pdf",
      bytes: PDF,
      role: "clerk",
    });

  const journalOf = async (id: string) => {
    const { body } = await place.call("GET /v1/staff/audit?subject=office&limit=5", {
      token: await place.staff("auditor"),
    });
    return body.items.filter(({ facts }: { facts: { upload?: string } }) => facts.upload === id);
  };

  test("is read for a reason that the journal keeps, under an address of five minutes", async () => {
    const { id } = await send();
    const ask = async (role: "clerk" | "verifier" | "editor", reason?: string) =>
      place.call(`POST /v1/uploads/${id}/readings`, { token: await place.staff(role), body: { reason } });
    expect((await ask("editor", "ciekawość")).status).toBe(403);
    expect((await ask("verifier")).status).toBe(422);
    expect(await journalOf(id)).toEqual([]);
    const { status, body } = await ask("verifier", "Sprawdzam podpis");
    expect(status).toBe(200);
    const got = await fetch(body.url);
    expect([
      await got.text(),
      got.headers.get("content-type"),
      got.headers.get("content-disposition"),
    ]).toEqual([PDF.toString("latin1"), "application/pdf", "attachment; filename*=UTF-8''karta.pdf"]);
    expect(await journalOf(id)).toMatchObject([
      {
        act: "postUploadReading",
        reason: "Sprawdzam podpis",
        facts: { purpose: "paper-scan", name: "karta" },
      },
    ]);
  });

  test("is opened from its page, which asks for the reason; a table and a picture cannot be", async () => {
    const { id } = await send();
    const clerk = stepVisitor(place);
    await clerk.signIn("clerk");
    const open = (reason: string) => clerk.go(`POST /urzad/pliki/${id}`, { form: { reason } });
    const again = await open(" ");
    expect([again.status, faultsOfPage(again.text)]).toEqual([422, []]);
    const opened = await open("Przepisuję kartę");
    expect(opened.status).toBe(303);
    expect(await (await fetch(opened.headers.get("location") ?? "")).text()).toBe(PDF.toString("latin1"));
    const table = await sendFile(place, { purpose: "import-table", bytes: CSV, role: "clerk" });
    const body = { reason: "Bez powodu" };
    const token = await place.staff("clerk");
    expect((await place.call(`POST /v1/uploads/${table.id}/readings`, { token, body })).status).toBe(404);
  });
});
