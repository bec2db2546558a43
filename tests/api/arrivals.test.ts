import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openObjects } from "../../infra/local/s3/objects.ts";
import { PLACES, quarantined } from "../../shared/domain/upload/places.ts";
import { chanceOf, drawn, IS_LONG, seed } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { askTicket, type Sent, sendFile } from "../kit/uploads.ts";

let place: Place;
const folder = mkdtempSync(join(tmpdir(), "rynek-arrivals-"));
beforeAll(async () => {
  place = await openPlace({ folder });
});
afterAll(async () => {
  await place?.close();
  rmSync(folder, { recursive: true, force: true });
});

const stored = (id: string) => place.deps.store.uploads.get(id as `upl_${string}`);

const ALT = { pl: "Ławka pod lipą" };

const picture = (bytes: Uint8Array, type: string): Sent => ({
  purpose: "picture",
  name: "lawka",
  bytes,
  type,
  alt: ALT,
});

const scan = (bytes: Uint8Array, type: string): Sent => ({
  purpose: "paper-scan",
  name: "karta",
  bytes,
  type,
});

const table = (bytes: Uint8Array): Sent => ({ purpose: "import-table", name: "lista.csv", bytes });

/** What became of a file, in one word or the code of what is wrong with it. */
const fateOf = async (sent: Sent): Promise<string> => {
  const { state, reason } = await sendFile(place, sent);
  return reason ?? state;
};

/** A picture with something on it, and no two rows alike. */
const drawing = (width: number, height: number) => {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 3)
    data.set([(at / 3) % 251, (at / 7) % 241, (at / width) % 239], at);
  return sharp(data, { raw: { width, height, channels: 3 } });
};

/** The copies of a picture as everybody gets them, from the smallest. */
const copiesOf = async (id: string): Promise<Buffer[]> => {
  const { copies } = (await stored(id))?.found ?? {};
  return Promise.all(
    [copies?.small, copies?.medium, copies?.large].map(async (copy) =>
      Buffer.from(await (await fetch(`${place.url}/${copy?.path}`)).arrayBuffer()),
    ),
  );
};

const WITH_PLACE = {
  IFD0: { Make: "Aparat", Model: "X100", Copyright: "Jan Kowalski" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "50/1 15/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "19/1 1/1 0/1",
  },
};

describe("a picture", () => {
  test("is made anew in three sizes, upright, in the colours of screens, without a word of where and with what it was taken", async () => {
    const sent = await drawing(1200, 400)
      .withIccProfile("p3")
      .withExif(WITH_PLACE)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const source = await sharp(sent).metadata();
    expect([source.exif?.includes("Jan Kowalski"), source.orientation, source.icc !== undefined]).toEqual([
      true,
      6,
      true,
    ]);
    const { id, state } = await sendFile(place, picture(sent, "image/jpeg"));
    expect(state).toBe("ready");
    const copies = await copiesOf(id);
    const known = await Promise.all(copies.map((one) => sharp(one).metadata()));
    expect(known.map(({ format, width, height }) => [format, width, height])).toEqual([
      ["webp", 320, 960],
      ["webp", 400, 1200],
      ["webp", 400, 1200],
    ]);
    for (const { exif, icc, xmp, iptc, orientation, space } of known)
      expect([exif, icc, xmp, iptc, orientation, space]).toEqual([...Array(5).fill(undefined), "srgb"]);
    for (const copy of copies) expect(copy.includes("Kowalski")).toBe(false);
    const { found } = (await stored(id)) ?? {};
    const answer = await fetch(`${place.url}/${found?.copies?.small.path}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    expect([found?.path, await place.deps.uploads.lying(quarantined(id))]).toEqual([undefined, undefined]);
  });

  test("is taken in every format and colour that it comes in: the first frame of what moves", async () => {
    const still = drawing(330, 40);
    const frames = [await still.png().toBuffer(), await drawing(330, 40).negate().png().toBuffer()];
    const moving = sharp(frames, { join: { animated: true } });
    const sent: readonly (readonly [string, () => Promise<Buffer>])[] = [
      ["image/png", () => still.clone().png({ palette: true }).toBuffer()],
      ["image/png", () => still.clone().toColourspace("rgb16").png().toBuffer()],
      ["image/jpeg", () => still.clone().toColourspace("cmyk").jpeg().toBuffer()],
      ["image/webp", () => still.clone().webp({ lossless: true }).toBuffer()],
      ["image/avif", () => still.clone().avif({ effort: 0 }).toBuffer()],
      ["image/gif", () => moving.clone().gif().toBuffer()],
      ["image/webp", () => moving.clone().webp().toBuffer()],
    ];
    for (const [type, bytes] of drawn("formats of pictures", sent, 3)) {
      const { id, state, reason } = await sendFile(place, picture(await bytes(), type));
      expect([type, state, reason]).toEqual([type, "ready", null]);
      const [small, medium, large] = await Promise.all(
        (await copiesOf(id)).map((one) => sharp(one).metadata()),
      );
      expect([small?.width, medium?.width, large?.width, large?.pages ?? 1]).toEqual([320, 330, 330, 1]);
    }
  });

  test("carries nothing over that was hidden in it or behind it", async () => {
    const chance = chanceOf(seed);
    const hidden = Buffer.from(`<script>${chance.text("abcdefgh", 20)}</script>PK\x03\x04`);
    const sent = Buffer.concat([
      await drawing(300, 200).withXmp(`<x>${hidden}</x>`).jpeg().toBuffer(),
      hidden,
    ]);
    const { id, state } = await sendFile(place, picture(sent, "image/jpeg"));
    expect([state, sent.includes(hidden)]).toEqual(["ready", true]);
    for (const copy of await copiesOf(id)) expect(copy.includes(hidden.subarray(0, 20))).toBe(false);
  });

  test("that is none, or that is broken, or that would fill the memory, is refused and says why", async () => {
    const jpeg = await drawing(800, 600).jpeg().toBuffer();
    const png = await drawing(10, 10).png().toBuffer();
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    const { crc32 } = await import("node:zlib");
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const small = await drawing(10, 10).avif().toBuffer();
    const avif = Buffer.from(small);
    avif.writeUInt32BE(8000, avif.indexOf("ispe") + 8);
    avif.writeUInt32BE(8000, avif.indexOf("ispe") + 12);
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
    const heic = Buffer.concat([
      Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
      Buffer.alloc(200),
    ]);
    const both = Buffer.concat([Buffer.from("GIF89a"), Buffer.from("%PDF-1.7"), Buffer.alloc(100)]);
    const cases: readonly (readonly [Sent, string])[] = [
      [picture(bomb, "image/png"), "file/too-many-pixels"],
      [picture(avif, "image/avif"), "file/too-many-pixels"],
      [picture(jpeg.subarray(0, jpeg.length / 2), "image/jpeg"), "file/broken"],
      [picture(jpeg.subarray(0, 20), "image/jpeg"), "file/broken"],
      [picture(Buffer.from("%PDF-1.7\n%%EOF"), "image/jpeg"), "file/not-a-picture"],
      [picture(svg, "image/png"), "file/not-a-picture"],
      [picture(heic, "image/jpeg"), "file/not-a-picture"],
      [picture(png, "image/jpeg"), "file/not-as-said"],
      [picture(both, "image/gif"), "file/several-kinds"],
    ];
    for (const [sent, fate] of cases) expect([fate, await fateOf(sent)]).toEqual([fate, fate]);
  });
});

test("a scan is kept as it is, where no public path leads; what only looks like one is refused", async () => {
  const pdf = Buffer.from("%PDF-1.7\nskan\n%%EOF");
  const { id, state } = await sendFile(place, scan(pdf, "application/pdf"));
  const { path = "" } = (await stored(id))?.found ?? {};
  expect([state, path.startsWith(PLACES.scan)]).toEqual(["ready", true]);
  for (const address of [
    `/${path}`,
    `/media/${path}`,
    `/media/../${path}`,
    `/local/s3/rynek-uploads/${path}`,
  ])
    expect([address, (await fetch(`${place.url}${address}`)).status >= 400]).toEqual([address, true]);
  expect(await fateOf(scan(pdf, "image/jpeg"))).toBe("file/not-as-said");
  expect(await fateOf(scan(Buffer.from("\xff\xd8\xff....%PDF-1.4", "latin1"), "image/jpeg"))).toBe(
    "file/several-kinds",
  );
  expect(await fateOf(scan(Buffer.from("MZ\x90\0program", "latin1"), "application/pdf"))).toBe(
    "file/not-a-scan",
  );
});

test("a table is text to its end, in whatever letters", async () => {
  const wide = Buffer.from("\ufeffnazwa;głosy\nŁąka;3\n", "utf16le");
  const windows = Buffer.from([0x9c, 0xb3, 0x3b, 0x31, 0x0d, 0x0a]);
  const late = Buffer.concat([Buffer.from("a;b\n".repeat(60_000)), Buffer.from([0])]);
  const workbook = Buffer.from("PK\x03\x04....[Content_Types].xml", "latin1");
  expect(await fateOf(table(wide))).toBe("ready");
  expect(await fateOf(table(wide.subarray(2)))).toBe("ready");
  expect(await fateOf(table(Buffer.from(wide.subarray(2)).swap16()))).toBe("ready");
  expect(await fateOf(table(Buffer.from("nazwa;uwagi\nBąk;dwa\vwiersze\fi strona\n")))).toBe("ready");
  expect(await fateOf(table(windows))).toBe("ready");
  expect(await fateOf(table(late))).toBe("file/not-a-table");
  expect(await fateOf(table(Buffer.from("<!doctype html><p>nic")))).toBe("file/not-a-table");
  const { id, detail } = await sendFile(place, table(workbook));
  expect([(await stored(id))?.fault, detail]).toEqual([
    { code: "file/not-a-table", facts: { found: "workbook" } },
    "Przysłany plik to arkusz programu Excel lub Calc. Zapisz tabelę jako CSV i wyślij ją.",
  ]);
});

describe("an arrival", () => {
  const CSV = Buffer.from("a;b\n1;2\n");
  const arrive = (id: string) => place.invoke("arrivals", { arrived: quarantined(id) });
  const lies = (id: string) => place.deps.uploads.lying(quarantined(id));
  /** Beside the door, so that nobody is told. */
  const objects = openObjects(join(folder, "uploads"));
  const laid = (id: string, bytes: Uint8Array = CSV) =>
    objects.put(
      quarantined(id),
      (async function* () {
        yield bytes;
      })(),
      { type: "text/csv" },
    );

  test("that is told twice, or late, or of a file that nobody asked for, changes nothing that is known", async () => {
    const { id } = await sendFile(place, table(CSV));
    const known = await stored(id);
    await Promise.all([arrive(id), arrive(id)]);
    await laid(id, Buffer.from("coś innego"));
    await arrive(id);
    expect([await stored(id), await lies(id)]).toEqual([known, undefined]);
    await laid("upl_0000000000000000");
    await arrive("upl_0000000000000000");
    expect(await lies("upl_0000000000000000")).toBeUndefined();
    const early = (await askTicket(place, table(CSV))).body.id;
    await arrive(early);
    expect((await stored(early))?.state).toBe("pending");
  });

  test("that nobody was told of is found by the sweep", async () => {
    const { id } = (await askTicket(place, table(CSV))).body;
    await laid(id);
    await place.invoke("arrivals", { sweep: true });
    expect((await stored(id))?.state).toBe("pending");
    await place.passTo((now) => now + 61_000);
    expect((await stored(id))?.state).toBe("ready");
  });

  test("at which a function ended five times is a fault of the file", async () => {
    const { id } = (await askTicket(place, table(CSV))).body;
    for (let looks = 0; looks < 5; looks++) {
      const upload = await stored(id);
      if (upload) await place.deps.store.uploads.look(upload, place.deps.system.now());
    }
    await laid(id);
    await arrive(id);
    expect((await stored(id))?.fault?.code).toBe("file/broken");
  });

  test("of a file of any size takes no more memory than one of another", async () => {
    const bytes = IS_LONG ? 1_000_000_000 : 3_000_000;
    const line = Buffer.from("44051401359;Kowalska;Śródmieście\n".repeat(2000));
    const { form, id } = (
      await place.call("POST /v1/uploads", {
        token: await place.staff("coordinator"),
        body: {
          purpose: "roll",
          name: "spis.csv",
          type: "text/csv",
          bytes: Math.floor(bytes / line.length) * line.length,
        },
      })
    ).body;
    const boundary = "b";
    const fields = Object.entries(form.fields as Record<string, string>).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const before = process.memoryUsage.rss();
    const { status } = await fetch(form.url, {
      method: "POST",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      body: ReadableStream.from(
        (function* () {
          yield Buffer.from(
            `${fields.join("")}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="spis.csv"\r\n\r\n`,
          );
          for (let n = Math.floor(bytes / line.length); n > 0; n--) yield line;
          yield Buffer.from(`\r\n--${boundary}--\r\n`);
        })(),
      ),
      duplex: "half",
    } as RequestInit);
    expect(status).toBe(204);
    await place.arrived();
    expect((await stored(id))?.state).toBe("ready");
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(200);
  });
});
