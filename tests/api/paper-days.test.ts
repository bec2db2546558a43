import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  ({ cycleId } = await openVoteWithPoints(place, 1));
});
afterAll(() => place?.close());

const daysOf = async (role: Role, whose = "mine"): Promise<string[]> => {
  const token = await place.staff(role);
  const { body } = await place.call(`GET /v1/staff/work?whose=${whose}`, { token });
  return body.items.flatMap(({ kind, id }: Record<"kind" | "id", string>) =>
    kind === "sign-day" ? [id] : [],
  );
};

test("a day on which a point had cards alone waits to be signed once they are keyed, for a clerk and then for the commission", async () => {
  const clerks = clerksOf(place, cycleId);
  const batch = await clerks.register(1);
  const other = await clerks.register(1);
  const day = `biblioteka-5/${today(place)}`;
  for (const one of [batch, other])
    for (const by of [0, 1]) await clerks.key(by, one, 1, { rejection: "blank" });
  expect(await daysOf("clerk")).toEqual([]);
  await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
  expect(await daysOf("clerk")).toEqual([day]);

  const path = `POST /voting-points/biblioteka-5/days/${today(place)}/signatures`;
  expect((await clerks.clerk(0, path, { body: { receipts: 0, cards: 2 } })).status).toBe(200);
  expect([await daysOf("clerk"), await daysOf("commission")]).toEqual([[], [day]]);
  // Closed after it was signed, with the numbers that were signed: it asks for nothing anew.
  await clerks.clerk(0, `POST /paper-batches/${other}/closing`);
  expect([await daysOf("clerk"), await daysOf("commission")]).toEqual([[], [day]]);
  const token = await place.staff("commission");
  const signed = await place.call(path.replace(" ", ` /v1/staff/cycles/${cycleId}`), { token, body: {} });
  expect(signed.body.signatures).toHaveLength(2);
  expect([await daysOf("clerk"), await daysOf("commission")]).toEqual([[], []]);
});
