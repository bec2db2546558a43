import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type House, openHouse } from "../../infra/local/house.ts";
import { epochSeconds, instant } from "../../shared/domain/time.ts";
import { put } from "../../shared/store/write.ts";
import { KATOWICE } from "../kit/katowice.ts";

const DAY_MS = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), "rynek-ttl-"));
let house: House;
beforeAll(async () => {
  house = await openHouse({
    city: KATOWICE,
    folder,
    port: 0,
    say: () => undefined,
    onGone: () => undefined,
  });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what is kept until a time is not on this machine's disk after it", async () => {
  const { table } = house.deps.store;
  const until = (days: number) => ({
    expiresAtSeconds: epochSeconds(instant(house.clock.now() + days * DAY_MS)),
  });
  const written = [["week", until(7)] as const, ["year", until(365)] as const, ["ever", {}] as const];
  await table.write(written.map(([sk, item]) => put({ key: { pk: "TEST", sk }, item })));
  const left = async () =>
    (await table.scan("main", "TEST", z.object({ sk: z.string() }))).map(({ sk }) => sk);

  expect((await left()).sort()).toEqual(["ever", "week", "year"]);
  await house.clock.moveTo((now) => now + 6 * DAY_MS);
  expect((await left()).sort()).toEqual(["ever", "week", "year"]);
  await house.clock.moveTo((now) => now + 2 * DAY_MS);
  expect((await left()).sort()).toEqual(["ever", "year"]);
});
