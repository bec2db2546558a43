import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import type { Refusal } from "../../../shared/domain/refusals.ts";
import { ok, Refused } from "../../../shared/domain/result.ts";
import type { BallotSection } from "../../../shared/domain/voting/ballot.ts";
import { CHECK, type MarksByPool } from "../../../shared/domain/voting/marks.ts";
import { link } from "../../../shared/pages/layout.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { castOnce } from "../cast-once.ts";
import { BallotFields, stateOf } from "./ballot-fields.ts";
import { receipted } from "./cookies.ts";
import { voteFrame } from "./identity-page.ts";
import { guardianContact, keepGuardian } from "./next-child.ts";
import { poolsOfVoter, voterOf } from "./polling.ts";
import { showBallot, stepFrame } from "./show-ballot.ts";
import { refusedBallot } from "./trouble.ts";

const sectionsOf = (marksByPool: MarksByPool): BallotSection[] =>
  [...marksByPool].map(([pool, marks]) => ({
    pool,
    points: Object.fromEntries(marks.map(({ project, points }) => [project, points ?? 0])),
  }));

/** Refusals after which the ballot is shown again as it was: it can be mended or sent once more. */
const keepsBallot = ({ code }: Refusal): boolean =>
  code.startsWith("ballot/") || code === "request/not-valid" || code === "service/try-again";

const reasonOf = (refusal: Refusal, { words }: Pick<Request, "words">): string =>
  refusal.code === "service/try-again" ? words.voting.trouble.busy : detailOf(refusal, words);

export const postCastPage = endpoint(routes.postCastPage, {
  summary: "Cast the ballot",
  params: z.object({ cycleId: CycleId }),
  body: BallotFields,
  takesExpiredToken: true,
  refused: refusedBallot,
  handle: async (request, deps) => {
    const { params, body, key, receivedAt } = request;
    const voter = voterOf(request, params.cycleId);
    const filled = await poolsOfVoter(voter, request, deps).catch(closedMeanwhile);
    const state = filled instanceof Refused ? undefined : stateOf(body, filled.pools);
    const sections =
      state === undefined ? ok([]) : state.ok ? ok(sectionsOf(state.value.marksByPool)) : state;
    const outcome = await castOnce({ voter, key, sections, receivedAt }, deps);
    if (outcome.ok)
      return seeOther(
        link(
          request,
          "help" in voter
            ? pathTo("pointReceipt", { cycleId: voter.cycleId, pointId: voter.help.point })
            : pathTo("voteReceipt", { cycleId: voter.cycleId }),
        ),
        [
          ...receipted(voter.cycleId, outcome.value, deps.site),
          ...(await keepGuardian(voter.cycleId, await guardianContact(voter.cycleId, request, deps), deps)),
        ],
      );

    const { refusal } = outcome;
    if (!keepsBallot(refusal) || filled instanceof Refused || !state?.ok) throw new Refused(refusal);
    const { cycle, pools } = filled;
    const model = { ...state.value, stop: CHECK, cycleId: cycle.id, pools };
    return view(
      showBallot(stepFrame(voteFrame(request, cycle), voter, model), model, deps.system, {
        key,
        notTaken: reasonOf(refusal, request),
      }),
      statusOf(refusal),
    );
  },
});

/** A vote that closed meanwhile: the receipt of a ballot cast before is still given, and nothing else. */
const closedMeanwhile = (error: unknown): Refused => {
  if (error instanceof Refused) return error;
  throw error;
};
