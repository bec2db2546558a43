import { z } from "zod";
import type { VoidId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Pesel } from "../../shared/domain/voting/pesel.ts";
import { BallotId, type VoidCase, VoidReason } from "../../shared/domain/voting/void.ts";
import { voidsView, voidView } from "../../shared/pages/office/voids.ts";
import { type Asked, actPages } from "../../shared/platform/act-pages.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { routes } from "../routes.ts";
import { acceptVoid, declineVoid, mayDecide, nameBallot, proposeVoid } from "./void-acts.ts";
import { voidView as viewOf } from "./void-view.ts";

const listPages = actPages(
  { get: routes.getDeskVoids, post: routes.postDeskVoids },
  {
    summary: "Void ballots, and proposing one",
    body: z.object({ pesel: Pesel, reason: VoidReason, note: paragraphs(1000) }),
    fields: ["pesel", "reason", "note"],
    forget: ["pesel"],
    say: ({ voids: { faults } }) => ({
      "/pesel": faults.pesel,
      "/reason": faults.reason,
      "/note": faults.note,
    }),
    show: async ({ request, cycle }, state, { store }) =>
      voidsView(frameOf(request), state, {
        edition: cycle,
        cases: (await store.voids.list(cycle.id)).map(viewOf),
        mayDecide: mayDecide(cycle),
      }),
    act: async ({ request, cycle }, deps) => {
      await proposeVoid({ by: request, cycle, asked: request.body }, deps);
      return undefined;
    },
  },
);

const caseOf = async ({ request, cycle }: Asked, { store }: Deps): Promise<VoidCase> => {
  const { voidId } = request.params;
  const found = voidId && (await store.voids.get(cycle.id, voidId as VoidId));
  if (!found) throw new Refused(refusal("thing/not-found", {}));
  return found;
};

const casePages = actPages(
  { get: routes.getDeskVoid, post: routes.postDeskVoid },
  {
    summary: "One decision on a void ballot",
    body: z.discriminatedUnion("act", [
      z.object({ act: z.literal("accept") }),
      z.object({ act: z.literal("name"), ballot: BallotId }),
      z.object({ act: z.literal("decline"), why: paragraphs(1000) }),
    ]),
    fields: ["ballot", "why"],
    say: ({ voids: { faults } }) => ({ "/ballot": faults.ballot, "/why": faults.why }),
    show: async (asked, state, deps) => {
      const { request, cycle } = asked;
      const found = await caseOf(asked, deps);
      const me = request.actor.kind === "staff" ? request.actor.id : "";
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
      else if (body.act === "name") await nameBallot({ ...on, ballot: body.ballot }, deps);
      else await declineVoid({ ...on, why: body.why }, deps);
      return undefined;
    },
  },
);

export const voidPages = [...listPages, ...casePages];
