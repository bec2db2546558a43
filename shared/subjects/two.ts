/**
 * A declared act that takes two people. The first person's press leaves a proposal of exactly what was asked; the second person's word does the
 * act, under the conditions that stand then. Here is what a proposal says of itself, and what becomes of it.
 */
import type { z } from "zod";
import type { AuditedRoute } from "../acts/audited.ts";
import { tryAnew } from "../acts/cycle-of.ts";
import { Proposed, propose, proposedReply } from "../acts/propose.ts";
import type { TakesTwo, Word } from "../acts/takes-two.ts";
import { pathTo } from "../domain/addresses.ts";
import { canonicalJson } from "../domain/canonical.ts";
import type { PendingId } from "../domain/ids.ts";
import type { Localised } from "../domain/localised.ts";
import { actOn, type PendingAct, type Proposal } from "../domain/office/pending.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { accept, asResult, ok, type Result, refused } from "../domain/result.ts";
import { html } from "../pages/html.ts";
import { link } from "../pages/layout.ts";
import { type ActBody, wayTo } from "../pages/office/acts.ts";
import type { Deps } from "../platform/deps.ts";
import type { Endpoint, StaffRequest } from "../platform/endpoint.ts";
import { frameOf } from "../platform/frame.ts";
import { detailOf } from "../platform/problem.ts";
import type { Write } from "../store/write.ts";
import { inLanguage } from "../words/fallback.ts";
import { type Act, type Looking, Made, type Proposer, type Subject } from "./declared.ts";
import type { FormOf } from "./form-of.ts";
import { inEach, inOffice, toldOf } from "./told.ts";

type OfSubject = PendingAct<"of-subject">;

/** What carries the second half of an act that a subject declares: its endpoint. */
export interface DeclaredTwo {
  readonly two: (act: Pick<OfSubject, "proposal">, deps: Deps) => Promise<TakesTwo<"of-subject">>;
}

/** An endpoint of an act, with its second half if it takes two. */
export const withTwo = <E extends Endpoint>(second: DeclaredTwo | undefined, endpoint: E): E =>
  second ? { ...endpoint, two: second.two } : endpoint;

/** Under which names the journal has an act that takes two: what was done under its row's, all else with its title. */
export const namesOfTwo = async (
  row: AuditedRoute,
  title: Localised,
  { city }: Pick<Deps["site"], "city">,
): Promise<TakesTwo<"of-subject">["names"]> => {
  const said = async (how: Exclude<Word, "accept"> | "propose"): Promise<AuditedRoute> => ({
    name: row.name,
    said: await inOffice(city, ({ pending, language }) =>
      pending.ofSubject.said[how](inLanguage(title, language)),
    ),
  });
  return {
    propose: await said("propose"),
    accept: row,
    refuse: await said("refuse"),
    withdraw: await said("withdraw"),
  };
};

const idOf = ({ newId }: Pick<StaffRequest, "newId">): PendingId => newId("pnd") as PendingId;

const isAsked = ({ proposal }: OfSubject, asked: unknown): boolean =>
  canonicalJson(proposal.asked) === canonicalJson(asked);

type Mark = Pick<OfSubject["proposal"], "version" | "stamp">;

/** Whether a proposal can still be accepted, as its thing is now. */
const isFor = ({ proposal }: Pick<OfSubject, "proposal">, { version, stamp }: Mark): boolean =>
  proposal.version === version && proposal.stamp === stamp;

/** Who asks about which thing, by the parameters of its path. */
type Here<T, P> = Looking<T> & { readonly by: StaffRequest<P> };

/** What comes with the record of an act that a second person accepts. */
export interface Seconded {
  readonly settling: readonly Write[];
  readonly proposedBy: Proposer;
}

interface Within<T, P, S extends z.ZodObject> {
  readonly form: FormOf<S>;
  /** What keeps it from being done now. */
  readonly standing: (here: Here<T, P>) => Promise<readonly Refusal[]>;
  readonly done: (asked: z.output<S>, here: Here<T, P>, seconded: Seconded) => Promise<Result<unknown>>;
}

export const twoOf = <
  T extends { readonly version?: number },
  P extends Readonly<Record<string, string>>,
  State extends string,
  Name extends string,
  Blocker extends string,
  S extends z.ZodObject,
  J,
  F,
  G,
>(
  subject: Subject<T, P, State, Name, Blocker>,
  declared: Act<T, Name, State, Blocker, S, J, F, G>,
  { form, standing, done }: Within<T, P, S>,
) => {
  const { asks, json: row, name, two: settlers } = declared;
  if (settlers === undefined) return undefined;

  /** The thing as it is now: a proposal is for that alone. */
  const markOf = async (here: Here<T, P>): Promise<Mark> => ({
    ...(here.thing.version !== undefined && { version: here.thing.version }),
    ...(subject.stamp && { stamp: await subject.stamp(here) }),
  });

  const proposalOf = async (asked: z.output<S>, here: Here<T, P>): Promise<Proposal<"of-subject">> => {
    const { by, thing } = here;
    return {
      act: row.name,
      params: by.params ?? {},
      ...(await markOf(here)),
      asked,
      in: settlers,
      isFinal: declared.kind === "danger",
      journal: subject.journal(thing),
      path: subject.address(thing),
      title: await inEach(by, ({ words }) => subject.words({ words }).acts[name].title),
      thing: await inEach(by, (one) => subject.title(frameOf(one), thing)),
      told: asks ? await toldOf(form.names, form.texts(asked), asks, here) : [],
    };
  };

  /** All as it was when it was proposed, with nothing in its way. */
  const readyOf = async ({ proposal }: Pick<OfSubject, "proposal">, request: StaffRequest, deps: Deps) => {
    const params = (subject.params?.parse(proposal.params) ?? {}) as P;
    const thing = await asResult(() => subject.find(params, deps));
    const asked = form.schema.safeParse(proposal.asked);
    const overtaken = refused(refusal("pending/settled", { state: "overtaken" }));
    if (!thing.ok || !asked.success) return overtaken;
    const here = { by: { ...request, params }, thing: thing.value, deps };
    if (!isFor({ proposal }, await markOf(here))) return overtaken;
    const [first] = await standing(here);
    return first ? refused(first) : ok({ asked: asked.data, here });
  };

  const two: DeclaredTwo["two"] = async ({ proposal }, { site }) => {
    return {
      names: await namesOfTwo(row, proposal.title, site),
      facts: ({ byName }, how) => (how === "propose" ? {} : { proposedBy: byName }),
      run: async (act, request, deps) => {
        const { asked, here } = accept(await readyOf(act, request, deps));
        return (settling) => done(asked, here, { settling, proposedBy: { id: act.by, name: act.byName } });
      },
    };
  };

  const waits = ({ byName: name, until }: OfSubject): Refusal => refusal("pending/waits", { name, until });

  /** The proposal of it that waits for a second person, if one does. */
  const waiting = async (here: Here<T, P>): Promise<OfSubject | undefined> => {
    const { by, thing, deps } = here;
    if (thing.version === undefined) return undefined;
    const place = actOn({ act: row.name, params: by.params });
    const act = await deps.store.pending.standing(subject.journal(thing), "of-subject", place);
    return act && by.receivedAt < act.until && isFor(act, await markOf(here)) ? act : undefined;
  };

  /** Where it is offered: that it takes two, and in the place of its form the proposal that waits; what was sent and not taken stays. */
  const offered = async <B extends ActBody>(body: B, here: Here<T, P>, isSent: boolean): Promise<B> => {
    const { words } = here.by;
    const w = words.pending.ofSubject;
    const hint = [body.hint, w.takesTwo].filter(Boolean).join(" ");
    const act = await waiting(here);
    if (!act) return { ...body, hint };
    const href = link(here.by, pathTo("pendingAct", { pendingId: act.id }));
    const way = html`${wayTo(href, w.see)}${isSent && body.way}`;
    return { ...body, hint, waits: [detailOf(waits(act), words), ...body.waits], way };
  };

  const left = (act: OfSubject, thing: T): Made => new Made(proposedReply(act), subject.address(thing));

  /** Leaves the proposal, once: while one waits there is no other. The same again, from the same person, is the one that is there. */
  const proposed = async (given: z.output<S> | undefined, here: Here<T, P>): Promise<Result<Made>> => {
    // What asks nothing has no body at the API.
    const asked = given ?? form.schema.parse({});
    const { by, thing, deps } = here;
    const before = by.key === undefined ? undefined : await deps.store.pending.get(idOf(by));
    if (before?.kind === "of-subject" && before.by === by.actor.id && isAsked(before, asked))
      return ok(left(before, thing));
    const [first = declared.refuses?.(asked, here)] = await standing(here);
    if (first) return refused(first);
    const proposal = await proposalOf(asked, here);
    const takesTwo = await two({ proposal }, deps);
    const kept = (act: OfSubject) => (isFor(act, proposal) ? waits(act) : undefined);
    return asResult(() =>
      tryAnew(async () =>
        left(await propose(takesTwo, { kind: "of-subject", proposal, by, kept }, deps), thing),
      ),
    );
  };

  return { two, offered, proposed, replies: { 202: Proposed } };
};
