import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { pointDaysOf } from "../../../shared/acts/point-days.ts";
import { readiness } from "../../../shared/acts/readiness.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { byReason } from "../../../shared/domain/voting/void.ts";
import { type ProvisionalPool, signOffView } from "../../../shared/pages/office/sign-off.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { signResult } from "../sign-offs.ts";
import { numberFaults } from "./typed-number.ts";

/** Each pool's winners and money as they were counted in this run. */
const provisionalPools = async (cycle: Cycle, run: string, { store }: Deps): Promise<ProvisionalPool[]> => {
  const list = await store.ballotLists.get(cycle.id);
  const known = new Map(
    list?.pools.flatMap(({ projects }) => projects).map((one) => [one.id as string, one]),
  );
  return await Promise.all(
    cycle.pools.map(async ({ id, name }) => {
      const tally = await store.counts.tally(cycle.id, run, id);
      const winners = (tally?.lines ?? []).filter(({ outcome }) => outcome === "funded");
      return {
        name: `${id} ${name}`,
        costGrosze: tally?.costGrosze ?? 0,
        leftGrosze: tally?.leftGrosze ?? 0,
        winners: winners.map(({ id: project, score, costGrosze }) => ({
          number: known.get(project)?.number ?? project,
          title: known.get(project)?.title ?? "",
          score,
          costGrosze,
        })),
      };
    }),
  );
};

export const { get: getOfficeSignOff, post: postOfficeSignOff } = actPages(
  { get: routes.getOfficeSignOff, post: routes.postOfficeSignOff },
  {
    summary: "Signing the result of the count",
    params: InEdition,
    body: z.object({ digest: z.string().max(100), number: z.string().default("") }),
    fields: ["number"],
    show: async ({ request, cycle }, state, deps) => {
      const count = await deps.store.counts.get(cycle.id);
      if (cycle.phase !== "counting")
        throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
      if (!count?.digest)
        throw new Refused(refusal("cycle/blocked", { blockers: await readiness(cycle, "results", deps) }));
      const { format } = request.words;
      const { unsigned } = await pointDaysOf(cycle.id, deps);
      const { run, digest, ballots, markers, signOffs, undecidedPools, voids } = count;
      const { actor } = request;
      return signOffView(frameOf(request), state, {
        ...cycle,
        digest,
        ballots,
        markers,
        voids: byReason(voids),
        unsignedDays: unsigned.map(({ point, name = point, day }) => `${name}, ${format.date(day)}`),
        signOffs,
        isSignedByMe: signOffs.some(({ by }) => by === actor.id),
        hasUndecided: undecidedPools.length > 0,
        pools: await provisionalPools(cycle, run, deps),
      });
    },
    act: async ({ request, cycle }, deps) => {
      const { digest, number } = request.body;
      const faults = numberFaults(number, cycle, request.words);
      if (faults.length > 0) return faults;
      await signResult({ by: request, cycle, digest }, deps);
      return undefined;
    },
  },
);
