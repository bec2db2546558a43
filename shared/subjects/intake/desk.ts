import { z } from "zod";
import { ANSWER_NAMES, answersFrom, typedFrom, wholeForm } from "../../acts/answer-fields.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { type Posted, refusedForm, wrongForm } from "../../acts/posted.ts";
import { readScan } from "../../acts/read-scan.ts";
import { uploadOf } from "../../acts/upload-of.ts";
import { pathTo } from "../../domain/addresses.ts";
import { canonicalDigest } from "../../domain/canonical.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId } from "../../domain/ids.ts";
import type { Answers } from "../../domain/project/answers.ts";
import { TASKS } from "../../domain/project/draft.ts";
import { proposalFormOf } from "../../domain/project/proposal-form.ts";
import { type Issue, notValid, type Refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { UploadId } from "../../domain/upload/upload.ts";
import { formState } from "../../pages/components/form-state.ts";
import { html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { type Choices, questionFields, questionsOf, sayIn } from "../../pages/proposals/questions.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { type Reply, seeOther, view } from "../../platform/http.ts";
import { showing } from "../../platform/response-headers.ts";
import { inLanguage } from "../../words/fallback.ts";
import { poolNameIn } from "../../words/pool-name.ts";
import { formOf } from "../form-of.ts";
import type { FormWords } from "../form-words.ts";
import { deskView, type ShownScan } from "./desk-page.ts";
import { enterPaper, similarTo } from "./enter.ts";
import { said } from "./pages.ts";
import { intakeRows as rows } from "./rows.ts";
import { KeyedArrival, paperOf, type Similar } from "./rules.ts";

const InCycle = z.object({ cycleId: CycleId });
type OfCycle = StaffRequest<z.infer<typeof InCycle>>;

const arrival = formOf(KeyedArrival);

const answers = wholeForm({});

/** The paper is keyed as its form has it, whoever filled it in. */
const Keyed = z.unknown().transform((sent, context) => {
  const typed = Object.entries(sent as Readonly<Record<string, unknown>>);
  const isOfArrival = ([name]: [string, unknown]): boolean => name === "key" || arrival.names.includes(name);
  const came = arrival.posted.safeParse(Object.fromEntries(typed.filter(isOfArrival)));
  const own = typed.filter((one) => !isOfArrival(one));
  const said = answers.safeParse(Object.fromEntries(own), { reportInput: true });
  if (came.success && said.success)
    return { act: said.data.act, came: came.data.value, answers: answersFrom(said.data, ...TASKS) };
  for (const { error } of [came, said])
    context.issues.push(...((error?.issues ?? []) as z.core.$ZodRawIssue[]));
  return z.NEVER;
});

/** Where a fault is shown: beside its field, or at the top. */
const NAMES = [...arrival.names, ...ANSWER_NAMES];

const wordsOf = (frame: Frame): FormWords<typeof KeyedArrival> => {
  const { fields: w, ways, languages } = said(frame);
  const { online: _none, ...options } = ways;
  // What is hidden in the form has no words: it is not shown among its fields.
  const shown: Omit<FormWords<typeof KeyedArrival>, "scan" | "seen"> = {
    arrivedBy: { label: w.arrivedBy, options },
    arrivedAt: { label: w.arrivedAt, hint: w.arrivedAtHint },
    postedOn: { label: w.postedOn, hint: w.postedOnHint },
    "author-email": { label: w.email, hint: w.emailHint },
    "author-postal-street": { label: w.street },
    "author-postal-postcode": { label: w.postcode, hint: w.postcodeHint },
    "author-postal-town": { label: w.town },
    "author-phone": { label: w.phone, hint: w.phoneHint },
    language: { label: w.language, options: languages },
  };
  return shown as FormWords<typeof KeyedArrival>;
};

const choicesOf = ({ ruleSet, pools }: Cycle, { language }: Pick<StaffRequest, "language">): Choices => ({
  pools: pools.map(({ id }) => [id, `${poolNameIn(language, ruleSet, id) ?? ""} (${id})`.trim()]),
  categories: (ruleSet.categories ?? []).map(({ id, name }) => [id, inLanguage(name, language)]),
  fixedPool: null,
  guardianBelowAge: proposalFormOf(ruleSet).guardianBelowAge ?? 0,
});

const SHOWN_AS: Readonly<Record<string, ShownScan["as"]>> = { pdf: "frame", jpeg: "picture", png: "picture" };

/** An address is a mailbox or a place: the fault of neither stands at the first field of both. */
const sayOf = (frame: Frame): Readonly<Record<string, string>> => {
  const { noAddress, noPostcode } = said(frame).fields;
  return { "/author-email": noAddress, "/author-postal-postcode": noPostcode };
};

/** The scan beside the fields: whoever keys it reads it, which the journal notes. */
const scanOf = async (
  id: UploadId | undefined,
  request: OfCycle,
  deps: Deps,
): Promise<ShownScan | undefined> => {
  if (id === undefined) return undefined;
  const upload = await uploadOf(id, request.actor.roles, deps);
  if (upload.purpose !== "paper-scan" || !upload.found) return undefined;
  const reason = said(frameOf(request)).intake.scanReason;
  const by = { ...request, route: rows.getOfficeIntake };
  const { url } = await readScan(upload, { by, reason, isShown: true }, deps);
  return { id, name: upload.name, as: SHOWN_AS[upload.found.format] ?? "nothing", url };
};

interface Shown {
  readonly scan: UploadId | undefined;
  readonly posted?: Posted;
  readonly similar?: readonly Similar[];
}

const digestOf = (similar: readonly Similar[]): string =>
  canonicalDigest(similar.map(({ number }) => number));

const page = async (
  request: OfCycle,
  { scan, posted = {}, similar = [] }: Shown,
  deps: Deps,
): Promise<Reply> => {
  const { cycleId } = request.params;
  const cycle = await cycleOf(cycleId, deps);
  const frame = frameOf(request);
  const typed = posted.typed ?? { language: "pl", arrivedBy: "post" };
  const state = formState(request.words, {
    ...posted,
    typed,
    say: { ...sayIn(request.words), ...sayOf(frame) },
  });
  const shown = await scanOf(scan, request, deps);
  // Paper may leave out what the form asks for: the formal check finds it.
  const questions = TASKS.flatMap((task) => questionsOf(cycle, task, request)).map((question) => ({
    ...question,
    isOptional: !["title", "pool", "name"].includes(question.name),
  }));
  const body = deskView(frame, state, {
    cycleId,
    edition: request.words.edition(cycle.name, cycle.edition),
    key: request.key ?? formKey(deps),
    scan: shown,
    fields: html`${arrival.fields(state, wordsOf(frame))}
${questionFields({ ...choicesOf(cycle, request), state }, questions)}`,
    similar,
    seen: similar.length > 0 ? digestOf(similar) : undefined,
  });
  const reply = view(body, posted.status);
  return shown ? { ...reply, headers: { ...reply.headers, ...showing(shown.url) } } : reply;
};

const lacking = (given: Answers): Issue[] =>
  (["title", "pool", "name"] as const)
    .filter((field) => given[field] === undefined)
    .map((field) => ({ pointer: `/${field}`, rule: "required" }));

/** A refusal that names a field of the API's body, at the field of the form. */
const atField = (refused: Refusal, hasLines: boolean): Refusal => {
  if (refused.code === "project/elsewhere") return { ...refused, pointer: "/point" };
  const cost = hasLines ? "/lines/0/price" : "/estimate";
  if (refused.code === "request/not-valid")
    return notValid(
      refused.facts.issues.map((issue) =>
        issue.pointer === "/estimatedCostGrosze" ? { ...issue, pointer: cost } : issue,
      ),
    );
  return refused.pointer === "/estimatedCostGrosze" ? { ...refused, pointer: cost } : refused;
};

export const getOfficeIntake = endpoint(rows.getOfficeIntake, {
  summary: "Where a clerk keys a proposal, with its scan beside it",
  params: InCycle,
  query: z.object({ scan: UploadId.optional() }),
  handle: (request, deps) => page(request, { scan: request.query.scan }, deps),
});

export const postOfficeIntake = endpoint(rows.postOfficeIntake, {
  summary: "Enter a proposal as it was keyed; what may be the same paper is shown before",
  params: InCycle,
  body: Keyed,
  hasSteps: true,
  invalid: async (issues, typed, request, deps) => {
    const { scan } = z.object({ scan: UploadId.optional().catch(undefined) }).parse(typed ?? {});
    const posted = wrongForm(issues, typed, NAMES);
    return { ...(await page(request as OfCycle, { scan, posted }, deps)), issues };
  },
  handle: async (request, deps) => {
    const { act, came, answers: given } = request.body;
    const { cycleId } = request.params;
    const { scan } = came;
    const typed = { ...arrival.texts(came), ...typedFrom(given) };
    if (act === "more") return page(request, { scan, posted: { typed } }, deps);
    const again = (refused: Refusal) =>
      page(
        request,
        {
          scan,
          posted: refusedForm(
            atField(refused, given.costLines !== undefined),
            { names: NAMES, typed: () => typed },
            request,
          ),
        },
        deps,
      );
    const paper = paperOf(came, given);
    if (!paper) return again(notValid(lacking(given)));
    const similar = await similarTo(paper, { cycleId }, deps);
    if (similar.length > 0 && came.seen !== digestOf(similar))
      return page(request, { scan, posted: { typed }, similar }, deps);
    try {
      const { register } = await enterPaper(cycleId, paper, request, deps);
      return seeOther(
        link(frameOf(request), pathTo("officeEntry", { cycleId, number: String(register.number) })),
      );
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      return again(error.refusal);
    }
  },
});
