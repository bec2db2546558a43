import { z } from "zod";
import { type Asked, actPages, InEdition } from "../../shared/acts/act-pages.ts";
import { VoidId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { entryFactsOf } from "../../shared/domain/voting/fact-sets.ts";
import { Fact } from "../../shared/domain/voting/facts.ts";
import { BallotId, type VoidCase } from "../../shared/domain/voting/void.ts";
import { voidsView, voidView } from "../../shared/pages/office/voids.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { routes } from "../routes.ts";
import { typedFacts } from "./pages/shown-form.ts";
import { acceptVoid, declineVoid, nameBallot, proposeVoid, withdrawVoid } from "./void-acts.ts";
import { mayDecide } from "./void-ballot.ts";
import { voidView as viewOf } from "./void-view.ts";

/** Every fact that a form may bring. */
const FIELDS = Object.fromEntries(Fact.options.map((name) => [name, z.string().optional()])) as Record<
  Fact,
  z.ZodOptional<z.ZodString>
>;

export const { get: getOfficeVoids, post: postOfficeVoids } = actPages(
  { get: routes.getOfficeVoids, post: routes.postOfficeVoids },
  {
    summary: "Void ballots, and proposing one",
    params: InEdition,
    // Which facts are asked for is the edition's policy.
    body: z.object({ ...FIELDS, reason: z.string().default(""), note: z.string().default("") }),
    fields: [...Fact.options, "reason", "note"],
    forget: ["pesel", "peselLast4"],
    say: ({ voids: { faults }, identity: { data } }) => ({
      ...Object.fromEntries(Fact.options.map((name) => [`/${name}`, data[name].wrong ?? data[name].missing])),
      "/pesel": faults.pesel,
      "/reason": faults.reason,
      "/note": faults.note,
    }),
    show: async ({ request, cycle }, state, { store }) =>
      voidsView(frameOf(request), state, {
        edition: cycle,
        facts: entryFactsOf(cycle.ruleSet.identity),
        cases: (await store.voids.list(cycle.id)).map((one) => viewOf(one)),
        mayDecide: mayDecide(cycle),
      }),
    act: async ({ request, cycle }, deps) => {
      const { reason, note, ...facts } = request.body;
      const typed = { ...typedFacts(entryFactsOf(cycle.ruleSet.identity), facts), reason, note };
      await proposeVoid({ by: request, cycle, typed }, deps);
      return undefined;
    },
  },
);

const InCase = InEdition.extend({ voidId: VoidId });
type InCase = z.infer<typeof InCase>;

const caseOf = async ({ request, cycle }: Asked<InCase>, { store }: Deps): Promise<VoidCase> => {
  const found = await store.voids.get(cycle.id, request.params.voidId);
  if (!found) throw new Refused(refusal("thing/not-found", {}));
  return found;
};

export const { get: getOfficeVoid, post: postOfficeVoid } = actPages(
  { get: routes.getOfficeVoid, post: routes.postOfficeVoid },
  {
    summary: "One decision on a void ballot",
    params: InCase,
    body: z.discriminatedUnion("act", [
      z.object({ act: z.literal("accept") }),
      z.object({ act: z.literal("withdraw") }),
      z.object({ act: z.literal("name"), ballot: BallotId }),
      z.object({ act: z.literal("decline"), why: paragraphs(1000) }),
    ]),
    fields: ["ballot", "why"],
    say: ({ voids: { faults } }) => ({ "/ballot": faults.ballot, "/why": faults.why }),
    show: async (asked, state, deps) => {
      const { request, cycle } = asked;
      const found = await caseOf(asked, deps);
      const me = request.actor.id;
      return voidView(frameOf(request), state, {
        edition: cycle,
        one: viewOf(found),
        mayDecide: mayDecide(cycle),
        mine: {
          isProposer: found.proposed.by === me,
          isOfTwo: [found.proposed.by, found.accepted?.by].includes(me),
          hasNamed: found.named?.by === me,
        },
      });
    },
    act: async (asked, deps) => {
      const { request, cycle } = asked;
      const { id } = await caseOf(asked, deps);
      const on = { by: request, cycle, id };
      const { body } = request;
      if (body.act === "accept") await acceptVoid(on, deps);
      else if (body.act === "withdraw") await withdrawVoid(on, deps);
      else if (body.act === "name") await nameBallot({ ...on, ballot: body.ballot }, deps);
      else await declineVoid({ ...on, why: body.why }, deps);
      return undefined;
    },
  },
);
