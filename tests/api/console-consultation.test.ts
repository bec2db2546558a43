import { afterAll, beforeAll, expect, test } from "vitest";
import { localMoment } from "../../shared/domain/local-moment.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { remarkLink } from "../kit/remarks.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { inHours, today } from "../kit/time.ts";
import { type Seen, visitor } from "../kit/visitor.ts";

const HOUR_MS = 3_600_000;
const DAY = 24;
const LONG = 120_000;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const at = (hours: number): string => localMoment(inHours(place, hours));
const pass = (hours: number) => place.clock.moveTo((now) => now + hours * HOUR_MS);
const pathOf = ({ path }: Pick<Seen, "path">): string => path.split("?")[0] ?? "";

test(
  "an office worker runs a statutory consultation from preparation to effects by pages alone",
  async () => {
    let editor = await staffVisitor(place, "editor");
    const send = async (page: string, action: string, fields: Record<string, string | string[]> = {}) => {
      const answer = await editor.send(await editor.open(page), action, fields);
      expect([action, answer.status]).toEqual([action, 200]);
      return answer;
    };

    const time = { startsAt: at(2), endsAt: at(20 * DAY) };
    const made = await send("/urzad/konsultacje/nowe", "/urzad/konsultacje/nowe", {
      kind: "formal",
      "subject-title": "Plac przy bibliotece",
      "subject-decided": "Co stanie na placu.",
      "subject-fixed": "Granice placu.",
      forms: ["online", "paper"],
      ...time,
    });
    const one = pathOf(made);
    const id = one.split("/").at(-1) ?? "";
    const early = await editor.open(one);
    expect(early.text).toContain("Nie zapisano wymaganego obwieszczenia");
    await send(`${one}/dokumenty`, `${one}/dokumenty`, { title: "Plan", text: "Ławki.\n\nDrzewa." });
    await send(`${one}/aktywnosci`, `${one}/aktywnosci`, {
      kind: "remarks",
      title: "Uwagi do planu",
      forms: ["online", "paper"],
      ...time,
    });
    for (const channel of ["bip", "website"])
      await send(one, `${one}/obwieszczenia`, { channel, on: today(place) });
    expect((await send(one, `${one}/ogloszenie`)).text).toContain("Konsultacje są otwarte.");

    await pass(3);
    // Days later somebody signs in again.
    editor = await staffVisitor(place, "editor");
    const resident = visitor(place);
    const form = `/konsultacje/${id}/uwagi/nowa`;
    const email = "mieszkanka@example.com";
    await resident.send(await resident.open(form), form, { text: "Więcej cienia przy ławkach.", email });
    const link = await remarkLink(place, email);
    const saved = await resident.send(await resident.open(link), link);
    expect(saved.text).toContain("nr 1");
    await send(`${one}/uwagi/wpis`, `${one}/uwagi/wpis`, {
      origin: "paper",
      arrivedOn: today(place),
      remarks: "Zostawcie drzewa.",
    });

    await pass(21 * DAY);
    editor = await staffVisitor(place, "editor");
    expect((await resident.open(`/konsultacje/${id}`)).text).toContain("opracowujemy raport");
    for (const number of ["000001", "000002"]) {
      const remark = `${one}/uwagi/rmk_${number}`;
      await send(remark, `${remark}/rozstrzygniecie`, { verdict: "accepted", reason: "Tak zrobimy." });
    }
    const report = `${one}/raport`;
    const texts = { course: "Uwagi zbieraliśmy trzy tygodnie.", conclusions: "Będzie więcej cienia (#1)." };
    await send(report, `${report}/tresc`, texts);
    await send(report, `${report}/ogloszenie`);

    const second = await staffVisitor(place, "coordinator");
    const waiting = /href="(\/urzad\/sprawy\/pnd_[^"]+)"/.exec((await second.open("/urzad")).text)?.[1] ?? "";
    const agreed = await second.open(waiting);
    const done = await second.send(agreed, waiting, { act: "accept" });
    expect(done.status).toBe(200);
    const published = await resident.open(`/konsultacje/${id}/raport`);
    expect(published.text).toContain("Będzie więcej cienia");
    expect(published.text).toContain("Uwagi do planu");
    await place.settle();
    expect((await place.letterTo(email))?.text).toContain("Tak zrobimy.");

    await send(one, `${one}/efekty`, { text: "Plac jest gotowy.", decidedOn: today(place) });
    expect((await resident.open(`/konsultacje/${id}`)).text).toContain("Plac jest gotowy.");
  },
  LONG,
);
