import { z } from "zod";
import { audited } from "../../../shared/acts/audited.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { CycleId, StatementId } from "../../../shared/domain/ids.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import { accept } from "../../../shared/domain/result.ts";
import { FACTS } from "../../../shared/domain/voting/facts.ts";
import { isUndecided, type Statement } from "../../../shared/domain/voting/statement.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { type StatementLine, statementsView } from "../../../shared/pages/statements/office.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../../shared/platform/lists.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import { poolNameIn } from "../../../shared/words/pool-name.ts";
import { routes } from "../../routes.ts";
import { cycleForStatements } from "./file-statement.ts";
import { MOST_AT_ONCE, rejectMany, StatementRejections } from "./reject-many.ts";
import { dataOf } from "./statement-data.ts";

export const lineOf = (cycle: Cycle, one: Statement, language: Language): StatementLine => ({
  id: one.id,
  cycleId: cycle.id,
  edition: cycle.edition,
  district: poolNameIn(language, cycle.ruleSet, one.district) ?? one.district,
  filedAt: one.filedAt,
  isAtDesk: one.filedBy !== undefined,
  state: one.state,
  addition: one.addition,
});

/** Where a statement stands in the list: what waits first, then the oldest. */
const placeOf = (one: StatementLine): string => `${isUndecided(one) ? 0 : 1} ${one.filedAt} ${one.id}`;

const openCycles = async ({ store }: Deps): Promise<Cycle[]> => {
  const { items } = await store.cycles.list();
  return items.filter(({ phase }) => phase !== "cancelled" && isBefore(phase, "implementation"));
};

/** Editions that take statements now. */
const editionsTaking = async (open: readonly Cycle[], deps: Deps) => {
  const taking = await Promise.all(open.map(({ id }) => cycleForStatements(id, deps)));
  return taking.flatMap((one) => (one.ok ? [{ cycleId: one.value.id, edition: one.value.edition }] : []));
};

/** Statements as the list shows them; with what a form over them has said wrong. */
const listPage = async (
  request: StaffRequest,
  { cursor, limit }: z.infer<typeof PageQuery>,
  deps: Deps,
  rejecting = formState(request.words),
) => {
  const page = pageOf({ cursor, limit });
  const { after = "" } = page;
  const open = await openCycles(deps);
  const lists = await Promise.all(
    open.map(async (cycle) => {
      const { items } = await deps.store.statements.list(cycle.id);
      return items.map((one) => lineOf(cycle, one, request.language));
    }),
  );
  const rest = lists
    .flat()
    .filter((one) => placeOf(one) > after)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const items = rest.slice(0, page.limit);
  const last = items.at(-1);
  return statementsView(
    { ...frameOf(request), path: pathTo("officeStatements") },
    {
      items,
      editions: await editionsTaking(open, deps),
      search: formState(request.words),
      rejecting,
      next: last && rest.length > page.limit ? cursorOf(placeOf(last)) : null,
      isLater: cursor !== undefined,
    },
  );
};

export const getOfficeStatements = endpoint(routes.getOfficeStatements, {
  summary: "Statements that wait for the office",
  query: PageQuery,
  handle: async (request, deps) => view(await listPage(request, request.query, deps)),
});

/** A tick of the list: an edition, and a statement of it. */
const Ticked = z
  .string()
  .transform((value) => value.split("/"))
  .pipe(z.tuple([CycleId, StatementId]));

export const postOfficeStatementRejections = endpoint(routes.postOfficeStatementRejections, {
  summary: "Reject the ticked statements with one reason",
  body: z.object({
    ticked: z.preprocess((value) => [value ?? []].flat(), z.array(Ticked).max(MOST_AT_ONCE)),
    reason: z.string().max(1200).default(""),
  }),
  handle: async (request, deps) => {
    const { body, words } = request;
    const w = words.identity.office;
    const ticked = body.ticked.map(([cycleId, id]) => `${cycleId}/${id}`);
    const again = async (faults: { field: string; text: string }[], status: number) =>
      view(
        await listPage(
          request,
          PageQuery.parse({}),
          deps,
          formState(words, { typed: { ticked, reason: body.reason }, faults }),
        ),
        status,
      );
    const reason = StatementRejections.shape.reason.safeParse(body.reason).data;
    if (ticked.length === 0) return again([{ field: "ticked", text: w.noneTicked }], 422);
    if (reason === undefined) return again([{ field: "reason", text: w.noReason }], 422);
    const rejected = [];
    for (const [cycleId, of] of Map.groupBy(body.ticked, ([cycleId]) => cycleId))
      rejected.push(
        ...(await rejectMany({ by: request, cycleId, ids: of.map(([, id]) => id), reason }, deps)),
      );
    const kept = rejected.flatMap(({ id, refusal }) =>
      refusal ? [{ field: "main", text: w.notRejected(id, detailOf(refusal, words)) }] : [],
    );
    return kept.length > 0 ? again(kept, 409) : seeOther(link(frameOf(request), pathTo("officeStatements")));
  },
});

/** A surname, or both names in any order, as they are compared. */
const isNamed = (
  { firstName = "", surname = "" }: { readonly firstName?: string; readonly surname?: string },
  asked: string,
): boolean => {
  const { folded } = FACTS.surname;
  return [surname, `${firstName} ${surname}`, `${surname} ${firstName}`].some(
    (name) => name.trim() !== "" && folded(name) === folded(asked),
  );
};

/** Statements of who has this name, while it is kept. Names are sealed: each is opened for this one comparison. */
const named = async (cycle: Cycle, asked: string, deps: Deps): Promise<Statement[]> => {
  const { items } = await deps.store.statements.list(cycle.id);
  const found = await Promise.all(
    items.map(async (one) => {
      const data = await dataOf(one, deps);
      return one.id === asked || (data && isNamed(data.facts, asked)) ? [one] : [];
    }),
  );
  return found.flat();
};

export const postOfficeStatements = endpoint(routes.postOfficeStatements, {
  summary: "Find a statement by the name of who filed it",
  body: z.object({ name: z.string().max(200).default("") }),
  handle: async (request, deps) => {
    const { body, words, language } = request;
    const asked = body.name.trim();
    const open = await openCycles(deps);
    const editions = await editionsTaking(open, deps);
    const shown = (items: StatementLine[], search = formState(words, { typed: body })) =>
      statementsView(frameOf(request), {
        items,
        editions,
        search,
        rejecting: formState(words),
        found: asked,
        next: null,
        isLater: false,
      });
    if (asked === "") {
      const faults = [{ field: "name", text: words.identity.office.noName }];
      return view(shown([], formState(words, { typed: body, faults })), 422);
    }
    const found = await Promise.all(
      open.map(async (cycle) => ({ cycle, statements: await named(cycle, asked, deps) })),
    );
    const lines = found.flatMap(({ cycle, statements }) =>
      statements.map((one) => lineOf(cycle, one, language)),
    );
    // Who is found is told of a person: it leaves the record that opening the statement would.
    const read = { ...request, route: routes.getStatement };
    for (const { cycleId, id } of lines)
      accept(await deps.store.table.write([audited(read, cycleId, { facts: { statement: id } })]));
    return view(shown(lines));
  },
});
