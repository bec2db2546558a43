import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { fingerprint } from "../../../shared/domain/fingerprint.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { RuleSet } from "../../../shared/domain/rule-set.ts";
import { line } from "../../../shared/domain/text.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { newEditionCheckView, newEditionView } from "../../../shared/pages/office/new-edition.ts";
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

/** The shipped rule sets of this city. */
const shippedFor = ({ site }: Pick<Deps, "site">): RuleSet[] =>
  [...RULE_SETS.values()].filter(({ city }) => city.name === site.city.name);

const ruleSetOf = (name: string | undefined, deps: Deps): RuleSet => {
  const shipped = shippedFor(deps);
  const found = name === undefined ? shipped.at(-1) : shipped.find((one) => one.name === name);
  if (!found) throw new Refused(refusal("thing/not-found", {}));
  return found;
};

interface FormParts {
  readonly ruleSet: RuleSet;
  readonly state: FormState;
  readonly status?: number;
}

const page = (request: Request, { ruleSet, state, status = 200 }: FormParts, deps: Deps): Reply => {
  const { language, key } = request;
  return view(
    newEditionView(frameOf(request), state, {
      ruleSet: ruleSet.name,
      ruleSets: shippedFor(deps).map(({ name }) => name),
      phases: DATED,
      pools: ruleSet.pools.map(({ id, name }) => ({ id, name: inLanguage(name, language) })),
      key: key ?? formKey(deps),
    }),
    status,
  );
};

export const getDeskNewCycle = endpoint(routes.getDeskNewCycle, {
  summary: "The form of a new edition",
  query: z.object({ rules: z.string().optional() }),
  handle: (request, deps) =>
    page(request, { ruleSet: ruleSetOf(request.query.rules, deps), state: formState(request.words) }, deps),
});

/** Dates and amounts are fields of their own, one a phase and a pool; they are read as a whole. */
const Typed = z
  .object({ name: line(120), ruleSet: z.string(), confirmed: z.enum(["yes", "no"]).optional() })
  .catchall(z.string().max(2000));

export const postDeskNewCycle = endpoint(routes.postDeskNewCycle, {
  summary: "Opens a new edition, after it was checked",
  body: Typed,
  invalid: (issues, typed, request, deps) => {
    const asked = z.object({ ruleSet: z.string() }).safeParse(typed).data?.ruleSet;
    const state = formState(request.words, { typed, issues });
    return page(request, { ruleSet: ruleSetOf(asked, deps), state, status: 422 }, deps);
  },
  handle: async (request, deps) => {
    const { words, body, language, receivedAt } = request;
    const { confirmed, ...typed } = body;
    const ruleSet = ruleSetOf(body.ruleSet, deps);
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
        fingerprints: value.keys && {
          ballots: fingerprint(value.keys.ballots),
          links: fingerprint(value.keys.links),
        },
        typed: fields,
      }),
    );
  },
});
