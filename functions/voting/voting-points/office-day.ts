import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { HandCount } from "../../../shared/domain/voting/point-day.ts";
import { type FormState, fieldId, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { dayView } from "../../../shared/pages/voting-points/day.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { DayPath, dayAtPoint, signDay } from "./sign-day.ts";

const page = async (
  request: StaffRequest<DayPath>,
  state: FormState,
  status: number,
  deps: Deps,
): Promise<Reply> => {
  const path = request.params;
  const [cycle, at] = await Promise.all([cycleOf(path.cycleId, deps), dayAtPoint(path, deps)]);
  const { actor } = request;
  const { roles } = actor;
  return view(
    dayView(frameOf(request), {
      ...at,
      cycleId: cycle.id,
      edition: request.words.edition(cycle.name, cycle.edition),
      day: path.day,
      mayCount: roles.includes("clerk") && !at.stands,
      mayCountersign: roles.includes("commission") && at.isCurrent && !at.stands,
      state,
    }),
    status,
  );
};

export const getOfficeDay = endpoint(routes.getOfficeDay, {
  summary: "The reconciliation of a voting point's day",
  params: DayPath,
  handle: (request, deps) => page(request, formState(request.words), 200, deps),
});

/** A field of numbers as it was typed; what is no number is left for the schema to refuse. */
const typedNumber = (text: string | undefined): unknown =>
  text === undefined ? undefined : /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : text;

const DayForm = z.object({
  receipts: z.string().max(20).optional(),
  cards: z.string().max(20).optional(),
  explanation: z.string().max(4000).optional(),
});

export const postOfficeDay = endpoint(routes.postOfficeDay, {
  summary: "Sign a voting point's day",
  params: DayPath,
  body: DayForm,
  handle: async (request, deps) => {
    const { params: path, body: typed, words } = request;
    const isCounted = typed.receipts !== undefined || typed.cards !== undefined;
    const counted = HandCount.safeParse({
      receipts: typedNumber(typed.receipts),
      cards: typedNumber(typed.cards),
      ...(typed.explanation?.trim() && { explanation: typed.explanation }),
    });
    if (isCounted && !counted.success) {
      const text = words.votingPoints.day.numberWrong;
      const fields = new Set(counted.error.issues.map(({ path: [field = "receipts"] }) => String(field)));
      const faults = [...fields].map((field) => ({ field, text }));
      return page(request, formState(words, { typed, faults }), 422, deps);
    }
    try {
      await signDay({ by: request, path, counted: isCounted ? counted.data : undefined }, deps);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const { refusal } = error;
      const field = refusal.pointer === undefined ? "main" : fieldId(refusal.pointer);
      const faults = [{ field, text: detailOf(refusal, words) }];
      return page(request, formState(words, { typed, faults }), statusOf(refusal), deps);
    }
    return seeOther(link(request, pathTo("pointDay", path)));
  },
});
