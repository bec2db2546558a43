import { describe, expect, test } from "vitest";
import { instant } from "../../shared/domain/time.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { editionView } from "../../shared/pages/office/edition.ts";
import { pendingView } from "../../shared/pages/office/pending.ts";
import { cancellationView, transitionView } from "../../shared/pages/office/transition.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";

const words = wordsOf("pl");
const frame = { city: KATOWICE, words, path: "/urzad" };
const state = formState(words);
const edition = { id: "cyc_0000000000000000" as const, name: "Budżet", edition: "XII" };
const at = instant(0);

const pages = {
  "ends it": transitionView(frame, state, {
    ...edition,
    to: "sealed",
    blockers: [],
    byTwo: true,
  }),
  "calls it off": cancellationView(frame, state, { ...edition, byTwo: true }),
  "accepts its end": pendingView(frame, state, {
    act: {
      id: "pnd_0000000000000000",
      kind: "move-cycle",
      proposal: { cycleId: edition.id, edition: "XII", from: "voting", to: "sealed", reason: "Powódź" },
      by: "anna",
      byName: "Anna",
      at,
      until: instant(1),
      state: "proposed",
    },
    may: { settle: true, withdraw: false },
  }),
  "offers to end it": editionView(frame, {
    ...edition,
    now: at,
    stages: [],
    next: { phase: "sealed", startsAt: at },
    blockers: [],
    findings: [],
    pending: [],
    numbers: { projects: {}, signatures: [], rules: "katowice", pools: { count: 0, sumGrosze: 0 } },
    acts: ["dalej", "przedluzenie", "odwolanie"],
    log: [],
    hasMoreLog: false,
  }),
};

describe("a page that", () => {
  test.each(Object.entries(pages))(
    "%s has no primary button: nobody ends a vote by the habit of a click",
    (_, page) => {
      expect(page.text).toMatch(/class="button (?:danger|second)"/);
      expect(page.text).not.toContain('class="button"');
    },
  );
});
