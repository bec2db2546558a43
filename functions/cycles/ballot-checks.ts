import { z } from "zod";
import {
  Confirmation,
  confirmHints,
  enterOrderSeed,
  findingsBeforeFreeze,
  OrderSeed,
} from "../../shared/acts/cycle/prepare-ballot.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { type Finding, FindingName, isFault, Settled } from "../../shared/domain/ballot/findings.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { Grosze } from "../../shared/domain/money.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted, json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

const InEdition = z.object({ cycleId: CycleId });

const BallotChecks = z
  .object({
    items: z.array(
      z.object({
        what: FindingName,
        /** By which a hint is confirmed; it is another one once something else is found. */
        id: z.string(),
        /** With a fault no list is frozen. */
        isFault: z.boolean(),
        projects: z.array(z.object({ id: ProjectId, number: z.string(), title: z.string() })),
        facts: z.object({
          grosze: Grosze.optional(),
          besideGrosze: Grosze.optional(),
          beside: z.enum(["estimate", "middle"]).optional(),
          metres: z.int().optional(),
          pool: z.string().optional(),
          district: z.string().nullable().optional(),
          numbers: z.array(z.string()).optional(),
        }),
        settled: Settled.pick({ reason: true, byName: true, at: true }).nullable(),
      }),
    ),
  })
  .meta({ id: "BallotFindings" });

const checksView = (findings: readonly Finding[]) => ({
  items: findings.map(({ settled, ...one }) => ({
    ...one,
    isFault: isFault(one),
    settled: settled ? { reason: settled.reason, byName: settled.byName, at: settled.at } : null,
  })),
});

export const getBallotChecks = endpoint(routes.getBallotChecks, {
  summary: "What is found of the list before it is frozen: faults, which keep it from it, and hints",
  params: InEdition,
  replies: { 200: BallotChecks },
  handle: async ({ params: { cycleId } }, deps) =>
    json(checksView(await findingsBeforeFreeze(await cycleOf(cycleId, deps), deps))),
});

const shown = async (cycleId: CycleId, deps: Deps) =>
  accepted(await staffCycle(await cycleOf(cycleId, deps), deps));

export const postHintConfirmation = endpoint(routes.postHintConfirmation, {
  summary: "Say of hints on the list that they are right so, and why",
  description: "A hint that is no longer found as it was is refused.",
  params: InEdition,
  body: Confirmation,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(cycleId, (cycle) => confirmHints({ by: request, cycle, said: request.body }, deps), deps);
    return shown(cycleId, deps);
  },
});

export const postOrderSeed = endpoint(routes.postOrderSeed, {
  summary: "Enter the seed from which the order of the ballot is drawn",
  description:
    "It fits the digest that was given when the edition was opened. In the phase before the freeze.",
  params: InEdition,
  body: OrderSeed,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { seed } = request.body;
    await actOn(cycleId, (cycle) => enterOrderSeed({ by: request, cycle, seed }, deps), deps);
    return shown(cycleId, deps);
  },
});
