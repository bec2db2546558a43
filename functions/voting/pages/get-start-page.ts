import { pathTo } from "../../../shared/domain/addresses.ts";
import { canonicalJson } from "../../../shared/domain/canonical.ts";
import { awaitedOf } from "../../../shared/domain/cycle/awaited.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { forKind, NEAR_FIRST } from "../../../shared/domain/pool/kinds.ts";
import { kindOf } from "../../../shared/domain/rule-set.ts";
import { dayOf, type Instant, plusDays, plusSeconds } from "../../../shared/domain/time.ts";
import { openWays } from "../../../shared/domain/voting/identity-terms.ts";
import { type OpenVote, type StartModel, startView } from "../../../shared/pages/voting/start.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";

/** How long an edition that is over is still spoken of here. */
const REMEMBERED_DAYS = 120;

const daysLeft = (now: Instant, closesAt: Instant): number => {
  const last = dayOf(plusSeconds(closesAt, -1));
  let days = 0;
  for (let day = dayOf(now); day < last; day = plusDays(day, 1)) days += 1;
  return days;
};

/** The kinds of lists of an edition, the widest first; one entry where all are filled in alike. */
const listsOf = (ruleSet: Cycle["ruleSet"], pools: Cycle["pools"]): OpenVote["lists"] => {
  const byKind = Map.groupBy(pools, ({ id }) => kindOf(ruleSet, id));
  const kinds = NEAR_FIRST.toReversed().filter((kind) => byKind.has(kind));
  const lists = kinds.map((kind) => ({ kind, form: forKind(ruleSet.ballot, kind) }));
  const [first, ...others] = lists;
  const isOneCitywide = byKind.get("citywide")?.length === 1;
  if (
    first &&
    others.length > 0 &&
    others.every(({ form }) => canonicalJson(form) === canonicalJson(first.form))
  )
    return [{ which: isOneCitywide && !byKind.has("area") ? "both" : "each", form: first.form }];
  return lists.map(({ kind, form }) => ({
    which: kind === "citywide" && !isOneCitywide ? "citywides" : kind,
    form,
  }));
};

const openVote = (
  { id, name, edition, pools, ruleSet, extensions }: Cycle,
  closesAt: Instant,
  now: Instant,
): Omit<OpenVote, "points"> => {
  return {
    cycleId: id,
    name,
    edition,
    closesAt,
    daysLeft: daysLeft(now, closesAt),
    extended: extensions?.at(-1),
    identity: openWays(ruleSet),
    guardianBelowAge: ruleSet.guardianBelowAge,
    lists: listsOf(ruleSet, pools),
    sessionSeconds: ruleSet.voterCodes.sessionSeconds,
  };
};

const modelOf = (cycles: readonly Cycle[], now: Instant) => {
  const open: Omit<OpenVote, "points">[] = [];
  const coming: StartModel["coming"][number][] = [];
  const ended: StartModel["ended"][number][] = [];
  for (const cycle of cycles) {
    const window = entryOf(cycle.calendar, "voting");
    if (!window || cycle.phase === "draft" || cycle.phase === "cancelled") continue;
    const { id, edition, phase, calendar } = cycle;
    if (phase === "voting" && window.startsAt <= now && now < window.endsAt)
      open.push(openVote(cycle, window.endsAt, now));
    else if (isBefore(phase, "voting") && window.endsAt > now)
      coming.push({ edition, opensAt: window.startsAt, closesAt: window.endsAt });
    else if (window.endsAt <= now && plusSeconds(window.endsAt, REMEMBERED_DAYS * 86_400) > now)
      ended.push({
        edition,
        endedAt: window.endsAt,
        early: cycle.earlyEnd,
        awaited: awaitedOf(cycle, now),
        resultsAt: entryOf(calendar, "results")?.startsAt,
        resultsPath: isBefore(phase, "results") ? undefined : pathTo("cycleResults", { cycleId: id }),
      });
  }
  return { now, open, coming, ended };
};

export const getStartPage = endpoint(routes.getStartPage, {
  summary: "What the vote is, and until when",
  cache: "public, max-age=0, s-maxage=10, stale-if-error=600",
  handle: async (request, { store }) => {
    const items = await store.cycles.allShown();
    const model = modelOf(items, request.receivedAt);
    const open = await Promise.all(
      model.open.map(async (vote) => ({
        ...vote,
        points: (await store.votingPoints.get(vote.cycleId)).points,
      })),
    );
    return view(startView(frameOf(request), { ...model, open }));
  },
});
