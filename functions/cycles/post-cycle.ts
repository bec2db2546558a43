import { z } from "zod";
import { Calendar, checkCalendar } from "../../shared/domain/cycle/calendar.ts";
import { CommissionKeys, type Cycle, PoolId, PoolParts } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { capGrosze } from "../../shared/domain/pool/cap.ts";
import { type Issue, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { type RuleSet, ruleSetDigest, VoterCodes } from "../../shared/domain/rule-set.ts";
import { line } from "../../shared/domain/text.ts";
import { audited } from "../../shared/platform/audited.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { executionName } from "../../shared/platform/wake.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const NewCycle = z
  .strictObject({
    name: line(120),
    ruleSet: z.enum([...RULE_SETS.keys()] as [string, ...string[]]),
    calendar: Calendar.min(1),
    pools: z
      .array(
        z.strictObject({
          id: PoolId,
          amountGrosze: Grosze.min(1),
          /** What the amount is made of; together they are the amount. Without parts all of it is the base. */
          parts: PoolParts.optional(),
        }),
      )
      .min(1)
      .max(60),
    /** Limits of this edition where they differ from the rule set's. */
    voterCodes: VoterCodes.partial().optional(),
    keys: CommissionKeys.optional(),
    lotCommitment: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .meta({ id: "NewCycle" });
type NewCycle = z.infer<typeof NewCycle>;

const not = (pointer: string, rule: Issue["rule"]): Refused =>
  new Refused(refusal("request/not-valid", { issues: [{ pointer, rule }] }));

const poolsOf = (ruleSet: RuleSet, asked: NewCycle["pools"]): Cycle["pools"] =>
  asked.map(({ id, amountGrosze, parts }, index) => {
    const known = ruleSet.pools.find((pool) => pool.id === id);
    if (!known) throw not(`/pools/${index}/id`, "choice");
    if (asked.findIndex((pool) => pool.id === id) !== index) throw not(`/pools/${index}/id`, "duplicate");
    const made: z.infer<typeof PoolParts> = parts ?? { base: amountGrosze };
    const sum = (made.base ?? 0) + (made.population ?? 0) + (made.rollOver ?? 0);
    if (sum !== amountGrosze) throw not(`/pools/${index}/parts`, "format");
    return {
      id,
      name: known.name.pl,
      amountGrosze,
      parts: made,
      capGrosze: capGrosze(ruleSet.caps[known.kind], amountGrosze),
    };
  });

export const postCycle = endpoint(routes.postCycle, {
  summary: "Open a budget cycle under a rule set",
  body: NewCycle,
  replies: { 201: StaffCycle },
  handle: async (request, deps) => {
    const { body, newId, fingerprint } = request;
    const { store, vault, machine, system } = deps;
    const shipped = RULE_SETS.get(body.ruleSet);
    if (!shipped) throw not("/ruleSet", "choice");
    const ruleSet: RuleSet = {
      ...shipped,
      voterCodes: VoterCodes.parse({ ...shipped.voterCodes, ...body.voterCodes }),
    };
    const cycle: Cycle = {
      id: newId("cyc") as CycleId,
      name: body.name,
      edition: ruleSet.edition.numeral,
      phase: "draft",
      version: 1,
      calendar: accept(checkCalendar(body.calendar)),
      pools: poolsOf(ruleSet, body.pools),
      ruleSet,
      ruleSetDigest: ruleSetDigest(ruleSet),
      ...(body.keys && { keys: body.keys }),
      ...(body.lotCommitment && { lotCommitment: body.lotCommitment }),
      createdAt: system.now(),
      fingerprint,
    };
    await vault.createCycleSecret(cycle.id);
    const made = accept(await store.cycles.create(cycle, audited(request, cycle.id)));
    await machine.start(made.id, executionName(made.id, 1));
    return created(`/v1/cycles/${made.id}`, await staffCycle(made, deps));
  },
});
