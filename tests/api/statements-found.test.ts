import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import type { Seen } from "../kit/visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 2,
  });
});
afterAll(() => place?.close());

const statementOf = (n: number, more: object = {}) => ({
  firstName: "Zofia",
  surname: "Przybylska",
  pesel: peselOf(n),
  mothersMaidenName: "Nowak-Łoś",
  address: "ul. Mariacka 5/7",
  district: "L13",
  email: `new-${n}@example.com`,
  declarations: [true, true],
  ...more,
});

const file = async (body: object): Promise<string> =>
  (await place.call(`POST /v1/cycles/${vote.cycleId}/statements`, { body, key: newKey() })).body.statement;

describe("whoever filed a statement", () => {
  test("is told by mail that it is in, with its number and the day of the decision at the latest", async () => {
    const id = await file(statementOf(30));
    await place.settle();
    const letters = place.mailbox.mails("0", "new-30@example.com");
    expect(letters.map(({ subject }) => subject)).toEqual(["Mamy Twoje oświadczenie"]);
    expect(letters[0]?.text).toContain(id);
    expect(letters[0]?.text).toMatch(/Termin decyzji: .*\d{4}, \d\d:\d\d\./);
  });

  test("is found at the desk by surname or both names, by nobody's part of a name, and each find is on record", async () => {
    const id = await file(statementOf(31, { firstName: "Żaneta", surname: "Krzyżanowska-Źdźbło" }));
    const desk = await staffVisitor(place, "clerk");
    const list = await desk.open("/en/urzad/oswiadczenia");
    const find = (name: string) => desk.send(list, "/en/urzad/oswiadczenia", { name });
    const rowsOf = ({ text }: Seen): string[] => [...new Set(text.match(/stm_[0-9a-z]+(?=")/g))];
    for (const name of ["krzyżanowska – źdźbło", "Żaneta Krzyżanowska-Źdźbło", id])
      expect(rowsOf(await find(name)), name).toEqual([id]);
    for (const name of ["Krzyżanowska", "Żaneta", "Kowalska"]) {
      const none = await find(name);
      expect([rowsOf(none), none.text.includes("There is no such statement")]).toEqual([[], true]);
    }
    const empty = await find(" ");
    expect([empty.status, faultsOfPage(empty.text)]).toEqual([422, []]);
    const { items } = await place.deps.store.audit.list(vote.cycleId, { limit: 10 });
    expect(items.filter(({ facts }) => facts.statement === id)).toHaveLength(3);
    const seen = await find("krzyżanowska-źdźbło");
    expect([seen.path, seen.wire.includes("krzy")]).toEqual(["/en/urzad/oswiadczenia", false]);
  });
});
