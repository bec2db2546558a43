import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  letterAbout,
  officeCookie,
  openCall,
  PARTS,
  pathInLetter,
  propose,
  savePart,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { describe, test: it } = inTurn();

const ATTACK = `<script>alert("x")</script>&'`;
const ENCODED = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;";

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
});
afterAll(() => place.close());

/** A page that is well formed, says what it should, and lets nothing out that was typed. */
const page = async (path: string, headers: Record<string, string> = {}) => {
  const shown = await place.call(`GET ${path}`, { headers });
  expect([path, shown.status]).toEqual([path, 200]);
  expect(faultsOfPage(shown.text)).toEqual([]);
  expect(shown.text).not.toContain("<script>");
  return shown;
};

const typed = {
  pomysl: { title: `Ławki ${ATTACK}`, description: `Opis ${ATTACK}\n\nDrugi akapit` },
  miejsce: { pool: "L13", place: ATTACK, point: "50.2683, 19.0419" },
  koszt: { ...PARTS.koszt, "lines-0-name": ATTACK, "lines-0-price": "12 500,50 zł" },
  dane: { name: `Łucja ${ATTACK}`, isNamePublic: "yes" },
};

describe("an author without a password", () => {
  let form: string;
  let draft: string;

  it("gives an address, and gets a link that names nobody", async () => {
    const start = await page("/zglos");
    expect(start.text).toContain(cycleId);
    const wrong = await place.call("POST /zglos", {
      form: { cycle: cycleId, email: "łucja", key: newKey() },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("<title>Błąd: ");
    expect(wrong.text).toContain('value="łucja"');
    const key = newKey();
    const asked = { cycle: cycleId, email: "lucja@example.com", key };
    const sent = await place.call("POST /zglos", { form: asked });
    expect(sent.text).toContain("Sprawdź pocztę");
    await place.call("POST /zglos", { form: asked });
    form = pathInLetter(await letterAbout(place, "lucja@example.com", /link do formularza/i));
    expect(form).not.toContain("lucja");
    expect(place.mailbox.mails("0", "lucja@example.com")).toHaveLength(1);
  });

  it("begins a draft once, finds it again by a new link, and nobody finds it without one", async () => {
    const key = newKey();
    const begun = await Promise.all([1, 2].map(() => place.call(`POST ${form}`, { form: { key } })));
    expect(begun.map(({ status }) => status)).toEqual([303, 303]);
    draft = begun[0]?.headers.get("location") ?? "";
    expect(begun[1]?.headers.get("location")).toBe(draft);
    expect((await page(draft)).text).toContain("Twój wniosek: kopia robocza");
    expect((await page(form)).text).toContain(draft);
    const [, , , , id] = draft.split("/");
    expect((await place.call(`GET /projekty/${cycleId}/${id}`)).status).toBe(404);
    expect((await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`)).status).toBe(404);
  });

  it("keeps what was typed when something is wrong, and reads what to correct", async () => {
    const long = await savePart(place, draft, "pomysl", { title: "a".repeat(121), description: ATTACK });
    expect([long.status, faultsOfPage(long.text)]).toEqual([422, []]);
    expect(long.text).toContain(ENCODED);
    const many = await savePart(place, draft, "koszt", {
      ...typed.koszt,
      "lines-0-price": "dużo",
      "lines-2-unit": "m",
    });
    expect([many.status, faultsOfPage(many.text)]).toEqual([422, []]);
    for (const words of ["Wpisz cenę w złotych", 'href="#lines-2-name"', `value="${ENCODED}"`])
      expect(many.text).toContain(words);
    await savePart(place, draft, "miejsce", { pool: "L13" });
    const dear = await savePart(place, draft, "koszt", { ...typed.koszt, "lines-0-price": "360000,01" });
    expect([dear.status, dear.text]).toEqual([
      422,
      expect.stringContaining("Koszt może wynosić najwyżej 360"),
    ]);
    expect(dear.text).toContain('value="360000,01"');
    const early = await place.call(`POST ${draft}/sprawdz`, { form: {} });
    expect([early.status, early.text]).toEqual([422, expect.stringContaining("Uzupełnij przed złożeniem")]);
  });

  it("says of a point that it is swapped, outside the city, or in another district, and offers what was meant", async () => {
    const at = (point: string, more: object = {}) =>
      savePart(place, draft, "miejsce", { ...typed.miejsce, point, ...more });
    const swapped = await at("19,0419 50,2683");
    expect([swapped.status, faultsOfPage(swapped.text)]).toEqual([422, []]);
    expect(swapped.text).toContain("Zamień liczby miejscami");
    const [, value = ""] = /name="use-point" value="([^"]+)"/.exec(swapped.text) ?? [];
    expect((await at("19,0419 50,2683", { "use-point": value })).status).toBe(303);
    expect((await page(`${draft}/czesc/miejsce`)).text).toContain('value="50.2683, 19.0419"');
    const mapped = await page(`${draft}/czesc/miejsce?pool=M`);
    expect(mapped.text).toContain(`href="${draft}/czesc/miejsce?pool=L13"`);
    expect(mapped.text).toContain('value="M" selected');
    const krakow = await at("50.0614, 19.9366");
    expect([krakow.status, krakow.text]).toEqual([
      422,
      expect.stringContaining("Ten punkt leży poza miastem."),
    ]);
    const podlesie = await at("50.1802, 18.9699");
    expect([podlesie.status, podlesie.text]).toEqual([
      422,
      expect.stringContaining("Ten punkt nie leży na terenie wybranej puli, tylko bliżej: Podlesie."),
    ]);
    expect((await at("50.1802, 18.9699", { pool: "M" })).status).toBe(303);
  });

  it("saves each page once however often it is sent, and tells of what another tab saved", async () => {
    const form = { times: "0", ...typed.pomysl };
    const path = `POST ${draft}/czesc/pomysl`;
    const sent = await Promise.all([1, 2, 3].map(() => place.call(path, { form })));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    const other = await place.call(path, { form: { ...form, title: "Z drugiej karty" } });
    expect([other.status, faultsOfPage(other.text)]).toEqual([409, []]);
    for (const text of ["Tę część zapisano gdzie indziej", ENCODED, 'value="Z drugiej karty"'])
      expect(other.text).toContain(text);
    // Pages of one draft that are saved at once are all saved.
    const both = await Promise.all([
      savePart(place, draft, "dane", typed.dane),
      savePart(place, draft, "koszt", typed.koszt),
      savePart(place, draft, "miejsce", typed.miejsce),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await page(draft)).text).not.toContain("Brakuje");
  });

  it("shows proposals like it and what became of them, and what they usually cost", async () => {
    const costs = [3_000_000, 1_000_000, 2_000_000];
    for (const [n, estimatedCostGrosze] of costs.entries())
      await propose(place, cycleId, { title: `Ławki przy szkole ${n}`, estimatedCostGrosze, pool: "M" });
    await savePart(place, draft, "pomysl", { ...typed.pomysl, title: "Nowa ławka dla szkoły" });
    const shown = await page(draft);
    for (const text of ["Podobne wnioski", "M/01/XII Ławki przy szkole 0", "Złożony"])
      expect(shown.text).toContain(text);
    expect((await page(`${draft}/czesc/koszt`)).text).toMatch(/zwykle około 20\s000\szł/);
    await savePart(place, draft, "pomysl", { ...typed.pomysl, title: "Hydrofornia" });
    expect((await page(draft)).text).not.toContain("Podobne wnioski");
    await savePart(place, draft, "pomysl", typed.pomysl);
  });

  it("checks the proposal, submits it once, changes it, and withdraws it", async () => {
    const checked = await page(`${draft}/sprawdz`);
    expect(checked.text).toContain(ENCODED);
    const presses = await Promise.all([1, 2].map(() => place.call(`POST ${draft}/sprawdz`, { form: {} })));
    expect(presses.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
      [303, draft],
      [303, draft],
    ]);
    const author = await page(draft);
    expect(author.text).toContain("L13/01/XII");
    expect(author.text).toContain("Przyjęliśmy wniosek");

    const [, , , , id] = draft.split("/");
    const shown = await page(`/projekty/${cycleId}/${id}`);
    expect(shown.text).toContain(`Łucja ${ENCODED}`);
    expect(shown.text).toContain("50.2683, 19.0419");
    await page(`/en/projekty/${cycleId}/${id}`);
    expect((await page(`/projekty?q=lawki&cycle=${cycleId}`)).text).toContain("L13/01/XII");
    await page("/en/projekty?pool=&status=&q=");
    await page(`/urzad/wnioski?cycle=${cycleId}`, await officeCookie(place, "verifier"));
    await page(`/urzad/wnioski/${cycleId}/${id}`, await officeCookie(place, "verifier"));

    const copy = /href="(\/kopia\/[^"]+)"/.exec(author.text)?.[1] ?? "";
    const [one, other] = [await place.call(`GET ${copy}`), await place.call(`GET ${copy}`)];
    expect([one.status, one.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect([one.text.slice(0, 5), one.text]).toEqual(["%PDF-", other.text]);
    expect(author.text).toContain("Potrzeba 12 poparć. Zbierz około 15");

    const changed = { ...typed.pomysl, title: "Huśtawki", why: "Nie ma gdzie się bujać." };
    expect((await savePart(place, draft, "pomysl", changed)).status).toBe(303);
    expect((await savePart(place, draft, "pomysl", { title: "Bez opisu" })).status).toBe(422);
    const after = await page(`/projekty/${cycleId}/${id}`);
    for (const text of [
      "Huśtawki",
      "Nie ma gdzie się bujać.",
      "Autor zmienił: Tytuł wniosku, Dlaczego",
      "L13/01/XII",
    ])
      expect(after.text).toContain(text);
    const found = async (q: string) =>
      (await page(`/projekty?q=${q}&cycle=${cycleId}`)).text.includes("L13/01/XII");
    expect([await found("hustawki"), await found("lawki")]).toEqual([true, false]);

    expect((await page(`${draft}/wycofaj`)).text).toContain("Wycofać wniosek L13/01/XII?");
    for (const _press of [1, 2])
      expect((await place.call(`POST ${draft}/wycofaj`, { form: {} })).status).toBe(303);
    expect((await page(draft)).text).toContain("Wniosek jest wycofany.");
    const letter = await letterAbout(place, "lucja@example.com", /wycofany$/);
    expect(letter?.subject).toContain("L13/01/XII");
  });

  it("throws a draft away", async () => {
    const begun = await place.call(`POST ${form}`, { form: { key: newKey() } });
    const path = begun.headers.get("location") ?? "";
    expect((await page(`${path}/wycofaj`)).text).toContain("Usunąć kopię roboczą?");
    expect((await place.call(`POST ${path}/wycofaj`, { form: {} })).status).toBe(303);
    expect((await place.call(`GET ${path}`)).status).toBe(410);
    expect((await page(form)).text).not.toContain(path);
  });

  it("is let in by the link alone", async () => {
    const { path } = await propose(place, cycleId);
    const forged = path.replace(/[^/]{26}$/, "0".repeat(26));
    expect((await place.call(`GET ${forged}`)).status).toBe(404);
    expect((await place.call(`POST ${forged}/wycofaj`, { form: {} })).status).toBe(404);
    expect((await place.call(`GET ${form.slice(0, -4)}AAAA`)).status).toBe(404);
    const copy = /href="(\/kopia\/[^"]+)"/.exec((await place.call(`GET ${path}`)).text)?.[1];
    await place.clock.moveTo((now) => now + 25 * 3_600_000);
    expect((await place.call(`GET ${copy}`)).status).toBe(410);
    expect((await place.call(`GET ${form}`)).status).toBe(410);
  });
});

describe("support", () => {
  const askFor = async (id: string, email: string, name = "Jan Nowak"): Promise<string> => {
    const asked = await place.call(`POST /projekty/${cycleId}/${id}/poparcie`, {
      form: { name, address: `ul. Mariacka 5, ${email}`, email, key: newKey() },
    });
    expect([asked.status, asked.text.includes("Sprawdź pocztę")]).toEqual([200, true]);
    return pathInLetter(await letterAbout(place, email, /^Potwierdź poparcie/));
  };
  const supportersOf = async (id: string): Promise<number> =>
    (await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`)).body.supporters;

  it("counts after the click, once a person whatever the number of links and clicks", async () => {
    const { id } = await propose(place, cycleId, { pool: "M" });
    const link = await askFor(id, "jan@example.com", ATTACK);
    await page(link);
    await place.call(`GET ${link}`);
    expect(await supportersOf(id)).toBe(0);
    const clicks = await Promise.all(
      Array.from({ length: 20 }, () => place.call(`POST ${link}`, { form: {} })),
    );
    expect(new Set(clicks.map(({ status }) => status))).toEqual(new Set([200]));
    const again = await place.call(`POST ${await askFor(id, "JAN@example.com")}`, { form: {} });
    expect(again.text).toContain("było już policzone");
    expect(await supportersOf(id)).toBe(1);
    expect((await page(`/projekty/${cycleId}/${id}`)).text).toContain("1 z 50 potrzebnych");
    const own = await place.call(`POST ${await askFor(id, "lucja@example.com")}`, { form: {} });
    expect(own.status).toBe(422);
    expect(await supportersOf(id)).toBe(1);
    const desk = await page(
      `/urzad/poparcie/${cycleId}/${id}/lista?why=check`,
      await officeCookie(place, "coordinator"),
    );
    expect(desk.text).toContain(ENCODED);
  });

  it("through the API answers the same to everybody", async () => {
    const { id } = await propose(place, cycleId);
    const ask = (email: string) =>
      place.call(`POST /v1/cycles/${cycleId}/proposals/${id}/supports`, {
        body: { name: "Ewa", address: "ul. Mariacka 5/7", email },
      });
    const [stranger, author] = [await ask("ewa@example.com"), await ask("lucja@example.com")];
    expect([stranger.status, stranger.body]).toEqual([author.status, author.body]);
    expect(stranger.status).toBe(202);
  });

  it("is not confirmed by a link whose week is over", async () => {
    const { id } = await propose(place, cycleId, { pool: "M" });
    const link = await askFor(id, "maria@example.com");
    await place.clock.moveTo((now) => now + 7 * 86_400_000);
    for (const method of ["GET", "POST"])
      expect((await place.call(`${method} ${link}`, method === "POST" ? { form: {} } : {})).status).toBe(410);
    expect(await supportersOf(id)).toBe(0);
  });
});
