import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import type { Refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { nearFirst } from "../../../shared/domain/rule-set.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { PointId } from "../../../shared/domain/voting/voting-point.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { pointsView } from "../../../shared/pages/voting-points/list.ts";
import { pointReceiptView, pointView } from "../../../shared/pages/voting-points/point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { isOpen } from "../booth.ts";
import { cleared, confirmed, receiptOf } from "../pages/cookies.ts";
import { formStatus, shownAgain, shownFaults, shownOf, typedShown } from "../pages/shown-form.ts";
import { blankCardsOf } from "../paper/blank-card.ts";
import { registerBatch } from "../paper/register-batch.ts";
import { helpVoter, LET_IN_SECONDS } from "./help-voter.ts";
import { pointOf } from "./point-of.ts";

const PointPath = z.object({ cycleId: CycleId, pointId: PointId });
type PointPath = z.infer<typeof PointPath>;

const isClerk = ({ actor }: Pick<StaffRequest, "actor">): boolean => actor.roles.includes("clerk");

interface Shown {
  readonly help?: FormState;
  readonly batch?: FormState;
  readonly status?: number;
}

/** The point's page. Whoever voted before at this screen is gone from it. */
const page = async (
  request: StaffRequest<PointPath>,
  { help, batch, status }: Shown,
  deps: Deps,
): Promise<Reply> => {
  const { cycleId, pointId } = request.params;
  const [cycle, point] = await Promise.all([cycleOf(cycleId, deps), pointOf(cycleId, pointId, deps)]);
  const today = dayOf(request.receivedAt);
  const takesPaper = cycle.ruleSet.paper !== undefined;
  const [shifts, batches, blankCards] = await Promise.all([
    deps.store.votingPoints.shifts(cycleId, point.id, today),
    takesPaper ? deps.store.batches.list(cycleId) : undefined,
    blankCardsOf(cycle, request, deps),
  ]);
  const isOpenNow = isOpen(cycle, request.receivedAt);
  const shown = pointView(frameOf(request), {
    cycleId,
    edition: request.words.edition(cycle.name, cycle.edition),
    point,
    today,
    shifts,
    batches: batches?.filter((one) => one.point === point.id),
    blankCards,
    isOpen: isOpenNow,
    mayHelp: isOpenNow && isClerk(request),
    shown: shownOf(cycle.ruleSet),
    mayRegister: takesPaper && cycle.phase === "voting" && isClerk(request),
    key: request.key ?? formKey(deps),
    help: help ?? formState(request.words),
    batch: batch ?? formState(request.words),
  });
  return { ...view(shown, status), cookies: cleared(deps.site) };
};

/** A refusal in words at a field of the form. */
const at = ({ words }: Request, typed: unknown, refused: Refusal, field: string): FormState =>
  formState(words, { typed, faults: [{ field, text: detailOf(refused, words) }] });

export const getOfficePoints = endpoint(routes.getOfficePoints, {
  summary: "The voting points of the editions that are on",
  handle: async (request, { store }) => {
    const { items } = await store.cycles.list();
    const open = items.filter(({ phase }) => phase !== "closed" && phase !== "cancelled").toReversed();
    const editions = await Promise.all(
      open.map(async (cycle) => ({ ...cycle, points: (await store.votingPoints.get(cycle.id)).points })),
    );
    return view(
      pointsView(
        frameOf(request),
        editions.filter(({ points }) => points.length > 0),
      ),
    );
  },
});

export const getOfficePoint = endpoint(routes.getOfficePoint, {
  summary: "A voting point: its day, and what a clerk does there",
  params: PointPath,
  handle: (request, deps) => page(request, {}, deps),
});

const tick = z.literal("yes").optional();

/** The facts of the edition's policy beside these. */
const HelpForm = z.looseObject({ guardian: tick, documentSeen: tick, filledIn: tick });

export const postOfficeVoter = endpoint(routes.postOfficeVoter, {
  summary: "Let a voter in to the ballot",
  params: PointPath,
  body: HelpForm,
  handle: async (request, deps) => {
    const { params, body, words } = request;
    const { cycleId, pointId: point } = params;
    const { identity } = (await cycleOf(cycleId, deps)).ruleSet;
    const typed = {
      ...typedShown(identity, body),
      documentSeen: body.documentSeen === "yes",
      filledIn: body.filledIn === "yes",
    };
    const outcome = await helpVoter({ by: request, cycleId, point, typed }, deps);
    if (!outcome.ok) {
      const { refusal } = outcome;
      const say = {
        "/documentSeen": words.votingPoints.help.documentMissing,
        "/guardian": words.voting.guardian.missing,
      };
      const faults = shownFaults(request, { refusal, identity, typed, say });
      // Whoever has voted is done here: the next one is somebody else.
      const again = refusal.code === "voting/already-voted" ? {} : shownAgain(body);
      const help = formState(words, { typed: again, faults });
      return page(request, { help, status: formStatus(refusal) }, deps);
    }
    const { cycle, token, pools } = outcome.value;
    const [first = ""] = nearFirst(cycle.ruleSet, pools);
    return seeOther(
      link(request, pathTo("voteList", { cycleId: cycle.id, pool: first })),
      confirmed(token, LET_IN_SECONDS, deps.site),
    );
  },
});

export const getOfficeVoterReceipt = endpoint(routes.getOfficeVoterReceipt, {
  summary: "The receipt of a ballot cast at the point",
  params: PointPath,
  handle: async (request, deps) => {
    const { cycleId, pointId } = request.params;
    const point = await pointOf(cycleId, pointId, deps);
    const receipt = receiptOf(request, cycleId);
    return receipt === undefined
      ? seeOther(link(request, pathTo("point", { cycleId: cycleId, pointId: point.id })))
      : view(pointReceiptView(frameOf(request), { cycleId, point, receipt, siteUrl: deps.site.url }));
  },
});

const BatchForm = z.object({
  cards: z.coerce.number().int().min(1).max(5000),
  receivedOn: z.iso.date(),
});

export const postOfficeBatch = endpoint(routes.postOfficeBatch, {
  summary: "Register a batch of paper cards",
  params: PointPath,
  body: BatchForm,
  invalid: (issues, typed, request, deps) => {
    const w = request.words.votingPoints.batches;
    const say = { "/cards": w.cardsWrong, "/receivedOn": w.receivedOnWrong };
    return page(request, { batch: formState(request.words, { typed, issues, say }), status: 422 }, deps);
  },
  handle: async (request, deps) => {
    const { cycleId, pointId: point } = request.params;
    const { cards, receivedOn } = request.body;
    const cycle = await cycleOf(cycleId, deps);
    try {
      const made = await registerBatch({ by: request, cycle, batch: { point, cards, receivedOn } }, deps);
      return seeOther(link(request, pathTo("batch", { cycleId: cycleId, batchId: made.id })));
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const { refusal } = error;
      const typed = { cards: String(cards), receivedOn };
      const batch =
        refusal.code === "request/not-valid"
          ? formState(request.words, {
              typed,
              issues: refusal.facts.issues,
              say: { "/receivedOn": request.words.votingPoints.batches.receivedOnWrong },
            })
          : at(request, typed, refusal, "cards");
      return page(request, { batch, status: statusOf(refusal) }, deps);
    }
  },
});
