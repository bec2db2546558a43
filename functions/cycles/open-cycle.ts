import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { firstExecution } from "../../shared/acts/wake.ts";
import type { City } from "../../shared/domain/city.ts";
import { Calendar, checkCalendar } from "../../shared/domain/cycle/calendar.ts";
import { Cycle, PoolId, PoolParts, Residents, residentsIn } from "../../shared/domain/cycle/cycle.ts";
import { ResidentCount } from "../../shared/domain/district.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { capGrosze } from "../../shared/domain/pool/cap.ts";
import { forKind } from "../../shared/domain/pool/kinds.ts";
import { type Issue, notValid } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import {
  districtsIn,
  districtsOfPool,
  RuleSet,
  ruleSetDigest,
  VoterCodes,
} from "../../shared/domain/rule-set.ts";
import { line } from "../../shared/domain/text.ts";
import { untrue } from "../../shared/domain/voting/identity-terms.ts";
import { PaperRule } from "../../shared/domain/voting/paper.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const NewCycle = z
  .strictObject({
    name: line(120),
    /** The name of a shipped rule set, or one of the city's own. */
    ruleSet: z.union([z.enum([...RULE_SETS.keys()] as [string, ...string[]]), RuleSet]),
    calendar: Calendar.min(1),
    pools: z
      .array(
        z.strictObject({
          id: PoolId,
          amountGrosze: Grosze.min(1),
          /** Residents of its area, where the city has other numbers than its profile. Areas and the city are the sum of their districts unless they have their own. */
          residents: ResidentCount.optional(),
          /** What the amount is made of; together they are the amount. Without parts all of it is the base. */
          parts: PoolParts.optional(),
        }),
      )
      .min(1)
      .max(60),
    /** Residents by district, where the city has other numbers than its profile. */
    residents: Residents.optional(),
    /** Limits of this edition where they differ from the rule set's. */
    voterCodes: VoterCodes.partial().optional(),
    /** This edition takes paper cards, whatever its rule set says. */
    paper: PaperRule.optional(),
    lotCommitment: Cycle.shape.lotCommitment,
    /** SHA-256 of the seed from which the order of the ballot is drawn; an edition that names one draws it, whatever its rule set says. */
    orderCommitment: Cycle.shape.orderCommitment,
  })
  .superRefine(({ ruleSet, paper }, context) => {
    const rules = typeof ruleSet === "string" ? RULE_SETS.get(ruleSet) : ruleSet;
    if (!rules) return;
    const path = ["ruleSet", "identity"];
    for (const fault of untrue(rules))
      context.addIssue({ code: "custom", path: [...path, ...fault.path], params: fault.params });
    if ((paper ?? rules.paper) && !rules.identity.paper)
      context.addIssue({ code: "custom", path: [...path, "paper"], params: { rule: "required" } });
  })
  .meta({ id: "NewCycle" });
export type NewCycle = z.infer<typeof NewCycle>;

const not = (pointer: string, rule: Issue["rule"]): Refused => new Refused(notValid([{ pointer, rule }]));

type Numbers = Pick<NewCycle, "pools" | "residents">;

/** Residents of the districts: as the request has them, of a district or of its pool, else as the city's profile does. */
const residentsOf = (
  ruleSet: RuleSet,
  { pools, residents = {} }: Numbers,
  { districts }: City,
): Residents => {
  const known = districtsIn(ruleSet).map(({ id }) => id);
  for (const id of Object.keys(residents)) if (!known.includes(id)) throw not(`/residents/${id}`, "choice");
  const ofPools = pools.flatMap(({ id, residents: own }, index): [string, number][] => {
    if (own === undefined || !known.includes(id)) return [];
    if (Object.hasOwn(residents, id)) throw not(`/pools/${index}/residents`, "duplicate");
    return [[id, own]];
  });
  const ofCity = districts.map((one): [string, number] => [one.id, one.residents]);
  const all = [...ofCity, ...Object.entries(residents), ...ofPools];
  return Object.fromEntries(all.filter(([id]) => known.includes(id)));
};

const poolsOf = (ruleSet: RuleSet, asked: NewCycle["pools"], living: Residents): Cycle["pools"] =>
  asked.map(({ id, amountGrosze, residents, parts }, index) => {
    const known = ruleSet.pools.find((pool) => pool.id === id);
    if (!known) throw not(`/pools/${index}/id`, "choice");
    if (asked.findIndex((pool) => pool.id === id) !== index) throw not(`/pools/${index}/id`, "duplicate");
    const made: z.infer<typeof PoolParts> = parts ?? { base: amountGrosze };
    const sum = (made.base ?? 0) + (made.population ?? 0) + (made.rollOver ?? 0);
    if (sum !== amountGrosze) throw not(`/pools/${index}/parts`, "format");
    const ofArea = residents ?? residentsIn(living, districtsOfPool(ruleSet, id));
    if (ofArea === undefined) throw not(`/pools/${index}/residents`, "required");
    return {
      id,
      name: known.name[MEASURE],
      residents: ofArea,
      amountGrosze,
      parts: made,
      capGrosze: capGrosze(forKind(ruleSet.caps, known.kind), amountGrosze),
    };
  });

/** Opens a cycle once: the same creation again finds its first self. Its state machine starts at once. */
export const openCycle = async (
  by: Deed & Pick<StaffRequest, "fingerprint">,
  asked: NewCycle,
  { site, store, vault, machine, system }: Deps,
): Promise<Cycle> => {
  const rules = typeof asked.ruleSet === "string" ? RULE_SETS.get(asked.ruleSet) : asked.ruleSet;
  if (!rules || rules.city.name !== site.city.name[MEASURE]) throw not("/ruleSet", "choice");
  const ruleSet: RuleSet = {
    ...rules,
    voterCodes: VoterCodes.parse({ ...rules.voterCodes, ...asked.voterCodes }),
    ...(asked.paper && { paper: asked.paper }),
    ...(asked.orderCommitment && { ballotOrder: "drawn" }),
  };
  if (ruleSet.ballotOrder === "drawn" && !asked.orderCommitment) throw not("/orderCommitment", "required");
  const residents = residentsOf(ruleSet, asked, site.city);
  const isWhole =
    residentsIn(
      residents,
      districtsIn(ruleSet).map(({ id }) => id),
    ) !== undefined;
  const cycle: Cycle = {
    id: by.newId("cyc"),
    name: asked.name,
    edition: ruleSet.edition.numeral,
    phase: "draft",
    exclusionGroups: [],
    hasTakenOut: false,
    version: 1,
    calendar: accept(checkCalendar(asked.calendar)),
    pools: poolsOf(ruleSet, asked.pools, residents),
    ...(isWhole && { residents }),
    ruleSet,
    ruleSetDigest: ruleSetDigest(ruleSet),
    ...(asked.lotCommitment && { lotCommitment: asked.lotCommitment }),
    ...(asked.orderCommitment && { orderCommitment: asked.orderCommitment }),
    createdAt: system.now(),
    fingerprint: by.fingerprint,
  };
  await vault.createCycleSecret(cycle.id);
  const record = audited({ ...by, route: routes.postCycle }, cycle.id);
  const made = accept(await store.cycles.create(cycle, record));
  await machine.start(made.id, firstExecution(made.id));
  return made;
};

export const postCycle = endpoint(routes.postCycle, {
  summary: "Open a budget cycle under a rule set",
  body: NewCycle,
  replies: { 201: StaffCycle },
  handle: async (request, deps) => {
    const made = await openCycle(request, request.body, deps);
    return created(routes.getCycle, { cycleId: made.id }, await staffCycle(made, deps));
  },
});
