import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { letterAbout, officeCookie, openCall, pathInLetter, propose } from "../kit/proposals.ts";
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
  pool: "L13",
  title: `Ławki ${ATTACK}`,
  description: `Opis ${ATTACK}\n\nDrugi akapit`,
  place: ATTACK,
  point: "50.2683, 19.0419",
  cost: "12 500,50 zł",
  name: `Łucja ${ATTACK}`,
  isNamePublic: "yes",
};

describe("an author without a password", () => {
  let form: string;

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

  it("keeps what was typed when something is wrong, and reads what to correct", async () => {
    await page(form);
    const empty = await place.call(`POST ${form}`, {
      form: { ...typed, title: "", cost: "dużo", point: "tu" },
    });
    expect(empty.status).toBe(422);
    expect(faultsOfPage(empty.text)).toEqual([]);
    for (const words of ["Wpisz tytuł wniosku.", "Wpisz koszt w złotych", "Wpisz dwie liczby"])
      expect(empty.text).toContain(words);
    expect(empty.text).toContain(`value="${ENCODED}"`);
    const dear = await place.call(`POST ${form}`, { form: { ...typed, cost: "360000,01" } });
    expect(dear.text).toContain("Koszt może wynosić najwyżej 360");
    expect(dear.text).toContain('value="360000,01"');
  });

  it("says of a point that it is swapped, outside the city, or in another district, and offers what was meant", async () => {
    const swapped = await place.call(`POST ${form}`, { form: { ...typed, point: "19,0419 50,2683" } });
    expect([swapped.status, faultsOfPage(swapped.text)]).toEqual([422, []]);
    expect(swapped.text).toContain("Zamień liczby miejscami");
    const [, value = ""] = /name="use-point" value="([^"]+)"/.exec(swapped.text) ?? [];
    const taken = await place.call(`POST ${form}`, {
      form: { ...typed, point: "19,0419 50,2683", "use-point": value },
    });
    expect([taken.status, taken.text.includes("50.2683, 19.0419")]).toEqual([200, true]);
    const krakow = await place.call(`POST ${form}`, { form: { ...typed, point: "50.0614, 19.9366" } });
    expect([krakow.status, krakow.text]).toEqual([
      422,
      expect.stringContaining("Ten punkt leży poza miastem."),
    ]);
    const podlesie = await place.call(`POST ${form}`, { form: { ...typed, point: "50.1802, 18.9699" } });
    expect([podlesie.status, podlesie.text]).toEqual([
      422,
      expect.stringContaining("Ten punkt nie leży na terenie wybranej puli, tylko bliżej: Podlesie."),
    ]);
    const citywide = await place.call(`POST ${form}`, {
      form: { ...typed, pool: "M", point: "50.1802, 18.9699" },
    });
    expect(citywide.status).toBe(200);
  });

  it("checks the proposal, changes it, submits it once, and withdraws it", async () => {
    const key = newKey();
    const checked = await place.call(`POST ${form}`, { form: { ...typed, act: "check", key } });
    expect(checked.text).toContain("Sprawdź wniosek");
    expect(checked.text).toContain(ENCODED);
    expect(checked.text).not.toContain("<script>");
    expect(faultsOfPage(checked.text)).toEqual([]);
    const edited = await place.call(`POST ${form}`, { form: { ...typed, act: "edit", key } });
    expect(edited.text).toContain('value="12500,5"');

    const submit = { ...typed, act: "submit", key };
    const [first, second] = await Promise.all([
      place.call(`POST ${form}`, { form: submit }),
      place.call(`POST ${form}`, { form: submit }),
    ]);
    expect(first.status).toBe(303);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    const own = first.headers.get("location") ?? "";
    const author = await page(own);
    expect(author.text).toContain("L13/01/XII");
    expect(author.text).toContain("Przyjęliśmy wniosek");

    const [, , , , id] = own.split("/");
    const shown = await page(`/projekty/${cycleId}/${id}`);
    expect(shown.text).toContain(`Łucja ${ENCODED}`);
    expect(shown.text).toContain("50.2683, 19.0419");
    await page(`/en/projekty/${cycleId}/${id}`);
    expect((await page(`/projekty?q=lawki&cycle=${cycleId}`)).text).toContain("L13/01/XII");
    await page("/en/projekty?pool=&status=&q=");
    await page(`/urzad/wnioski?cycle=${cycleId}`, await officeCookie(place, "verifier"));
    await page(`/urzad/wnioski/${cycleId}/${id}`, await officeCookie(place, "verifier"));

    expect((await page(`${own}/wycofaj`)).text).toContain("Wycofać wniosek L13/01/XII?");
    for (const _press of [1, 2])
      expect((await place.call(`POST ${own}/wycofaj`, { form: {} })).status).toBe(303);
    expect((await page(own)).text).toContain("Wniosek jest wycofany.");
    const letter = await letterAbout(place, "lucja@example.com", /wycofany$/);
    expect(letter?.subject).toContain("L13/01/XII");
  });

  it("is let in by the link alone", async () => {
    const { path } = await propose(place, cycleId);
    const forged = path.replace(/[^/]{26}$/, "0".repeat(26));
    expect((await place.call(`GET ${forged}`)).status).toBe(404);
    expect((await place.call(`POST ${forged}/wycofaj`, { form: {} })).status).toBe(404);
    expect((await place.call(`GET ${form.slice(0, -4)}AAAA`)).status).toBe(404);
    await place.clock.moveTo((now) => now + 25 * 3_600_000);
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
