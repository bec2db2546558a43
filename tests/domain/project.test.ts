import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PHASES } from "../../shared/domain/cycle/phases.ts";
import { statesBefore } from "../../shared/domain/lifecycle.ts";
import { appealUntil } from "../../shared/domain/project/appeal.ts";
import { checkCall, checkCost } from "../../shared/domain/project/proposal.ts";
import { matchesFilter, type ProjectFilter } from "../../shared/domain/project/search.ts";
import { PROJECT_STAGES, ProjectStatus } from "../../shared/domain/project/stages.ts";
import { supportersNeededIn } from "../../shared/domain/project/support.ts";
import { decideWithdrawal } from "../../shared/domain/project/withdrawal.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const ruleSet = RULE_SETS.get("katowice-xii");
if (!ruleSet) throw new Error("katowice-xii is not shipped");

const anyPhase = fc.constantFrom(...PHASES);
const anyStatus = fc.constantFrom(...ProjectStatus.options);

describe("a project's way", () => {
  it("ends for good when it is withdrawn or decided, and when it is turned down unless an appeal is upheld", () => {
    for (const status of ["withdrawn", "selected", "not-selected"] as const)
      expect(PROJECT_STAGES[status]).toEqual({});
    expect(PROJECT_STAGES.rejected).toEqual({ uphold: "formally-accepted" });
    expect(PROJECT_STAGES["not-admitted"]).toEqual({ uphold: "on-ballot" });
    expect(statesBefore(PROJECT_STAGES, "admit")).toEqual(["formally-accepted"]);
  });

  it("leaves no ballot list between the freeze and the close of the vote, whoever asks", () => {
    fc.assert(
      fc.property(
        anyPhase,
        anyStatus,
        fc.constantFrom("author" as const, "office" as const),
        (phase, status, by) => {
          const decided = decideWithdrawal({ phase }, { status }, by);
          if (phase === "ballot-frozen" || phase === "voting") expect(decided.ok).toBe(false);
          if (decided.ok && decided.value === "after-vote") {
            expect([by, status]).toEqual(["office", "on-ballot"]);
            expect(["sealed", "counting"]).toContain(phase);
          }
        },
      ),
    );
  });
});

describe("the call for proposals", () => {
  const window = {
    name: "submission",
    startsAt: "2025-03-11T07:00:00.000Z",
    endsAt: "2025-04-09T22:00:00.000Z",
  } as const;
  const call = { phase: "submission", calendar: [window] } as const;

  it("ends at its millisecond, and its phase decides while it lasts", () => {
    const cycle = { ...call, calendar: [...call.calendar] };
    expect(checkCall(cycle, "2025-04-09T21:59:59.999Z").ok).toBe(true);
    expect(checkCall(cycle, "2025-04-09T22:00:00.000Z").ok).toBe(false);
    expect(checkCall({ ...cycle, phase: "formal-review" }, "2025-04-01T00:00:00.000Z").ok).toBe(false);
    for (const early of ["2025-03-01T00:00:00.000Z", window.startsAt])
      expect(checkCall({ ...cycle, phase: "draft" }, early)).toMatchObject({
        refusal: { code: "project/call-closed", facts: { opensAt: window.startsAt } },
      });
  });

  it("takes exactly the cap, and not a grosz more", () => {
    const pools = [{ id: "L8", name: "Witosa", amountGrosze: 54_732_700, parts: {}, capGrosze: 32_839_600 }];
    const cost = (grosze: number) => checkCost({ pools }, "L8", { grosze, pointer: "/costGrosze" });
    expect(cost(32_839_600).ok).toBe(true);
    expect(cost(32_839_601)).toMatchObject({ refusal: { pointer: "/costGrosze" } });
    expect(checkCost({ pools }, "L9", { grosze: 1, pointer: "/x" })).toMatchObject({
      refusal: { code: "request/not-valid" },
    });
  });
});

describe("what a proposal needs", () => {
  it("is 50 supporters for the whole city, one for each thousand of a district, unknown where residents are not", () => {
    const l8 = { id: "L8", name: "Witosa", amountGrosze: 54_732_700, parts: {}, capGrosze: 32_839_600 };
    expect(supportersNeededIn({ ruleSet, pools: [] }, "M")).toBe(50);
    expect(supportersNeededIn({ ruleSet, pools: [l8] }, "L8")).toBeNull();
    expect(supportersNeededIn({ ruleSet, pools: [{ ...l8, residents: 11_640 }] }, "L8")).toBe(11);
  });

  it("can be appealed for three working days: published on Thursday 10 August 2023, until Wednesday the 16th", () => {
    // 15 August is a public holiday; the end is exclusive, midnight in Katowice.
    expect(appealUntil({ ruleSet }, "2023-08-10T10:00:00.000Z")).toBe("2023-08-16T22:00:00.000Z");
  });
});

describe("a filter", () => {
  const project = {
    pool: "L13",
    status: "submitted",
    category: "zielen",
    estimatedCostGrosze: 500,
    costGrosze: 700,
    supporters: 12,
    location: { lat: 50.2683, lon: 19.0419 },
  } as const;
  const isFound = (filter: ProjectFilter): boolean => matchesFilter(filter)(project);

  it.each<ProjectFilter>([
    {},
    { pools: ["L1", "L13"], status: "submitted", category: "zielen" },
    { minCostGrosze: 700, maxCostGrosze: 700 },
    { minSupporters: 12 },
    { near: { lat: 50.2683, lon: 19.0559, metres: 1000 } },
  ])("lets %j through", (filter) => {
    expect(isFound(filter)).toBe(true);
  });

  it.each<ProjectFilter>([
    { pools: ["L1"] },
    { status: "withdrawn" },
    { category: "sport" },
    { minCostGrosze: 701 },
    { maxCostGrosze: 699 },
    { minSupporters: 13 },
    { near: { lat: 50.2683, lon: 19.0559, metres: 990 } },
  ])("keeps it back by %j", (filter) => {
    expect(isFound(filter)).toBe(false);
  });

  it("by place finds what has a place alone", () => {
    const { location: _, ...nowhere } = project;
    expect(matchesFilter({ near: { lat: 50.2683, lon: 19.0419, metres: 99_999 } })(nowhere)).toBe(false);
  });
});
