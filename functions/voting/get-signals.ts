import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { type Cluster, clustersOf } from "../../shared/domain/signals/clusters.ts";
import { SHARED } from "../../shared/domain/signals/crowd.ts";
import { DESK_RULES, SIGNAL_RULES } from "../../shared/domain/signals/rules.ts";
import { Stint } from "../../shared/domain/signals/stint.ts";
import { LocalDate } from "../../shared/domain/time.ts";
import { type SeenCluster, type SignalsModel, signalsView } from "../../shared/pages/office/signals.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { json, view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

const Path = z.object({ cycleId: CycleId });

type AnyRule = keyof typeof SIGNAL_RULES;
const AnyRule = z.enum(Object.keys(SIGNAL_RULES) as [AnyRule, ...AnyRule[]]);
const Rule = AnyRule.exclude(DESK_RULES);

const Signals = z
  .object({
    looked: z.int(),
    rules: z.array(
      z.object({
        rule: AnyRule,
        thresholds: z.record(z.string(), z.number()),
        reason: z.string(),
      }),
    ),
    clusters: z.array(
      z.object({
        shared: z.enum(SHARED),
        subject: z.string(),
        days: z.array(LocalDate),
        voters: z.array(z.string()),
        voted: z.array(z.string()),
        evidence: z.array(
          z.object({
            rule: Rule,
            day: LocalDate.optional(),
            voters: z.int(),
            contacts: z.int(),
            age: z.int().optional(),
            meanGapSeconds: z.number().optional(),
            variation: z.number().optional(),
          }),
        ),
        score: z.number(),
      }),
    ),
    points: z.array(Stint),
  })
  .meta({
    id: "Signals",
    description:
      "Clusters of voters that the commission should look at, and stints of clerks at voting points; `voters` and `voted` of a cluster are references of markers, a stint says how many and not whom. Nothing is void because of it",
  });

/** Reads at once; a cluster has some hundreds of voters. */
const AT_ONCE = 50;

const withBallots = async (cycleId: CycleId, cluster: Cluster, { store }: Deps): Promise<SeenCluster> => {
  const voted: string[] = [];
  for (let start = 0; start < cluster.voters.length; start += AT_ONCE) {
    const some = cluster.voters.slice(start, start + AT_ONCE);
    const markers = await Promise.all(some.map((voter) => store.ballots.marker(cycleId, voter)));
    voted.push(...some.filter((_, index) => markers[index] !== undefined));
  }
  return { ...cluster, voted };
};

/** The signals of a vote. That somebody looked is recorded before they see anything. */
const lookAt = async (by: Deed, cycleId: CycleId, deps: Deps): Promise<Omit<SignalsModel, "named">> => {
  const { store } = deps;
  const [crowds, points] = await Promise.all([store.signals.crowds(cycleId), store.stints.list(cycleId)]);
  const found = clustersOf(crowds);
  const record = audited({ ...by, route: routes.getSignals }, cycleId, {
    facts: { clusters: found.length + points.length },
  });
  await store.table.write([record]);
  const clusters: SeenCluster[] = [];
  for (const cluster of found) clusters.push(await withBallots(cycleId, cluster, deps));
  const looked = new Set(crowds.flatMap(({ voters }) => [...voters])).size;
  return { clusters, looked, points };
};

const rules = Object.entries(SIGNAL_RULES).map(([rule, { reason, ...thresholds }]) => ({
  rule,
  thresholds,
  reason,
}));

export const getSignals = endpoint(routes.getSignals, {
  summary: "Clusters of voters that the commission should look at, and the rules that raised them",
  params: Path,
  replies: { 200: Signals },
  handle: async (request, deps) => {
    const { id } = await cycleOf(request.params.cycleId, deps);
    return json({ ...(await lookAt(request, id, deps)), rules });
  },
});

export const getOfficeSignals = endpoint(routes.getOfficeSignals, {
  summary: "Signals for the commission",
  params: Path,
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    const [seen, named] = await Promise.all([
      lookAt(request, cycle.id, deps),
      deps.store.votingPoints.get(cycle.id),
    ]);
    return view(signalsView(frameOf(request), cycle, { ...seen, named: named.points }));
  },
});
