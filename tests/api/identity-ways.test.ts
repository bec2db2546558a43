import { afterAll, beforeAll, expect, test } from "vitest";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";
import { openTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openVoteWithPoints } from "../kit/voting-points.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const identityOf = async (cycleId: string) => (await place.call(`GET /v1/cycles/${cycleId}`)).body.identity;

test("an edition with points and cards tells of each way: its basis, what it asks for, and when that is deleted", async () => {
  const vote = await openVoteWithPoints(place);
  expect(await identityOf(vote.cycleId)).toEqual({ ...KATOWICE_IDENTITY, eid: null });

  const polish = (await place.call("GET /glosuj")).text;
  for (const said of [
    "Numer PESEL. Po tym sprawdzamy, kto głosuje i czy głosuje raz. Nie zapisujemy tego.",
    "Dokument ze zdjęciem. Potwierdza, że dane podaje ich właściciel. Nie zapisujemy tego.",
    "Kartę przechowuje i niszczy komisja.",
    "Podpis na karcie. Potwierdza, że dane podaje ich właściciel. Usuniemy 90 dni po ogłoszeniu wyników albo odwołaniu edycji.",
    "Oświadczenie opiekuna. Potwierdza, że dziecko głosuje z opiekunem. Usuniemy 90 dni",
  ])
    expect(polish).toContain(said);
  expect(polish.match(/uchwała Rady Miasta Katowice/g)).toHaveLength(3);

  const english = (await place.call("GET /en/glosuj")).text;
  for (const said of [
    "Document with a photograph. It shows that the details are yours. We do not store it.",
    "The commission keeps and destroys it.",
    "Signature on the card. It shows that the details are yours. We delete it 90 days after the results are published or the edition is cancelled.",
    "It shows that the child votes with a guardian.",
  ])
    expect(english).toContain(said);

  const card = await place.call(`GET /urzad/punkty/${vote.cycleId}/biblioteka-5/karta/L13`, {
    headers: { cookie: `staff=${await place.staff("clerk")}` },
  });
  expect(card.text).toContain("Usuniemy 90 dni po ogłoszeniu wyników");
  expect(card.text).toContain("uchwała Rady Miasta Katowice");
});

test("an edition without cards and children tells of neither, and each open vote of its own ways", async () => {
  const { cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 1,
    rules: { guardianBelowAge: 0 },
  });
  const { paper: _paper, guardian: _guardian, ...ways } = KATOWICE_IDENTITY;
  expect(await identityOf(cycleId)).toEqual({ ...ways, eid: null });
  const { text } = await place.call("GET /glosuj");
  expect(text.match(/Podpis na karcie/g)).toHaveLength(1);
  expect(text.match(/Oświadczenie opiekuna/g)).toHaveLength(1);
});
