import { mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../../infra/doctor/finding.ts";
import { machineFindings } from "../../infra/doctor/machine.ts";
import { claimFolder } from "../../infra/local/folder.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { SECRET_NAMES } from "../../shared/platform/secret-names.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

/** A folder on which a house has stood: a database with rows over many pages, and its secrets. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rynek-damaged-"));
  const first = claimFolder(folder, { reset: false });
  const database = new DatabaseSync(at("dynamodb.sqlite"));
  database.exec(`CREATE TABLE things AS
    WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 500)
    SELECT id, hex(zeroblob(100)) AS what FROM n`);
  database.close();
  mkdirSync(at("secrets"));
  for (const name of SECRET_NAMES) writeFileSync(at(`secrets/${name}`), "a secret");
  writeFileSync(at("clock.json"), '{"offsetMilliseconds":0}');
  first.settle();
  first.release();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stand = (): void => claimFolder(folder, { reset: false }).release();

/** Zeros over the middle of a file, as a disk leaves it that ran full. */
const wipeMiddle = (name: string): void => {
  const { size } = statSync(at(name));
  writeSync(openSync(at(name), "r+"), Buffer.alloc(8192), 0, 8192, Math.floor(size / 2 / 4096) * 4096);
};

const DAMAGES: Readonly<Record<string, [damage: () => void, says: RegExp]>> = {
  "a database whose middle is gone": [() => wipeMiddle("dynamodb.sqlite"), /dynamodb\.sqlite: /],
  "a database that is none": [() => writeFileSync(at("dynamodb.sqlite"), "x".repeat(5000)), /not a database/],
  "half a file of JSON": [() => writeFileSync(at("clock.json"), '{"offset'), /clock\.json: is no JSON/],
  "a version that cannot be read": [() => writeFileSync(at("version.json"), ""), /version\.json: is no JSON/],
  "data without the names it was stored under": [() => rmSync(at("secrets/names")), /names: is missing/],
  "data without the key that signed it": [() => rmSync(at("secrets/signing")), /signing: is missing/],
};

describe("a data folder", () => {
  test("that is whole is stood on, again and again", () => {
    stand();
    expect(stand).not.toThrow();
  });

  test.each(Object.entries(DAMAGES))(
    "with %s refuses the start, and says what to do",
    (_, [damage, says]) => {
      damage();
      expect(stand).toThrow(says);
      expect(stand).toThrow(/npm start -- --reset/);
    },
  );

  test.each(Object.entries(DAMAGES))("with %s is found by the doctor", async (_, [damage, says]) => {
    damage();
    const found: Finding[] = [];
    // The vote comes last, and is another test's.
    for await (const finding of machineFindings(folder, await freePort())) {
      found.push(finding);
      if (/Chromium/.test(finding.what)) break;
    }
    const faults = found.filter(({ state }) => state === "fault");
    expect(faults).toHaveLength(1);
    expect(faults[0]?.what).toMatch(says);
    expect(faults[0]?.todo).toContain("--reset");
  });
});
