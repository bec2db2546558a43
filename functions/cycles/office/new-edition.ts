import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { MEASURE } from "../../../shared/domain/languages.ts";
import { existing } from "../../../shared/domain/result.ts";
import type { RuleSet } from "../../../shared/domain/rule-set.ts";
import { line } from "../../../shared/domain/text.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import {
  newEditionCheckView,
  newEditionView,
  noRulesView,
} from "../../../shared/pages/office/new-edition.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { poolNameIn } from "../../../shared/words/pool-name.ts";
import { routes } from "../../routes.ts";
import { openCycle } from "../open-cycle.ts";
import { DATED, readEdition } from "./typed-edition.ts";

/** The rules that a new edition of this city may have: those that are shipped, and those of its editions so far. */
const rulesFor = async ({ site, store }: Pick<Deps, "site" | "store">): Promise<Map<string, RuleSet>> => {
  const { items } = await store.cycles.list();
  const ofEditions = items.map(({ ruleSet }) => ruleSet).filter(({ name }) => !RULE_SETS.has(name));
  const ofCity = [...ofEditions, ...RULE_SETS.values()].filter(
    ({ city }) => city.name === site.city.name[MEASURE],
  );
  return new Map(ofCity.map((one) => [one.name, one]));
};

const ruleSetOf = async (name: string | undefined, deps: Deps): Promise<RuleSet | undefined> => {
  const known = await rulesFor(deps);
  if (name === undefined) return [...known.values()].at(-1);
  return existing(known.get(name));
};

interface FormParts {
  readonly ruleSet: RuleSet;
  readonly state: FormState;
  readonly status?: number;
}

const page = async (
  request: Request,
  { ruleSet, state, status = 200 }: FormParts,
  deps: Deps,
): Promise<Reply> => {
  const { language, key } = request;
  return view(
    newEditionView(frameOf(request), state, {
      ruleSet: ruleSet.name,
      ruleSets: [...(await rulesFor(deps)).keys()],
      phases: DATED,
      pools: ruleSet.pools.map(({ id, name }) => ({ id, name: inLanguage(name, language) })),
      key: key ?? formKey(deps),
    }),
    status,
  );
};

export const getOfficeNewCycle = endpoint(routes.getOfficeNewCycle, {
  summary: "The form of a new edition",
  query: z.object({ rules: z.string().optional() }),
  handle: async (request, deps) => {
    const ruleSet = await ruleSetOf(request.query.rules, deps);
    return ruleSet
      ? page(request, { ruleSet, state: formState(request.words) }, deps)
      : view(noRulesView(frameOf(request)));
  },
});

/** Dates and amounts are fields of their own, one a phase and a pool; they are read as a whole. */
const Typed = z
  .object({ name: line(120), ruleSet: z.string(), confirmed: z.enum(["yes", "no"]).optional() })
  .catchall(z.string().max(2000));

/** The texts of a form that did not fit: what came twice is none. */
const textsOf = (typed: unknown): Readonly<Record<string, string>> =>
  z
    .record(z.string(), z.unknown())
    .transform((fields) =>
      Object.fromEntries(
        Object.entries(fields).filter((one): one is [string, string] => typeof one[1] === "string"),
      ),
    )
    .catch({})
    .parse(typed);

export const postOfficeNewCycle = endpoint(routes.postOfficeNewCycle, {
  summary: "Opens a new edition, after it was checked",
  body: Typed,
  invalid: async (issues, typed, request, deps) => {
    const fields = textsOf(typed);
    const ruleSet = await ruleSetOf(fields.ruleSet, deps);
    if (!ruleSet) return view(noRulesView(frameOf(request)), 422);
    // Dates and amounts are told in one go with what else is wrong.
    const { faults } = readEdition({ name: "", typed: fields, ruleSet }, request.words);
    const state = formState(request.words, { typed, issues, faults });
    return page(request, { ruleSet, state, status: 422 }, deps);
  },
  handle: async (request, deps) => {
    const { words, body, language, receivedAt } = request;
    const { confirmed, ...typed } = body;
    const ruleSet = existing(await ruleSetOf(body.ruleSet, deps));
    const { value, faults } = readEdition({ name: body.name, typed, ruleSet }, words);
    if (faults.length > 0 || confirmed === "no") {
      const state = formState(words, { typed, faults });
      return page(request, { ruleSet, state, status: faults.length > 0 ? 422 : 200 }, deps);
    }
    if (confirmed === "yes") {
      const made = await openCycle(request, value, deps);
      return seeOther(link(frameOf(request), pathTo("edition", { cycleId: made.id })));
    }
    const nameOf = (pool: string): string => `${pool} ${poolNameIn(language, ruleSet, pool) ?? ""}`;
    const { key, ...fields } = typed;
    return view(
      newEditionCheckView(frameOf(request), formState(words), {
        key: request.key ?? key ?? formKey(deps),
        ruleSet: ruleSet.name,
        name: value.name,
        now: receivedAt,
        calendar: value.calendar,
        pools: value.pools.map(({ id, amountGrosze }) => ({ name: nameOf(id), amountGrosze })),
        paperDays: value.paper?.registeredWithinDays,
        orderCommitment: value.orderCommitment,
        typed: fields,
      }),
    );
  },
});
