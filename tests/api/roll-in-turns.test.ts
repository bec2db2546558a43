import { expect, test } from "vitest";
import { readPart, scanFile, sourceOf } from "../../shared/acts/roll/read-file.ts";
import { rollKind } from "../../shared/domain/import/kinds/roll.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";

const BYTES = 1_000_000;

test("a long roll is read in turns: what else comes meanwhile is not kept waiting for its end", async () => {
  const kind = rollKind({
    identity: KATOWICE_IDENTITY,
    day: "2027-09-10" as LocalDate,
    districts: [["l13", 0]],
  });
  let [turns, rows, isRead] = [0, 0, false];
  const others = (): void => {
    turns += 1;
    if (!isRead) setImmediate(others);
  };
  setImmediate(others);
  const row = "44051401359;Nowak;L13\n";
  const source = sourceOf(Buffer.from(row.repeat(BYTES / row.length)));
  const scan = await scanFile(source, kind, { said: {}, partBytes: 65_536 });
  if ("says" in scan) throw new Error(scan.says);
  const { encoding, layout, parts } = scan;
  for (const part of parts)
    await readPart(source, part, kind, { ...layout, encoding }, ({ state }) => {
      if (state === "fine") rows += 1;
    });
  isRead = true;
  expect([rows, parts.length]).toEqual([Math.floor(BYTES / row.length), 16]);
  expect(turns).toBeGreaterThan(20);
});
