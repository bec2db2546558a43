import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { decide, keyed, openGathering } from "../kit/remarks.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const idOf = (number: number): string => `rmk_${String(number).padStart(6, "0")}`;

/** The rows of the sheet that goes out, without its head: the text of each cell. */
const sheetOf = async (id: string): Promise<string[][]> => {
  const token = await place.staff("editor");
  const reply = await fetch(`${place.url}/v1/staff/remark-tables/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.status).toBe(200);
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const xml = Buffer.from(files["content.xml"] ?? []).toString("utf8");
  const rows = [...xml.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<table:table-cell[^>]*?(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(([, cell = ""]) =>
      cell.replace(/<[^>]+>/g, ""),
    ),
  );
  return rows.filter((row) => /^[0-9a-f]{12}$/.test(row[1] ?? ""));
};
const HEAD = "Numer\tZnacznik\tCzego dotyczy\tTreść\tRozstrzygnięcie\tUzasadnienie";
/** The sheet as it is filled in: the decision of each row, by its number. */
const filled = (rows: readonly string[][], say: (number: number) => readonly [string, string]): string =>
  [HEAD, ...rows.map((row) => [...row.slice(0, 4), ...say(Number(row[0]))].join("\t"))].join("\n");
const send = async (id: string, table: string, query = "") => {
  const reply = await fetch(`${place.url}/v1/staff/consultations/${id}/remark-table${query}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await place.staff("editor")}`,
      "content-type": "text/csv",
      "idempotency-key": newKey(),
    },
    body: table,
  });
  return { status: reply.status, body: (await reply.json()) as never as Record<string, never> };
};
const verdicts = async (id: string): Promise<(string | null)[]> =>
  (await place.call(`GET /v1/consultations/${id}/remarks?limit=200`)).body.items.map(
    ({ decision }: { decision: { verdict: string } | null }) => decision?.verdict ?? null,
  );

test("what waits goes out as a sheet, and what is filled in comes back as a difference that is taken once", async () => {
  const id = await openGathering(place);
  await keyed(place, id, ["Więcej ławek; i koszy.", "=1+1", "Cicho tu."]);
  await decide(place, id, idOf(3));
  const rows = await sheetOf(id);
  expect(rows.map(([number]) => number)).toEqual(["1", "2"]);
  const table = filled(rows, (n) => (n === 1 ? ["uwzględniona częściowo", "Dwie ławki."] : ["", ""]));
  const seen = await send(id, table, "?preview=yes");
  expect([seen.status, seen.body.difference, seen.body.empty]).toEqual([
    200,
    [{ number: 1, before: null, after: "partly", reason: "Dwie ławki." }],
    1,
  ]);
  expect(await verdicts(id)).toEqual([null, null, "accepted"]);
  expect((await send(id, table)).body.remarks).toEqual([idOf(1)]);
  const again = await send(id, table);
  expect([again.status, again.body.remarks, again.body.kept]).toEqual([200, [], 1]);
  expect(await verdicts(id)).toEqual(["partly", null, "accepted"]);
});

test("a row whose remark was decided meanwhile is refused by its line, and nothing of the sheet is taken", async () => {
  const id = await openGathering(place);
  await keyed(place, id, ["Pierwsza.", "Druga.", "Trzecia."]);
  const rows = await sheetOf(id);
  await decide(place, id, idOf(2), "rejected");
  const refused = await send(
    id,
    filled(rows, () => ["accepted", "Tak."]),
  );
  const pointers = ({ errors }: Record<string, never>): string[] =>
    (errors as unknown as { pointer: string }[]).map(({ pointer }) => pointer);
  expect([refused.status, refused.body.code, pointers(refused.body)]).toEqual([
    422,
    "table/rows",
    ["/3/digest"],
  ]);
  expect(await verdicts(id)).toEqual([null, "rejected", null]);
  const wrong = filled(rows, (n) => (n === 1 ? ["może", "Tak."] : n === 3 ? ["accepted", ""] : ["", ""]));
  expect(pointers((await send(id, wrong)).body)).toEqual(["/2/verdict", "/4/reason"]);
  expect(await verdicts(id)).toEqual([null, "rejected", null]);
});

test("more than fifty rows are taken in turns", async () => {
  const id = await openGathering(place);
  for (let n = 0; n < 6; n++)
    await keyed(
      place,
      id,
      Array.from({ length: 20 }, (_, k) => `Uwaga ${n} ${k}.`),
    );
  const rows = await sheetOf(id);
  expect(
    (
      await send(
        id,
        filled(rows, () => ["rejected", "Nie tym razem."]),
      )
    ).status,
  ).toBe(200);
  expect(new Set(await verdicts(id))).toEqual(new Set(["rejected"]));
});

test("at the office a sheet is looked at before it is taken, and one that was changed is looked at again", async () => {
  const id = await openGathering(place);
  await keyed(place, id, ["Jedna.", "Dwie."]);
  const rows = await sheetOf(id);
  const path = `/urzad/konsultacje/${id}/uwagi/arkusz`;
  const headers = { cookie: `staff=${await place.staff("editor")}` };
  expect((await place.call(`GET ${path}`, { headers })).text).toContain(`/urzad/uwagi-arkusz/${id}`);
  const table = filled(rows, () => ["uwzględniona", "Zgoda."]);
  const form = { key: newKey(), table, act: "look" };
  const looked = await place.call(`POST ${path}`, { headers, form });
  expect(looked.text).toContain("Do rozstrzygnięcia: 2 uwagi.");
  const seen = /name="seen" value="([^"]+)"/.exec(looked.text)?.[1] ?? "";
  const other = filled(rows, () => ["nieuwzględniona", "Nie."]);
  const swapped = await place.call(`POST ${path}`, {
    headers,
    form: { ...form, table: other, act: "enter", seen },
  });
  expect([swapped.status, await verdicts(id)]).toEqual([200, [null, null]]);
  const taken = await place.call(`POST ${path}`, { headers, form: { ...form, act: "enter", seen } });
  expect([taken.status, await verdicts(id)]).toEqual([303, ["accepted", "accepted"]]);
});
