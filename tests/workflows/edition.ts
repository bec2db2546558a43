import { sealBallot } from "../../functions/voting/cast-ballot.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import type { Sections, TestVote } from "../kit/city.ts";
import { newKey, type Place } from "../kit/place.ts";

export const HOUR_MS = 3_600_000;

/** A moment at which nobody proposed anything. */
const NEVER = "2020-01-01T00:00:00.000Z";

/** What the staff of an edition do, in short words. */
export const editionOf = (
  place: Place,
  { cycleId, privateKey }: Pick<TestVote, "cycleId" | "privateKey">,
) => {
  const path = `/v1/staff/cycles/${cycleId}`;
  const id = cycleId as CycleId;
  const coordinator = () => place.staff("coordinator");
  const commission = (n = 0) => place.staff("commission", n);
  const seen = async () => (await place.call(`GET ${path}`, { token: await coordinator() })).body;

  /** Ballots of so many residents, sealed as theirs are, with their markers. */
  const sealedVotes = async (sections: Sections, count: number, district = "L13") => {
    const votes = [];
    for (let n = 0; n < count; n++) {
      const voterKey = newKey();
      const voter = { cycleId: id, voterKey, session: voterKey, district };
      const receivedAt = instant(place.clock.now());
      votes.push(accept(await sealBallot({ voter, key: newKey(), sections, receivedAt }, place.deps)));
    }
    return votes;
  };

  /** A move as the n-th coordinator asks for it or proposes it, and as the n-th accepts it. */
  const ask = async (to: string, n = 0, reason = "Komisja tak postanowiła") =>
    place.call(`POST ${path}/transitions`, {
      token: await place.staff("coordinator", n),
      body: { to, reason },
    });
  const agree = async (to: string, n = 1, act = "acceptance") =>
    place.call(`POST ${path}/transitions/${act}`, {
      token: await place.staff("coordinator", n),
      body: { to, proposedAt: (await seen()).proposedMove?.at ?? NEVER },
    });

  return {
    id,
    seen,
    ask,
    agree,
    takeBack: (to: string, n = 0) => agree(to, n, "withdrawal"),
    /** What takes two people. */
    askByTwo: async (to: string) => {
      await ask(to);
      return agree(to);
    },
    /** A change of the calendar, as of the version that is there now. */
    move: async (body: object) => {
      const { version } = await seen();
      return place.call(`PATCH ${path}/calendar`, {
        token: await coordinator(),
        headers: { "if-match": `"v${version}"` },
        body: { reason: "Komisja tak postanowiła", ...body },
      });
    },
    /** A later end of the vote, as the n-th coordinator proposes it, and as it is accepted. */
    propose: async (endsAt: string, n = 0) =>
      place.call(`POST ${path}/extension`, {
        token: await place.staff("coordinator", n),
        body: { endsAt, reason: "Awaria poczty" },
      }),
    acceptExtension: async (endsAt: string, n = 1) =>
      place.call(`POST ${path}/extension/acceptance`, {
        token: await place.staff("coordinator", n),
        body: { endsAt, proposedAt: (await seen()).extension?.at ?? NEVER },
      }),
    handOver: async () =>
      place.call(`POST ${path}/count-key`, { token: await commission(), body: { privateKey } }),
    /** A draw that one member of the commission enters and another accepts; the answer to the first that was refused. */
    draw: async (body: { readonly pool: string; readonly draws: readonly object[] }) => {
      const entered = await place.call(`POST ${path}/draws`, { token: await commission(), body });
      if (entered.status !== 202) return entered;
      return place.call(`POST ${path}/draws/${body.pool}/acceptance`, { token: await commission(1) });
    },
    enterSeed: async (seed: string) =>
      place.call(`POST ${path}/lot-seed`, { token: await commission(), body: { seed } }),
    sign: async (digest: string | null, n: number) =>
      place.call(`POST ${path}/sign-offs`, { token: await commission(n), body: { digest } }),
    /** A withdrawal that one coordinator proposes and another accepts; the answer to the first that was refused. */
    withdraw: async (project: string) => {
      const proposed = await place.call(`POST ${path}/projects/${project}/withdrawal`, {
        token: await coordinator(),
        body: { reason: "Miasto buduje tu parking", legalBasis: "§ 20 uchwały" },
      });
      if (proposed.status !== 202) return proposed;
      return place.call(`POST ${path}/projects/${project}/withdrawal/acceptance`, {
        token: await place.staff("coordinator", 1),
      });
    },
    results: async () => place.call(`GET /v1/cycles/${cycleId}/results`),
    /** Runs a step as the state machine does. */
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    step: (fn: "workflow" | "count", step: string, more: object = {}): Promise<any> =>
      place.invoke(fn, { step, cycleId, ...more }),
    sealedVotes,
    /** Puts the ballots of so many residents into the box. */
    fillBox: async (...votes: Parameters<typeof sealedVotes>) =>
      place.deps.store.ballots.restore(await sealedVotes(...votes)),
  };
};

export type Edition = ReturnType<typeof editionOf>;
