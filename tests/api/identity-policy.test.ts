import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";
import { visitor } from "../kit/visitor.ts";
import { codeFor } from "../kit/voting-city.ts";

const ROLL = `first_name;surname;address;pesel_last_4;district
Jan;Kowalski;ul. Długa 5/7;1359;L13
Jan;Kowalski;ul. Długa 5/7;2468;L13
Łucja;Żak-Bąk;os. Chrobrego 12 m. 3;0042;L13
`;

const JAN = { firstName: "jan", surname: "KOWALSKI", address: "Długa 5 m. 7", peselLast4: "1359" };

const MANY = { burst: 1000, perHour: 1000 };

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 3,
    roll: ROLL,
    rules: { identity: POZNAN_IDENTITY, guardianBelowAge: 0 },
    voterCodes: { tries: { person: { burst: 6, perHour: 1 }, address: MANY, network: MANY } },
  });
});
afterAll(() => place?.close());

const identify = (body: object) => place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, { body });

describe("an edition that asks for name, address and the last digits of the PESEL number", () => {
  test("says so to everybody", async () => {
    const { body } = await place.call(`GET /v1/cycles/${vote.cycleId}`);
    expect(body.identity).toEqual(POZNAN_IDENTITY);
  });

  test("lets in who is on its roll, however the name and the address are written", async () => {
    const { status, body } = await identify({ ...JAN, email: "jan@example.com" });
    expect(status).toBe(202);
    const confirmed = await place.call(
      `POST /v1/cycles/${vote.cycleId}/voter-sessions/${body.session}/code`,
      { body: { code: await codeFor(place, body.session) } },
    );
    expect(confirmed.body).toMatchObject({ district: "L13", voted: false });
  });

  test("names each field that is missing or is another edition's", async () => {
    const { pesel: _none, ...katowice } = { pesel: "x", ...JAN, mothersMaidenName: "Nowak" };
    const { peselLast4: _left, ...rest } = katowice;
    const { status, body } = await identify({ ...rest, email: "jan@example.com" });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      "/mothersMaidenName",
      "/peselLast4",
    ]);
  });

  test("wants a contact, and takes two", async () => {
    const none = await identify(JAN);
    expect(none.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/phone"]);
    expect((await identify({ ...JAN, phone: "600100200", email: "jan@example.com" })).status).toBe(202);
  });

  test("limits tries by who is meant, so that four digits cannot be guessed", async () => {
    const guesses: number[] = [];
    // Six of a person, and two more for whoever comes by a mailbox that nobody guessed with.
    for (let n = 0; n < 9; n++)
      guesses.push(
        (await identify({ ...JAN, firstName: "Adam", peselLast4: `000${n}`, email: "a@example.com" })).status,
      );
    expect(guesses).toEqual([...Array.from({ length: 8 }, () => 202), 429]);
  });

  test("asks for these on its page, with the reason, the law and when each is deleted", async () => {
    const page = (await visitor(place).open(`/en/glosuj/${vote.cycleId}`)).text;
    for (const name of ["firstName", "surname", "address", "peselLast4", "phone", "email"])
      expect(page).toContain(`name="${name}"`);
    expect(page).not.toContain('name="pesel"');
    expect(page).toContain("Resolution of the City Council of Poznań");
    expect(page).toContain("We delete it at most 3 days after you vote.");
  });
});

test("every faulty row of such a roll is listed, with what is wrong with it", async () => {
  const token = await place.staff("coordinator");
  const at = new Date(place.clock.now() + 3_600_000).toISOString();
  const cycle = await place.call("POST /v1/staff/cycles", {
    token,
    key: true,
    body: {
      name: "Następna",
      ruleSet: "katowice-xii",
      calendar: [
        { name: "voting", startsAt: at, endsAt: new Date(Date.parse(at) + 7_200_000).toISOString() },
      ],
      pools: [{ id: "L13", amountGrosze: 1_000_000 }],
    },
  });
  const { cycles } = place.deps.store;
  const made = await cycles.get(cycle.body.id);
  if (!made) throw new Error("no cycle");
  await cycles.change(made, { ruleSet: { ...made.ruleSet, identity: POZNAN_IDENTITY, guardianBelowAge: 0 } });
  const rows = [
    "Jan;Kowalski;Długa 5;1359;L13",
    "Jan;Kowalski;Długa 5;13a5;L13",
    ";Kowalski;Długa 5;1359;L13",
    "Jan;Kowalski;???;1359;L13",
    "Jan;Kowalski;ul. Długa 5;1359;L13",
    "Jan;Kowalski;Długa 6;1359;Nigdzie",
    "44051401359;Nowak;L13",
  ];
  const { body } = await place.call(`POST /v1/staff/cycles/${cycle.body.id}/roll`, {
    token,
    body: `${rows.join("\n")}\n`,
  });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toHaveLength(6);
  expect(body.detail).toContain("6");
});
