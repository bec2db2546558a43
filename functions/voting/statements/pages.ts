import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { dueBy } from "../../../shared/domain/office/edition-work.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { districtsIn } from "../../../shared/domain/rule-set.ts";
import { setOf } from "../../../shared/domain/voting/fact-sets.ts";
import { AlternativeId, type FactSet, factsOf } from "../../../shared/domain/voting/identity-policy.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { statementFiledView, statementFormView } from "../../../shared/pages/statements/form.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../../shared/platform/frame.ts";
import { formAgain, type Reply, view } from "../../../shared/platform/http.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { routes } from "../../routes.ts";
import { faultWords } from "../pages/fault-words.ts";
import { IdentityForm, typedFacts } from "../pages/shown-form.ts";
import { refused } from "../pages/trouble.ts";
import { cycleForStatements, type Filing, fileStatement } from "./file-statement.ts";

const Path = z.object({ cycleId: CycleId });
const Form = IdentityForm.extend({ declarations: z.unknown().optional() });

const isAtDesk = ({ actor }: Pick<Request, "actor">): boolean => actor.kind === "staff";

const formView = (
  request: Request,
  cycle: Cycle,
  set: FactSet,
  deps: Deps,
  state = formState(request.words),
): Html => {
  const { words, language } = request;
  const { statement } = set;
  if (!statement) throw new Error("a form of an edition without statements");
  const frame = frameOf(request);
  const desk = isAtDesk(request);
  return statementFormView(
    frame,
    {
      cycleId: cycle.id,
      policy: statement,
      identity: cycle.ruleSet.identity,
      set,
      districts: districtsIn(cycle.ruleSet).map(({ id, name }) => [id, inLanguage(name, language)] as const),
      action: desk
        ? pathTo("officeNewStatement", { cycleId: cycle.id })
        : pathTo("voteStatement", { cycleId: cycle.id }),
      back: {
        href: link(frame, desk ? pathTo("officeStatements") : pathTo("voteIdentity", { cycleId: cycle.id })),
        text: desk ? words.identity.office.title : words.frame.back,
      },
      key: request.key ?? formKey(deps),
    },
    state,
  );
};

/** The fields of the edition's form: ticks become declarations, and an empty choice is none. */
const typedOf = (
  { statement }: FactSet,
  form: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  return {
    ...typedFacts(statement ? factsOf(statement) : [], form),
    district: form.district ?? "",
    email: form.email ?? "",
    declarations: statement?.declarations.map((_said, index) => form[`declarations-${index}`] === "yes"),
  };
};

const By = z.object({ by: AlternativeId.optional() });

/** The set of facts whose form is asked for; the first where that one takes no statements. */
const setIn = ({ ruleSet: { identity } }: Cycle, by: AlternativeId | undefined): FactSet => {
  const set = setOf(identity, by);
  return set.statement ? set : identity;
};

const show = async (
  request: Request<z.infer<typeof Path>, z.infer<typeof By>>,
  deps: Deps,
): Promise<Reply> => {
  const cycle = accept(await cycleForStatements(request.params.cycleId, deps));
  return view(formView(request, cycle, setIn(cycle, request.query.by), deps));
};

const file = async (
  request: Request<z.infer<typeof Path>, undefined, z.infer<typeof Form>>,
  deps: Deps,
  admit?: NonNullable<Filing["admit"]>,
): Promise<Reply> => {
  const { params, body, words } = request;
  const cycle = accept(await cycleForStatements(params.cycleId, deps));
  const set = setIn(cycle, AlternativeId.safeParse(body.by).data);
  const typed = typedOf(set, body);
  const { admit: _, ...asked } = request;
  const filing = { ...asked, cycleId: cycle.id, typed, set, ...(admit && { admit }) };
  const filed = await fileStatement(filing, deps);
  if (filed.ok)
    return view(
      statementFiledView(
        {
          ...frameOf(request),
          path: isAtDesk(request)
            ? pathTo("officeNewStatement", { cycleId: cycle.id })
            : pathTo("voteStatement", { cycleId: cycle.id }),
        },
        {
          statement: filed.value.id,
          email: String(typed.email),
          decidedBy: dueBy("decide-statement", cycle),
          ...(isAtDesk(request) && { back: pathTo("officeStatements") }),
        },
      ),
    );
  if (filed.refusal.code !== "request/not-valid") throw new Refused(filed.refusal);
  const { issues } = filed.refusal.facts;
  const unticked = Object.fromEntries(
    issues.flatMap(({ pointer }) =>
      pointer.startsWith("/declarations/") ? [[pointer, words.identity.statement.undeclared]] : [],
    ),
  );
  const say = { ...faultWords(issues, typed, words), ...unticked };
  return formAgain(
    formView(request, cycle, set, deps, formState(words, { typed: body, issues, say })),
    issues,
  );
};

export const getStatementPage = endpoint(routes.getStatementPage, {
  summary: "State that you live in the city",
  params: Path,
  query: By,
  refused,
  handle: show,
});

export const postStatementPage = endpoint(routes.postStatementPage, {
  summary: "File the statement",
  params: Path,
  body: Form,
  refused,
  handle: (request, deps) => file(request, deps, request.admit.statement),
});

/** The same form at the desk that takes a statement in. */
export const getOfficeNewStatement = endpoint(routes.getOfficeNewStatement, {
  summary: "Take in a statement at the desk",
  params: Path,
  query: By,
  handle: show,
});

export const postOfficeNewStatement = endpoint(routes.postOfficeNewStatement, {
  summary: "File a statement at the desk",
  params: Path,
  body: Form,
  handle: (request, deps) => file(request, deps),
});
