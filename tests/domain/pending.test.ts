import { expect, test } from "vitest";
import { actOn } from "../../shared/domain/office/pending.ts";

test("an act on a thing has one name, in whichever order the parameters of its path come back", () => {
  const one = actOn({
    act: "postListPublication",
    params: { cycleId: "cyc_1", list: "ballot", version: "1" },
  });
  const other = actOn({
    act: "postListPublication",
    params: { version: "1", list: "ballot", cycleId: "cyc_1" },
  });
  expect(one).toBe(other);
  expect(
    actOn({ act: "postListPublication", params: { cycleId: "cyc_1", list: "ballot", version: "2" } }),
  ).not.toBe(one);
});
