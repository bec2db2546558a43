/** What is left out of a list is kept however much it is: a list is never too large to be published or frozen. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { LeftOut } from "../../shared/domain/procedure/left-out.ts";
import { accept } from "../../shared/domain/result.ts";
import { openPlace, type Place } from "../kit/place.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

test("thousands with the longest titles come back as they were, in their order", async () => {
  const { leftOut, table } = place.deps.store;
  const of = { cycleId: "cyc_0123456789abcdef" as CycleId, list: "ballot" as const, version: 1 };
  const all = Array.from(
    { length: 3001 },
    (_, n): LeftOut => ({
      id: `prj_${String(n).padStart(16, "0")}`,
      number: `L13/${n}/XII`,
      title: "Ł".repeat(120),
      status: n % 2 === 0 ? "withdrawn" : "merged",
      at: "2027-03-01T10:00:00.000Z" as LeftOut["at"],
      pool: "L13" as LeftOut["pool"],
      costGrosze: 100_000 as LeftOut["costGrosze"],
    }),
  );
  const parts = await leftOut.parts(of, all);
  // In one transaction, as the freeze writes them.
  accept(await table.write(parts));
  expect(await leftOut.of(of, parts.length)).toEqual(all);
});
