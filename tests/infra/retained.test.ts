/** What outlives its stack is found again by its logical id: one that changes leaves the data behind and makes an empty thing in its place. */
import { expect, test } from "vitest";
import { build, completion, settingsOf } from "./cloud.ts";

/** With everything that a stage may have. */
const full = () =>
  build(
    settingsOf("prod", {
      ...completion,
      protect: true,
      copies: { account: "444444444444", vault: "rynek-prod-1", alarmAddress: "kopie@example.org" },
      publishedLockedDays: 3650,
    }),
  );

/**
 * The list is that of the release before. Where a name has to change, its data moves with it (`overrideLogicalId`, or `cdk import`), and the
 * release notes say how; only then is the list written anew (`vitest -u`).
 */
test("keeps its logical id from release to release", async () => {
  const kept = full()
    .everything()
    .filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith("Retain"))
    // A version holds no data; it is named by its code, and kept while copies of it run.
    .filter(([, { Type }]) => Type !== "AWS::Lambda::Version")
    .map(([id, { Type }]) => `${Type} ${id}`)
    .sort();
  expect(kept.length).toBeGreaterThan(5);
  await expect(`${kept.join("\n")}\n`).toMatchFileSnapshot("retained.txt");
});
