import { expect } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { PendingKind } from "../../shared/domain/office/pending.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { existing } from "../../shared/domain/result.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { openTestVote, peselOf, rollOf, vote } from "./city.ts";
import { bringKey } from "./commission-keys.ts";
import type { Answer, Place } from "./place.ts";
import { proposeProjects, putOnBallot } from "./projects.ts";
import { acceptCard, fillCard, openCall, propose } from "./proposals.ts";
import { proposeRoll } from "./roll.ts";
import { openSurvey } from "./surveys.ts";
import { openTiedEdition, TIED } from "./tied-edition.ts";
import { clerksOf, openVoteWithPoints } from "./voting-points.ts";
import { wishToWithdraw } from "./wishes.ts";

/** Somebody of the office, by role and which of that role. */
export type Person = readonly [Role, number];

/** What two people are to agree on, where all is ready for it. */
export interface Ready {
  /** Whose journal tells of it. */
  readonly journal: string;
  /** What its author does. */
  readonly propose: () => Promise<Answer>;
}

interface TwoPeople {
  readonly author: Person;
  /** Who may say the second word. */
  readonly others: readonly [Person, Person];
  /** Somebody whose work it is not. */
  readonly stranger: Person;
  /** How long the edition takes to be ready. */
  readonly hours: number;
  readonly ready: (place: Place) => Promise<Ready>;
  /** What the journal says of it, by the way it ended. */
  readonly acts: Readonly<Record<"acceptance" | "refusal" | "withdrawal", string>>;
  /** What is said of it tells of a resident, and stands neither in the journal nor on the proposal. */
  readonly isAboutResident?: true;
}

const HOUR_MS = 3_600_000;

export const callAs = async (
  place: Place,
  [role, n]: Person,
  route: string,
  body?: unknown,
): Promise<Answer> =>
  place.call(route, { token: await place.staff(role, n), ...(body !== undefined && { body }) });

const openVote = async (place: Place, voters = 1) => {
  const opened = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800] } },
    voters,
  });
  await place.clock.moveTo((now) => now + 2000);
  return opened;
};

/** An edition whose vote is far away. */
const openDraft = async (place: Place): Promise<string> => {
  const at = (hours: number) => new Date(place.clock.now() + hours * HOUR_MS).toISOString();
  const cycle = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet obywatelski",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: at(1000), endsAt: at(1100) }],
      pools: [{ id: "L13", amountGrosze: 150_000 }],
    },
  });
  return cycle.body.id;
};

/** An edition with two projects on its list, whose vote is far away. */
const openProjects = async (place: Place) => {
  const cycleId = await openDraft(place);
  const { id, edition } = existing(await place.deps.store.cycles.get(cycleId as CycleId));
  const onPaper = ["Ławki", "Huśtawki"].map((title) => ({ pool: "L13", title, costGrosze: 60_000 }));
  return { cycleId, projects: await putOnBallot(place, { id, edition }, onPaper) };
};

const ofCycle = {
  author: ["coordinator", 0],
  others: [
    ["commission", 0],
    ["commission", 1],
  ],
  stranger: ["clerk", 0],
  hours: 1,
} as const;

const settledBy = (acceptance: string, refusal: string): TwoPeople["acts"] => ({
  acceptance,
  refusal,
  withdrawal: "postPendingWithdrawal",
});

/** Every kind of act that takes two people, and how one comes to be proposed. */
export const TWO_PEOPLE: { readonly [K in PendingKind]: TwoPeople } = {
  "extend-vote": {
    ...ofCycle,
    ready: async (place) => {
      const { cycleId } = await openVote(place);
      const path = `/v1/staff/cycles/${cycleId}`;
      const propose = async () => {
        const { closesAt } = (await callAs(place, ofCycle.author, `GET ${path}`)).body;
        const endsAt = new Date(Date.parse(closesAt) + HOUR_MS).toISOString();
        return callAs(place, ofCycle.author, `POST ${path}/extension`, { endsAt, reason: "Awaria poczty" });
      };
      return { journal: cycleId, propose };
    },
    acts: settledBy("postExtensionAcceptance", "postPendingRefusal"),
  },
  "move-cycle": {
    ...ofCycle,
    ready: async (place) => {
      const { cycleId } = await openVote(place);
      const move = { to: "sealed", reason: "Powódź" };
      return {
        journal: cycleId,
        propose: () => callAs(place, ofCycle.author, `POST /v1/staff/cycles/${cycleId}/transitions`, move),
      };
    },
    acts: {
      acceptance: "postTransitionAcceptance",
      refusal: "postPendingRefusal",
      withdrawal: "postTransitionWithdrawal",
    },
  },
  "correct-batch": {
    author: ["clerk", 0],
    others: [
      ["clerk", 1],
      ["commission", 0],
    ],
    stranger: ["coordinator", 0],
    hours: 1,
    ready: async (place) => {
      const { cycleId } = await openVoteWithPoints(place, 1);
      const batch = await clerksOf(place, cycleId).register(500);
      const path = `POST /v1/staff/cycles/${cycleId}/paper-batches/${batch}/correction`;
      const less = { cards: 50, reason: "Pomyłka w liczbie" };
      return { journal: cycleId, propose: () => callAs(place, ["clerk", 0], path, less) };
    },
    acts: {
      acceptance: "postBatchCorrectionAcceptance",
      refusal: "postBatchCorrectionRefusal",
      withdrawal: "postBatchCorrectionWithdrawal",
    },
  },
  "add-to-roll": {
    author: ["clerk", 0],
    others: [
      ["clerk", 1],
      ["commission", 0],
    ],
    stranger: ["coordinator", 0],
    hours: 1,
    ready: async (place) => {
      const { cycleId } = await openVote(place);
      let people = 100;
      const takeIn = async () =>
        clerksOf(place, cycleId).clerk(0, "POST /statements", {
          key: true,
          body: {
            firstName: "Zofia",
            surname: "Przybylska",
            pesel: peselOf(people++),
            mothersMaidenName: "Nowak",
            address: "ul. Mariacka 5/7",
            district: "L13",
            email: `added-${people}@example.com`,
            declarations: [true, true],
          },
        });
      return { journal: cycleId, propose: takeIn };
    },
    acts: settledBy("postStatementDecision", "postStatementDecision"),
    isAboutResident: true,
  },
  "set-residents": {
    ...ofCycle,
    hours: 0,
    ready: async (place) => {
      const cycleId = await openDraft(place);
      let residents = 0;
      const propose = async () =>
        place.call(`POST /v1/staff/cycles/${cycleId}/residents`, {
          token: await place.staff("coordinator"),
          body: `district;residents\nL13;${12_000 + ++residents}\n`,
        });
      return { journal: cycleId, propose };
    },
    acts: settledBy("postResidentsAcceptance", "postResidentsRefusal"),
  },
  "import-roll": {
    ...ofCycle,
    hours: 0,
    ready: async (place) => {
      const cycleId = await openDraft(place);
      let voters = 0;
      return { journal: cycleId, propose: () => proposeRoll(place, cycleId, rollOf(++voters)) };
    },
    acts: settledBy("postRollAcceptance", "postRollRefusal"),
  },
  "void-ballot": {
    author: ["commission", 0],
    others: [
      ["commission", 1],
      ["commission", 1],
    ],
    stranger: ["coordinator", 0],
    hours: 3.1,
    ready: async (place) => {
      const { cycleId, projects } = await openVote(place);
      await vote(place, cycleId, 0, [{ pool: "L13", points: { [projects.L13?.[0] ?? ""]: 3 } }]);
      await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
      const about = { pesel: peselOf(0), reason: "not-entitled", note: "Posiedzenie komisji nr 7" };
      return {
        journal: cycleId,
        propose: () => callAs(place, ["commission", 0], `POST /v1/staff/cycles/${cycleId}/voids`, about),
      };
    },
    acts: {
      acceptance: "postVoidAcceptance",
      refusal: "postVoidRefusal",
      withdrawal: "postVoidWithdrawal",
    },
    isAboutResident: true,
  },
  "enter-projects": {
    ...ofCycle,
    hours: 0,
    ready: async (place) => {
      const cycleId = await openDraft(place);
      let sequence = 0;
      const propose = () =>
        proposeProjects(place, cycleId, [
          { pool: "L13", title: "Ławki", costGrosze: 100, number: `L13/0${++sequence}/XII` },
        ]);
      return { journal: cycleId, propose };
    },
    acts: settledBy("postProjectsAcceptance", "postProjectsRefusal"),
  },
  "set-key": {
    author: ["commission", 0],
    others: [
      ["commission", 1],
      ["commission", 1],
    ],
    stranger: ["coordinator", 0],
    hours: 0,
    ready: async (place) => {
      const cycleId = await openDraft(place);
      return {
        journal: cycleId,
        propose: async () => bringKey(place, cycleId, "ballots", createKeyPair()),
      };
    },
    acts: settledBy("postKeyAcceptance", "postKeyRefusal"),
  },
  "enter-draw": {
    author: ["commission", 0],
    others: [
      ["commission", 1],
      ["commission", 1],
    ],
    stranger: ["coordinator", 0],
    hours: 0,
    ready: async (place) => {
      const cycleId = await openTiedEdition(place);
      let minutes = 0;
      const propose = () =>
        callAs(place, ["commission", 0], `POST /v1/staff/cycles/${cycleId}/draws`, {
          pool: "L13",
          draws: [{ order: TIED, protocol: `Protokół nr ${++minutes}` }],
        });
      return { journal: cycleId, propose };
    },
    acts: settledBy("postDrawAcceptance", "postDrawRefusal"),
  },
  "group-projects": {
    ...ofCycle,
    hours: 0,
    ready: async (place) => {
      const { cycleId, projects } = await openProjects(place);
      const path = `/v1/staff/cycles/${cycleId}`;
      let plot = 0;
      const propose = async () =>
        place.call(`PUT ${path}/exclusion-groups`, {
          token: await place.staff("coordinator"),
          headers: { "if-match": `"v${(await callAs(place, ofCycle.author, `GET ${path}`)).body.version}"` },
          body: { groups: [{ projects, rule: "best-wins", reason: `Działka nr ${++plot}` }] },
        });
      return { journal: cycleId, propose };
    },
    acts: settledBy("postExclusionGroupsAcceptance", "postExclusionGroupsRefusal"),
  },
  "withdraw-project": {
    ...ofCycle,
    hours: 0,
    ready: async (place) => {
      const { cycleId, projects } = await openProjects(place);
      const asked = { reason: "Działka nie jest miejska", legalBasis: "§ 20 uchwały" };
      const [project] = projects;
      const path = `POST /v1/staff/cycles/${cycleId}/projects/${project}/withdrawal`;
      return { journal: cycleId, propose: () => callAs(place, ofCycle.author, path, asked) };
    },
    acts: settledBy("postOfficeWithdrawalAcceptance", "postOfficeWithdrawalRefusal"),
  },
  "withdraw-at-wish": {
    ...ofCycle,
    author: ["clerk", 0],
    others: [
      ["clerk", 1],
      ["coordinator", 0],
    ],
    stranger: ["editor", 0],
    hours: 0,
    ready: wishToWithdraw,
    acts: settledBy("postOfficeWithdrawalAcceptance", "postPendingRefusal"),
  },
  "publish-list": {
    ...ofCycle,
    hours: 0,
    ready: async (place) => {
      const cycleId = await openCall(place);
      const { id } = await propose(place, cycleId);
      const move = { to: "formal-review", reason: "Nikt więcej nie złoży" };
      await callAs(place, ofCycle.author, `POST /v1/staff/cycles/${cycleId}/transitions`, move);
      await place.settle();
      let times = 0;
      const body = { list: "formal" };
      const one = async () => {
        // What was withdrawn or turned down is proposed anew.
        if (times++ === 0) {
          await fillCard(place, [cycleId, id], "rejected");
          await acceptCard(place, [cycleId, id]);
        }
        return callAs(place, ofCycle.author, `POST /v1/staff/cycles/${cycleId}/publications`, body);
      };
      return { journal: cycleId, propose: one };
    },
    acts: settledBy("postVerdictPublicationAcceptance", "postVerdictPublicationRefusal"),
  },
  "of-subject": {
    author: ["editor", 0],
    others: [
      ["editor", 1],
      ["coordinator", 0],
    ],
    stranger: ["clerk", 0],
    hours: 0,
    ready: async (place) => {
      const { id } = await openSurvey(place);
      const path = `POST /v1/staff/surveys/${id}`;
      expect((await callAs(place, ["editor", 0], `${path}/closing`)).body.state).toBe("ended");
      return { journal: id, propose: () => callAs(place, ["editor", 0], `${path}/results`) };
    },
    acts: {
      acceptance: "postSurveyResults",
      refusal: "postSurveyResults",
      withdrawal: "postSurveyResults",
    },
  },
};
