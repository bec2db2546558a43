import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { isPhone } from "../../../shared/domain/phone.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { setOf } from "../../../shared/domain/voting/fact-sets.ts";
import {
  AlternativeId,
  contactsOf,
  type FactSet,
  factsOf,
  type IdentityPolicy,
} from "../../../shared/domain/voting/identity-policy.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { type Frame, link } from "../../../shared/pages/layout.ts";
import { identityView } from "../../../shared/pages/voting/identity.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { formAgain, seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { openVote } from "../booth.ts";
import { openSession } from "../open-session.ts";
import { opened } from "./cookies.ts";
import { faultWords } from "./fault-words.ts";
import { guardianContact } from "./next-child.ts";
import { IdentityForm, typedFacts } from "./shown-form.ts";
import { mostLists, stepText } from "./steps.ts";
import { refused } from "./trouble.ts";

const Path = z.object({ cycleId: CycleId });

/** The frame of a page inside a vote: its line says until when it is open. */
export const voteFrame = (request: Request, { calendar }: Pick<Cycle, "calendar">) =>
  frameIn(request, { phase: "voting", calendar });

/** The frame of a page before the code: with the step that it is. */
export const entryFrame = async (
  request: Request,
  cycle: Cycle,
  { at, entry }: { readonly at: "who" | "guardian" | "code"; readonly entry: "alone" | "child" },
  deps: Deps,
): Promise<Frame> => ({
  ...voteFrame(request, cycle),
  step: stepText(request.words, { entry, lists: await mostLists(cycle, deps) }, at),
});

const shown = async (
  request: Request,
  cycle: Cycle,
  set: FactSet,
  deps: Deps,
  state = formState(request.words),
) =>
  identityView(
    await entryFrame(request, cycle, { at: "who", entry: "alone" }, deps),
    { cycleId: cycle.id, policy: cycle.ruleSet.identity, set, hasEid: deps.eid !== undefined },
    state,
  );

export const getIdentityPage = endpoint(routes.getIdentityPage, {
  summary: "Who is voting?",
  params: Path,
  query: z.object({ next: z.literal("child").optional(), by: AlternativeId.optional() }),
  refused,
  handle: async (request, deps) => {
    const { params, query, words, receivedAt } = request;
    const cycle = await openVote(params.cycleId, receivedAt, deps);
    const contact = query.next && (await guardianContact(cycle.id, request, deps));
    const typed = contact ? { [isPhone(contact) ? "phone" : "email"]: contact } : {};
    return view(
      await shown(request, cycle, setOf(cycle.ruleSet.identity, query.by), deps, formState(words, { typed })),
    );
  },
});

/** The fields of the edition's form; a contact that was left empty was not given. */
const typedOf = (
  { roll }: IdentityPolicy,
  set: FactSet,
  form: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...typedFacts(factsOf(set.roll), form),
  ...Object.fromEntries(
    contactsOf(roll).flatMap((name) => (String(form[name] ?? "").trim() === "" ? [] : [[name, form[name]]])),
  ),
});

export const postIdentityPage = endpoint(routes.postIdentityPage, {
  summary: "Ask for a code",
  params: Path,
  body: IdentityForm,
  refused,
  handle: async (request, deps) => {
    const { params, body, language, words, receivedAt, admit } = request;
    const cycle = await openVote(params.cycleId, receivedAt, deps);
    const { identity, voterCodes } = cycle.ruleSet;
    const set = setOf(identity, AlternativeId.safeParse(body.by).data);
    const typed = typedOf(identity, set, body);
    const asked = { ...params, typed, set, language, receivedAt, admit };
    const session = await openSession(asked, deps);
    if (session.ok)
      return seeOther(
        link(request, pathTo("voteCode", { cycleId: cycle.id })),
        opened(session.value, voterCodes.sessionSeconds, deps.site),
      );
    if (session.refusal.code !== "request/not-valid") throw new Refused(session.refusal);
    const { issues } = session.refusal.facts;
    const contacts = contactsOf(identity.roll);
    const hasNeither = contacts.length > 1 && !contacts.some((name) => name in typed);
    const say = {
      ...faultWords(issues, typed, words),
      ...(hasNeither && { [`/${contacts[0]}`]: words.identity.noContact }),
    };
    return formAgain(
      await shown(request, cycle, set, deps, formState(words, { typed: body, issues, say })),
      issues,
    );
  },
});
