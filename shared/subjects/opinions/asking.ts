/** A coordinator asks units for their opinions on the merits of a proposal. */
import { z } from "zod";
import { stateAfter } from "../../domain/lifecycle.ts";
import { UnitId } from "../../domain/office/directory.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { opinionBy } from "../../domain/procedure/clock.ts";
import { criteriaOf, unitsFor } from "../../domain/procedure/criteria.ts";
import { isOutstanding } from "../../domain/procedure/opinion.ts";
import { OPINION_STAGES } from "../../domain/procedure/stages.ts";
import { type Issue, notValid, type Refusal, refusal } from "../../domain/refusals.ts";
import { ok, refused } from "../../domain/result.ts";
import { mayBeEmpty, paragraphs } from "../../domain/text.ts";
import type { Instant } from "../../domain/time.ts";
import { html } from "../../pages/html.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { cardWrite, takenUp, touched } from "../checks/store.ts";
import { formOf } from "../form-of.ts";
import { opinionsTable, pathOfOpinions, said } from "./beside-pages.ts";
import { type Case, CasePath, caseOf, isOpen, outsidePhase } from "./case.ts";
import { pathOfCase } from "./pages.ts";
import { opinionRows as rows } from "./rows.ts";
import { CaseOpinions, type Opinion, type Signed, shownOpinion } from "./rules.ts";
import { saved } from "./work.ts";

const AskUnits = z.strictObject({
  units: z.array(UnitId).min(1).max(10),
  note: mayBeEmpty(paragraphs(1000)),
});

/** Units that the edition's rules name, as far as the city has them and nobody has asked them. */
const proposedFor = ({ cycle, project, units, opinions }: Case): UnitId[] =>
  unitsFor(cycle.ruleSet, project).filter(
    (id) => units.some((unit) => unit.id === id) && !opinions.some(({ unit }) => unit === id),
  );

/**
 * The card says that somebody is asked: whoever fills it in at that moment has not seen it, and begins anew. One that nobody has begun is begun.
 */
export const cardTouched = ({ card, cycle, project }: Case, at: Instant): Write[] => {
  if (card.version > 0) return [touched(card)];
  const work = workOfProject(project, cycle, at);
  return [cardWrite(card, work && waits(work)), takenUp(project)];
};

/** A question to a unit: its first one, or anew with what was said before left behind. */
export const newQuestion = (
  thing: Case,
  unit: UnitId,
  {
    asked,
    since,
    ...more
  }: { readonly asked: Signed; readonly since: Instant } & Pick<Partial<Opinion>, "note" | "from">,
): Opinion | Refusal => {
  const { cycle, project, card, units, opinions } = thing;
  const before = opinions.find((one) => one.unit === unit);
  const unitName = units.find(({ id }) => id === unit)?.name ?? unit;
  if (before && isOutstanding(before)) return refusal("opinion/asked", { unit: unitName });
  return {
    ...{ cycleId: project.cycleId, projectId: project.id, unit, unitName, asked },
    state: stateAfter(OPINION_STAGES, "ask"),
    until: opinionBy(cycle, since, card.calls),
    ...more,
    // What was given before stands in the fields.
    ...(before && {
      answers: before.answers,
      costLines: before.costLines,
      upkeepGrosze: before.upkeepGrosze,
      holder: before.holder,
      years: before.years,
      reasons: before.reasons,
    }),
    answers: before?.answers ?? [],
    hands: before?.hands ?? [],
    version: before?.version ?? 0,
  };
};

export const isRefusal = (one: Opinion | Refusal): one is Refusal => "code" in one;

const subject = subjectOf<Case & { readonly version?: number }, CasePath, "open" | "settled", "ask", "phase">(
  {
    params: CasePath,
    find: caseOf,
    stateAt: (thing) => (isOpen(thing) ? "open" : "settled"),
    blockers: { phase: ({ thing }) => outsidePhase(thing) },
    words: (frame) => {
      const { caseStates, ask } = said(frame);
      return { states: caseStates, acts: { ask }, blockers: { phase: "" } };
    },
    journal: ({ project }) => project.id,
    title: (frame, { project }) => said(frame).of(project.number),
    address: ({ project }) => pathOfOpinions(project),
    back: { address: ({ project }) => pathOfCase(project), title: (frame) => said(frame).back },
    about: (frame, { thing }) => html`<p>${thing.project.title}</p>
${opinionsTable(frame, thing.opinions, criteriaOf(thing.cycle.ruleSet, "merit"))}`,
    reply: CaseOpinions,
    shown: (thing) => ({
      projectId: thing.project.id,
      state: isOpen(thing) ? "open" : "settled",
      proposed: proposedFor(thing),
      opinions: thing.opinions.map((one) => shownOpinion(one, thing.cycle)),
    }),
  },
);

const ask = subject.act({
  name: "ask",
  summary: "Ask units for their opinions on the merits of a proposal",
  description:
    "Several at once: each has the edition's `opinionDays` of its own, and the card of the merit check waits for all of them. `proposed` are those that the " +
    "edition's `routing` names. 409 `opinion/asked` for a unit that was asked and has not answered; one that has may be asked anew.",
  json: rows.postOpinions,
  form: rows.postOpinionsForm,
  from: ["open"],
  guards: ["phase"],
  asks: {
    form: formOf(AskUnits),
    words: (frame) => {
      const { ask: w } = said(frame);
      return { units: { label: w.units, hint: w.unitsHint }, note: { label: w.note } };
    },
    now: (thing) => ({ units: proposedFor(thing), note: undefined }),
    choices: ({ thing: { units, opinions } }) => ({
      units: units
        .filter(({ id }) => !opinions.some((one) => one.unit === id && isOutstanding(one)))
        .map(({ id, name }) => [id, name] as const),
    }),
  },
  does: async ({ units: asked, note }, { by, thing, record, deps }) => {
    const issues = asked.flatMap((id, n): Issue[] => {
      if (!thing.units.some((unit) => unit.id === id)) return [{ pointer: `/units/${n}`, rule: "choice" }];
      return asked.indexOf(id) < n ? [{ pointer: `/units/${n}`, rule: "duplicate" }] : [];
    });
    if (issues.length > 0) return refused(notValid(issues));
    const at = by.receivedAt;
    const signed = { by: by.actor.id, byName: by.actor.name, at };
    const writes: Write[] = [];
    const made: Opinion[] = [];
    for (const unit of asked) {
      const next = newQuestion(thing, unit, { asked: signed, since: at, note });
      if (isRefusal(next)) return refused(next);
      made.push({ ...next, version: next.version + 1 });
      writes.push(...(await saved(next, thing.project, at, deps)));
    }
    const names = made.map(({ unitName }) => unitName).join(", ");
    const outcome = await deps.store.table.write([
      ...writes,
      ...cardTouched(thing, at),
      record({ units: names }, note === undefined ? {} : { reason: note }),
    ]);
    if (!outcome.ok) return outcome;
    const others = thing.opinions.filter(({ unit }) => !asked.includes(unit));
    return ok({ ...thing, opinions: [...others, ...made] });
  },
});

export const getOpinions = subject.read(rows.getOpinions, "The opinions of units about a proposal");
export const getOpinionsPage = subject.page(rows.getOpinionsPage, "The opinions of units about a proposal");
export const postOpinions = ask.json;
export const postOpinionsForm = ask.form;
