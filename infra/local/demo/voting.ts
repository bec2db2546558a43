import type { CycleId } from "../../../shared/domain/ids.ts";
import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { generateEdition } from "../../generator/edition.ts";
import { createBothKeys } from "../../key-files.ts";
import { inventedPesel, rollOf } from "../../rehearse/voters.ts";
import type { Demo, DemoVoter } from "../local-json.ts";
import { type Desk, daysFrom } from "./desk.ts";
import { enterProjects } from "./projects.ts";

/** Made-up voters, two to a district. Their PESEL numbers have right check digits and belong to nobody we know of. */
const votersOf = (districts: readonly string[]): DemoVoter[] =>
  districts.flatMap((district, index) =>
    ["Nowak", "Zielińska-Bąk"].map((mothersMaidenName, twin) => ({
      pesel: inventedPesel(100_000 + 2 * index + twin),
      mothersMaidenName,
      email: `mieszkaniec-${2 * index + twin + 1}@example.com`,
      district,
    })),
  );

const POINTS = [
  { id: "mbp-5", name: "Miejska Biblioteka, filia nr 5", address: "ul. Wawelska 3", hours: "pon.–pt. 10–18" },
  { id: "urzad", name: "Urząd Miasta, punkt obsługi", address: "ul. Młyńska 4", hours: "pon.–pt. 7.30–17" },
];
/** Well below the age at which one votes alone, whenever the demo is made. */
const CHILD_AGE = 10;

/** This year's edition, in its vote: 23 lists of made-up projects on the real city's money. */
export const seedVoting = async (
  { house, call }: Desk,
  keysFolder: string,
): Promise<{ readonly cycleId: string } & Pick<Demo, "voters" | "children" | "notOnRoll">> => {
  const ruleSet = RULE_SETS.get("katowice-xi");
  if (!ruleSet) throw new Error("no rule set for the demo");
  const contests = generateEdition({ ruleSet, seed: 11, ballotsOf: () => 1 });
  const cycle = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
    name: "Budżet Obywatelski Katowice",
    ruleSet: ruleSet.name,
    calendar: [
      { name: "voting", startsAt: daysFrom(house, -2), endsAt: daysFrom(house, 12) },
      { name: "results", startsAt: daysFrom(house, 16), endsAt: daysFrom(house, 40) },
    ],
    pools: contests.map(({ pool, budgetGrosze }) => ({ id: pool, amountGrosze: budgetGrosze })),
    keys: await createBothKeys(keysFolder),
    paper: { registeredWithinDays: 0 },
  });
  const at = `/v1/staff/cycles/${cycle.id}`;
  await enterProjects(house, cycle.id, contests);
  const voters = votersOf(ruleSet.pools.filter(({ kind }) => kind === "district").map(({ id }) => id));
  const childYear = new Date(house.clock.now()).getUTCFullYear() - CHILD_AGE;
  const children = [1, 2].map((n) => ({
    pesel: inventedPesel(n, childYear),
    mothersMaidenName: "Nowak",
    email: `dziecko-${n}@example.com`,
    district: `L${n}`,
  }));
  const onRoll = [...voters, ...children].map((voter) => ({ ...voter, sections: [] }));
  await call("coordinator", `POST ${at}/roll`, rollOf(onRoll));
  await call("coordinator", `PUT ${at}/voting-points`, { points: POINTS });
  await call("coordinator", `POST ${at}/transitions`, { to: "ballot-frozen", reason: "Lista jest gotowa" });
  await house.settle();
  const notOnRoll = {
    pesel: inventedPesel(200_000),
    mothersMaidenName: "Kamińska",
    email: "nowa-osoba@example.com",
    district: "L1",
  };
  return { cycleId: cycle.id, voters, children, notOnRoll };
};
