import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { accept, existing } from "../../shared/domain/result.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { Place } from "./place.ts";

/** Projects of the edition, equal in points and cost. */
export const TIED = ["prj_1111111111111111", "prj_2222222222222222"] as const satisfies ProjectId[];

/** An edition whose count ended in a tie that only a lot can settle: two equal projects, and money for one. */
export const openTiedEdition = async (place: Place): Promise<CycleId> => {
  const { store } = place.deps;
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet Obywatelski",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "L13", amountGrosze: 100_000 }],
    },
  });
  const cycleId: CycleId = made.body.id;
  await place.settle();
  const cycle = existing(await store.cycles.get(cycleId));
  const projects = TIED.map((id, index) => ({
    id,
    number: `L13/0${index + 1}/XII`,
    title: `Projekt ${index + 1}`,
    costGrosze: 60_000,
  }));
  const ballots = TIED.map((id) => ({ choices: [[id, 3]] as [string, number][], count: 30 }));
  const election = electionOf({ budgetGrosze: 100_000, projects, ballots });
  const counted = tally(election, {
    order: "points",
    fill: { kind: "skip" },
    ties: ["cheaper", "lot"],
    threshold: null,
  });
  accept(
    await store.table.write([await store.ballotLists.freeze({ cycleId, pools: [{ id: "L13", projects }] })]),
  );
  accept(
    await store.counts.saveTally(cycleId, {
      run: "run",
      pool: "L13",
      tally: counted,
      inputs: "",
      agrees: true,
    }),
  );
  accept(
    await store.counts.collected({
      cycleId,
      run: "run",
      markers: 60,
      ballots: 60,
      differences: [],
      voids: [],
      leavesDigest: "0".repeat(64),
      perDistrict: { L13: 60 },
      digest: "1".repeat(64),
      undecidedPools: ["L13"],
      disputedPools: [],
      leftOver: null,
      leftOverTies: [],
      signOffs: [],
    }),
  );
  accept(await store.cycles.change(cycle, { phase: "counting" }));
  return cycleId;
};
