import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const START = fileURLToPath(new URL("../../infra/local/start.ts", import.meta.url));

test("A start of a city without a profile ends before anything is written, and says what to add where", () => {
  const root = mkdtempSync(join(tmpdir(), "rynek-city-"));
  const folder = join(root, "data");
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, "--empty"], {
    env: { ...process.env, RYNEK_DATA_DIR: folder, RYNEK_CITY: "gdansk" },
    encoding: "utf8",
  });
  expect([status, stdout, existsSync(folder)]).toEqual([2, "", false]);
  expect(stderr).toContain('The city "gdansk" has no profile. Write shared/cities/gdansk.json');
  rmSync(root, { recursive: true });
});
