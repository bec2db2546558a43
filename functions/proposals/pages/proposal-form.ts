import { z } from "zod";
import { AuthorClaims, authorPath } from "../../../shared/acts/author-links.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { type Cycle, PoolId } from "../../../shared/domain/cycle/cycle.ts";
import { checkCall, type NewProposal } from "../../../shared/domain/project/proposal.ts";
import { type Refusal, type RefusalCode, refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { calledName, line, mayBeEmpty, paragraphs, title } from "../../../shared/domain/text.ts";
import { type FormState, formState, offersTaken } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { proposalCheckView, proposalFormView } from "../../../shared/pages/proposals/form.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameIn } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { checkSubmission, enrolProposal } from "../submit-proposal.ts";
import { faultyState, PointField, ZlotyField } from "./fields.ts";
import { poolName } from "./models.ts";
import { TokenPath } from "./support-page.ts";

const ProposalFields = z.strictObject({
  key: z.string().optional(),
  act: z.enum(["check", "edit", "submit"]).default("check"),
  pool: PoolId,
  title: title(120),
  description: paragraphs(4000),
  place: mayBeEmpty(line(300)),
  point: mayBeEmpty(PointField),
  cost: ZlotyField,
  name: calledName(120),
  isNamePublic: z.literal("yes").optional(),
});
const ProposalForm = z.preprocess(offersTaken, ProposalFields);
type ProposalForm = z.infer<typeof ProposalFields>;

interface Writing {
  readonly email: string;
  readonly cycle: Cycle;
}

/** Whose form it is, while the call is open; a link whose time is over says so. */
const writingOf = async (request: Request<TokenPath>, deps: Deps): Promise<Writing> => {
  const { token } = request.params;
  const opened = await deps.tokens.open("author", token, AuthorClaims);
  if (!opened) throw new Refused(refusal("thing/not-found", {}));
  if (opened.expired) throw new Refused(refusal("thing/gone", {}));
  const { cycleId, email } = opened.claims;
  const cycle = await cycleOf(cycleId, deps);
  accept(checkCall(cycle, request.receivedAt));
  return { email, cycle };
};

const page = (request: Request, { email, cycle }: Writing, state: FormState, deps: Deps): Html =>
  proposalFormView(frameIn(request, cycle), {
    email,
    pools: cycle.pools.map(({ id, capGrosze }) => ({
      id,
      name: poolName(cycle, id, request.language),
      capGrosze,
    })),
    state,
    key: request.key ?? formKey(deps),
  });

const proposalOf = ({ place, point, ...form }: ProposalForm, email: string): NewProposal => ({
  pool: form.pool,
  title: form.title,
  description: form.description,
  ...(place !== undefined && { place }),
  ...(point !== undefined && { location: point }),
  estimatedCostGrosze: form.cost,
  author: { name: form.name, email, isNamePublic: form.isNamePublic === "yes" },
});

/** What was typed, as text: the parsed body has other types. */
const typedBack = (form: ProposalForm): Record<string, unknown> => ({
  ...form,
  cost: String(form.cost / 100).replace(".", ","),
  point: form.point && `${form.point.lat}, ${form.point.lon}`,
});

/** The field that each refusal of a rule speaks of; of the others it is the pool. */
const FIELDS: Partial<Record<RefusalCode, string>> = {
  "project/over-cap": "cost",
  "project/elsewhere": "point",
};

/** The form again, with why the proposal does not fit; of a point in a district that has a pool, that pool is offered. */
const misfitState = (
  { words, language, city }: Request,
  cycle: Cycle,
  typed: object,
  refused: Refusal,
): FormState => {
  const field = FIELDS[refused.code] ?? "pool";
  const district = refused.code === "project/elsewhere" ? refused.facts.district : null;
  const pool = city.districts.find(({ name }) => name === district)?.id;
  const offer =
    pool !== undefined && cycle.pools.some(({ id }) => id === pool)
      ? { field: "pool", value: pool, text: words.frame.form.use(poolName(cycle, pool, language)) }
      : undefined;
  return formState(words, {
    typed,
    faults: [{ field, text: detailOf(refused, words), ...(offer && { offer }) }],
  });
};

export const getProposalForm = endpoint(routes.getProposalForm, {
  summary: "The form of a proposal, behind a mailed link",
  params: TokenPath,
  handle: async (request, deps) =>
    view(page(request, await writingOf(request, deps), formState(request.words), deps)),
});

export const postProposalForm = endpoint(routes.postProposalForm, {
  summary: "Check a proposal, and submit it",
  params: TokenPath,
  body: ProposalForm,
  invalid: async (issues, typed, request, deps) => {
    const { words } = request;
    const state = faultyState(words, { typed: offersTaken(typed), issues, say: words.proposals.say });
    return view(page(request, await writingOf(request, deps), state, deps), 422);
  },
  handle: async (request, deps) => {
    const { body, words, language, receivedAt, newId, fingerprint } = request;
    const { email, cycle } = await writingOf(request, deps);
    const typed = typedBack(body);
    const proposal = proposalOf(body, email);
    const fits = checkSubmission(cycle, { proposal, submittedAt: receivedAt }, "/cost", deps);
    if (!fits.ok)
      return view(
        page(request, { email, cycle }, misfitState(request, cycle, typed, fits.refusal), deps),
        422,
      );
    const state = formState(words, { typed });
    if (body.act === "edit") return view(page(request, { email, cycle }, state, deps));
    if (body.act === "check") {
      const model = {
        poolName: poolName(cycle, body.pool, language),
        proposal,
        state,
        key: request.key ?? formKey(deps),
      };
      return view(proposalCheckView(frameIn(request, cycle), model));
    }
    const id = newId("prj");
    const submission = { id, cycleId: cycle.id, proposal, language, submittedAt: receivedAt, fingerprint };
    const made = accept(await enrolProposal(submission, cycle, deps));
    return seeOther(link(request, await authorPath(made, deps)));
  },
});
