import { expect, test } from "vitest";
import { readRoll } from "../../functions/voting/roll-file.ts";
import { localSecrets } from "../../infra/local/secrets.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import { openVault } from "../../shared/platform/vault.ts";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";

const BYTES = 1_000_000;

test("a long roll is read in turns: what else comes meanwhile is not kept waiting for its end", async () => {
  const vault = openVault(localSecrets(null));
  await vault.createCycleSecret("cyc_0000000000000000" as CycleId);
  const hashed = await voterKeysOf(vault, "cyc_0000000000000000" as CycleId);
  const form = {
    identity: KATOWICE_IDENTITY,
    day: "2027-09-10" as LocalDate,
    districts: new Map([["l13", 0]]),
  };
  let [turns, isRead] = [0, false];
  const others = (): void => {
    turns += 1;
    if (!isRead) setImmediate(others);
  };
  setImmediate(others);
  const row = "44051401359;Nowak;L13\n";
  const read = await readRoll(row.repeat(BYTES / row.length), form, hashed);
  isRead = true;
  // Every row but the first says what the first has said.
  expect(read).toMatchObject({
    ok: false,
    refusal: { facts: { total: Math.floor(BYTES / row.length) - 1 } },
  });
  expect(turns).toBeGreaterThan(20);
});
