/**
 * Acts of staff on a thing, declared: from which states, what stands in their way, what they ask, what they do. From the declaration come the
 * row of the JSON API and the form that do the same, the record in the journal, and on the thing's page each act with what it waits for.
 * What makes a new thing is an act on the list that it will be in.
 *
 *     const units = subjectOf({ params, find, stateAt: () => "kept", blockers: { "not-empty": … }, words, … });
 *     const removal = units.act({ name: "remove", from: ["kept"], guards: ["not-empty"], json: routes.deleteUnit,
 *       form: routes.postOfficeUnitRemoval, does: (_, { thing, record, deps }) => removeUnit(thing, record(), deps) });
 */
import { z } from "zod";
import { audited } from "../acts/audited.ts";
import { checkVersion } from "../acts/cycle-of.ts";
import { type Posted, refusedForm, staleForm, wrongForm } from "../acts/posted.ts";
import { addressAt } from "../domain/addresses.ts";
import { notValid, type Refusal, refusal } from "../domain/refusals.ts";
import { accept, ok, type Result, refused } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { formState } from "../pages/components/form-state.ts";
import { type Html, html } from "../pages/html.ts";
import { link } from "../pages/layout.ts";
import { type ActsPage, actBody, actForm, actsPage, offeredAct, wayTo } from "../pages/office/acts.ts";
import type { Deps } from "../platform/deps.ts";
import { type Endpoint, endpointsFor, type StaffRequest } from "../platform/endpoint.ts";
import { formKey, frameOf } from "../platform/frame.ts";
import { json, noContent, type Reply, seeOther, versionTag, view } from "../platform/http.ts";
import { issuesOf } from "../platform/issues.ts";
import { detailOf } from "../platform/problem.ts";
import type { OfficeRoute, Route, StaffRoute } from "../platform/route.ts";
import { type Act, Made, type Subject } from "./declared.ts";
import { type FormOf, formOf } from "./form-of.ts";
import { type Seconded, twoOf, withTwo } from "./two.ts";

/** A new thing: what the API answers, and where the office has it. */
export const made = (reply: Reply, address: string): Made => new Made(reply, address);

/** The act that was sent and not taken, and its form. */
type Sent = Posted & { readonly name: string };

const NOTHING = formOf(z.strictObject({}));

const atApi = endpointsFor<StaffRoute>();
const atOffice = endpointsFor<OfficeRoute>();

export const subjectOf = <
  T extends { readonly version?: number },
  P extends Readonly<Record<string, string>>,
  State extends string,
  Name extends string,
  Blocker extends string,
>(
  subject: Subject<T, P, State, Name, Blocker>,
) => {
  const { params, find, words } = subject;
  /** Who asks about which thing, as it is now. */
  const look = async (by: StaffRequest<P>, deps: Deps) => ({
    by,
    deps,
    thing: await find(by.params, deps, by),
  });
  type Here = Awaited<ReturnType<typeof look>>;

  const backFrom = (thing: T): string => {
    const { address } = subject.back;
    return typeof address === "string" ? address : address(thing);
  };

  const show = ({ by }: Here, page: Omit<ActsPage, "state">, posted: Posted = {}): Reply =>
    view(actsPage(frameOf(by), { ...page, state: formState(by.words, posted) }), posted.status);

  const offers: ((here: Here, sent?: Sent) => Promise<Html | false>)[] = [];

  /** The page of the thing with its acts; of the one that was sent and not taken, the form as it was typed. */
  const pageOf = async (here: Here, sent?: Sent): Promise<Reply> => {
    const frame = frameOf(here.by);
    const back = { address: backFrom(here.thing), text: subject.back.title(frame, here.thing) };
    const acts = await Promise.all(offers.map((offer) => offer(here, sent)));
    const body = html`${await subject.about?.(frame, here)}
${acts}`;
    const { hasScript } = subject;
    return show(here, { title: subject.title(frame, here.thing), back, body, hasScript }, sent);
  };

  const page = <G extends Route>(row: G & OfficeRoute, summary: string): Endpoint<G> =>
    atOffice(row, {
      summary,
      params,
      ...(subject.query && { query: subject.query }),
      handle: async (by, deps) => pageOf(await look(by, deps)),
    });

  const replyOf = (thing: T, now: Instant): Reply =>
    json(subject.shown?.(thing, now) ?? thing, { etag: versionTag(thing.version ?? 0) });

  /** The thing as the API has it, with its version. */
  const read = <J extends Route>(row: J & StaffRoute, summary: string): Endpoint<J> =>
    atApi(row, {
      summary,
      params,
      replies: { 200: subject.reply },
      handle: async (by, deps) => replyOf((await look(by, deps)).thing, by.receivedAt),
    });

  const act = <S extends z.ZodObject, J extends Route, F extends Route, G extends Route>(
    declared: Act<T, Name, State, Blocker, S, J, F, G>,
  ) => {
    const { name, summary, description, asks, from, guards = [], page: own } = declared;
    // What asks nothing has a form without fields; the compiler does not see that its value is then that of no field.
    const form = asks?.form ?? (NOTHING as unknown as FormOf<S>);

    const isIn = ({ by, thing }: Here): boolean => from.includes(subject.stateAt(thing, by.receivedAt));

    /** What keeps it from being done now, the first of which refuses it. */
    const standing = async (here: Here): Promise<Refusal[]> => {
      const { by, thing } = here;
      const { states, blockers } = words(by);
      if (!isIn(here))
        return [refusal("act/wrong-state", { state: states[subject.stateAt(thing, by.receivedAt)] })];
      const found = await Promise.all(
        guards.map(async (guard) => {
          const stands = await subject.blockers[guard](here);
          return stands === true ? refusal("act/blocked", { reason: blockers[guard] }) : stands;
        }),
      );
      const same = declared.notBy?.(thing) === by.actor.id && refusal("identity/same-person", {});
      return [...found, same].filter((one) => typeof one === "object");
    };

    const done = async (
      asked: z.output<S>,
      here: Here,
      { settling, proposedBy }: Partial<Seconded> = {},
    ): Promise<Result<T | Made | undefined>> => {
      const wrong = declared.refuses?.(asked, here);
      if (wrong) return refused(wrong);
      return await declared.does(asked, {
        ...here,
        proposedBy,
        record: (facts = {}, { subject: of = subject.journal(here.thing), ...more } = {}) => ({
          ...audited({ ...here.by, route: declared.json }, of, {
            facts: { ...facts, ...(proposedBy && { proposedBy: proposedBy.name }) },
            ...more,
          }),
          ...(settling && { and: settling }),
        }),
      });
    };

    const second = twoOf(subject, declared, { form, standing, done });

    const run = async (asked: z.output<S>, here: Here): Promise<Result<T | Made | undefined>> => {
      if (second) return second.proposed(asked, here);
      const [first] = await standing(here);
      return first ? refused(first) : done(asked, here);
    };

    /** Its form with what is there, or with what was typed, over the version that this was typed over. */
    const formOn = async (here: Here, posted: Posted = {}): Promise<Html> => {
      const { by, thing, deps } = here;
      const { typed = form.texts(asks?.now?.(thing)) } = posted;
      const { version } = typed as { readonly version?: string };
      const state = formState(by.words, { ...posted, typed });
      return actForm({
        action: link(by, addressAt(declared.form.key, by.params)),
        key: thing.version === undefined ? (by.key ?? formKey(deps)) : undefined,
        version: version ?? thing.version,
        fields: asks?.form.fields(state, asks.words(frameOf(by), thing), await asks.choices?.(here)),
        submit: words(by).acts[name].submit,
        kind: declared.kind,
        letter: declared.letter,
      });
    };

    /** What it says of itself; the way to do it only where it can be done, and to what was typed and not taken. */
    const bodyOf = async (here: Here, way: () => Html | Promise<Html>, typed?: Posted) => {
      const waits = (await standing(here)).map((one) => detailOf(one, here.by.words));
      const isOpen = typed !== undefined || waits.length === 0;
      const body = { ...words(here.by).acts[name], waits, way: isOpen ? await way() : undefined };
      return second ? second.offered(body, here, typed !== undefined) : body;
    };

    offers.push(async (here, sent) => {
      const { by } = here;
      const typed = asks && sent?.name === name ? sent : undefined;
      const isOffered = typed !== undefined || (isIn(here) && (declared.isOffered?.(here) ?? true));
      if (!isOffered || !declared.form.who.roles.some((role) => by.actor.roles.includes(role))) return false;
      const way = () =>
        own
          ? wayTo(link(by, addressAt(own.key, by.params)), words(by).acts[name].title)
          : formOn(here, typed);
      return offeredAct(await bodyOf(here, way, typed));
    });

    const ownPage = async (here: Here, posted?: Posted): Promise<Reply> => {
      const { title, ...body } = await bodyOf(here, () => formOn(here, posted), posted);
      const text = subject.title(frameOf(here.by), here.thing);
      const back = { address: subject.address(here.thing), text };
      return show(here, { title, back, body: actBody(body) }, posted);
    };

    const again = async (by: StaffRequest<P>, posted: Posted, deps: Deps): Promise<Reply> => {
      const here = await look(by, deps);
      return own ? ownPage(here, posted) : pageOf(here, { ...posted, name });
    };

    /** What an edit by the API says, one with what it leaves out. */
    const whole = (thing: T, body: z.output<S>): Result<z.output<S>> => {
      if (!declared.body) return ok(body);
      const found = form.schema.safeParse({ ...asks?.now?.(thing), ...body }, { reportInput: true });
      return found.success ? ok(found.data) : refused(notValid(issuesOf(found.error)));
    };

    const nextOf = (after: T | Made | undefined, before: T): string =>
      after instanceof Made ? after.address : after ? subject.address(after) : backFrom(before);

    return {
      json: withTwo(
        second,
        atApi<J, P, unknown, z.output<S>>(declared.json, {
          summary,
          description,
          params,
          // The body may be another one than the form's, of which `whole` makes one.
          body: asks && ((declared.body ?? form.schema) as z.ZodType<z.output<S>>),
          replies: second?.replies ?? declared.replies ?? { 200: subject.reply },
          handle: async (by, deps) => {
            const here = await look(by, deps);
            const { version } = here.thing;
            // A step may be taken whatever the version, unless one is named; what somebody wrote is not written over unseen.
            const isNamed = !declared.json.key.startsWith("POST ") || by.header("if-match") !== undefined;
            if (version !== undefined && isNamed) checkVersion(by, { version });
            const after = accept(await run(accept(whole(here.thing, by.body)), here));
            if (after === undefined) return noContent;
            if (after instanceof Made) return after.reply;
            return replyOf(after, by.receivedAt);
          },
        }),
      ),
      form: atOffice(declared.form, {
        summary,
        params,
        body: form.posted,
        invalid: (issues, typed, by, deps) => again(by, wrongForm(issues, typed, form.names), deps),
        handle: async (by, deps) => {
          const { value, version } = by.body;
          const here = await look(by, deps);
          if (here.thing.version !== undefined && version !== here.thing.version)
            return again(by, staleForm(form, by), deps);
          const done = await run(value, here);
          if (!done.ok) return again(by, refusedForm(done.refusal, form, by), deps);
          return seeOther(link(by, nextOf(done.value, here.thing)));
        },
      }),
      /** The form on a page of its own. */
      page: (row: G & OfficeRoute): Endpoint<G> =>
        atOffice(row, {
          summary,
          params,
          ...(subject.query && { query: subject.query }),
          handle: async (by, deps) => ownPage(await look(by, deps)),
        }),
    };
  };

  return { act, page, read };
};
