import { codeOf, sessionHashOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import type { BallotForm } from "../../shared/domain/voting/ballot-form.ts";
import { openTestVote, peselOf, type Sections, type TestVote, type VoteParts } from "./city.ts";
import { newKey, type Place } from "./place.ts";
import type { Seen, Visitor } from "./visitor.ts";

/** Titles that a page must bear: markup, and the length of the longest in real elections. */
export const HARD_TITLES = [
  `Ławki <script>alert("1")</script> & „kosze”`,
  "Modernizacja ścieżek pieszych i rowerowych wraz z oświetleniem w parku przy ulicy Wrocławskiej, budową placu zabaw, nasadzeniem drzew, wymianą ławek i koszy, montażem stojaków rowerowych oraz utworzeniem strefy odpoczynku dla mieszkańców dzielnicy i gości",
];

/** A vote whose first two projects of each pool bear `HARD_TITLES`. */
export const openVoteWithHardTitles = async (place: Place, parts: VoteParts): Promise<TestVote> => {
  const vote = await openTestVote(place, {
    titleOf: (pool, n) => HARD_TITLES[n - 1] ?? `Projekt ${pool} ${n}`,
    ...parts,
  });
  await place.clock.moveTo((moment) => moment + 2000);
  return vote;
};

/** A seeded vote of two lists under Katowice's rules but for how they are filled in: both alike, unless the citywide one is named. */
export const openVoteOnForms = async (
  place: Place,
  district: BallotForm,
  citywide: BallotForm = district,
): Promise<TestVote> => {
  const vote = await openVoteWithHardTitles(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500, 900, 400] },
      L13: { amountZloty: 600, costsZloty: [300, 100, 50, 20, 10] },
    },
    voters: 20,
  });
  const { cycles } = place.deps.store;
  const cycle = await cycles.get(vote.cycleId as CycleId);
  if (!cycle) throw new Error("no cycle");
  accept(await cycles.change(cycle, { ruleSet: { ...cycle.ruleSet, ballot: { citywide, district } } }));
  // Past what is known of an open vote for five seconds.
  await place.clock.moveTo((now) => now + 6000);
  return vote;
};

/** The code of a session, as its letter would say it; some code where there is none. */
export const codeFor = async ({ deps: { store, vault } }: Place, session: string): Promise<string> => {
  const sessionHash = sessionHashOf(session);
  const { codeExpiresAt = "" } = (await store.voterSessions.get(sessionHash)) ?? {};
  return codeOf((await vault.codes("codes")).current, { sessionHash, codeExpiresAt }, 6);
};

export const identityOf = (n: number) => ({
  pesel: peselOf(n),
  mothersMaidenName: "nowak łoś",
  email: `voter-${n}@example.com`,
});

/** The n-th voter up to the first list, by the pages. */
export const toFirstList = async (
  place: Place,
  browser: Visitor,
  cycleId: string,
  { n, prefix = "" }: { readonly n: number; readonly prefix?: "" | "/en" },
): Promise<Seen> => {
  const identity = `${prefix}/glosuj/${cycleId}`;
  const asked = await browser.send(await browser.open(identity), identity, identityOf(n));
  const code = await codeFor(place, browser.cookies.get("code") ?? "");
  return browser.send(asked, `${identity}/kod`, { code });
};

/** The n-th voter casts a ballot by the API. */
export const castByApi = async (place: Place, cycleId: string, n: number, sections: Sections) => {
  const { body } = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, { body: identityOf(n) });
  const code = await codeFor(place, body.session);
  const confirmed = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions/${body.session}/code`, {
    body: { code },
  });
  return place.call(`POST /v1/cycles/${cycleId}/ballots`, {
    token: confirmed.body.token,
    key: newKey(),
    body: { sections },
  });
};
