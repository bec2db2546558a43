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
import { type AuditedRoute, audited } from "../acts/audited.ts";
import { checkVersion } from "../acts/cycle-of.ts";
import { type Posted, refusedForm, staleForm, wrongForm } from "../acts/posted.ts";
import { filled } from "../domain/addresses.ts";
import { notValid, type Refusal, refusal } from "../domain/refusals.ts";
import { accept, ok, type Result, refused } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { formState } from "../pages/components/form-state.ts";
import { type Html, html } from "../pages/html.ts";
import { type Frame, link } from "../pages/layout.ts";
import { actBody, actForm, actsPage, offeredAct, wayTo } from "../pages/office/acts.ts";
import type { Deps } from "../platform/deps.ts";
import { type Endpoint, endpointsFor, type StaffRequest } from "../platform/endpoint.ts";
import { formKey, frameOf } from "../platform/frame.ts";
import { json, noContent, type Reply, seeOther, versionTag, view } from "../platform/http.ts";
import { issuesOf } from "../platform/issues.ts";
import { detailOf } from "../platform/problem.ts";
import type { OfficeRoute, Route, RouteKey, Who } from "../platform/route.ts";
import type { AuditRecord } from "../store/audit.ts";
import type { Write } from "../store/write.ts";
import { type Choices, type FormOf, type FormWords, formOf } from "./form-of.ts";

/** The words of a subject's states, of its acts and their buttons, and of what stands in their way. */
interface SubjectWords<State extends string, Act extends string, Blocker extends string> {
  readonly states: { readonly [S in State]: string };
  readonly acts: {
    readonly [A in Act]: { readonly title: string; readonly hint?: string; readonly submit: string };
  };
  readonly blockers: { readonly [B in Blocker]: string };
}

/** Who looks at which thing. */
interface Looking<T> {
  readonly by: StaffRequest;
  readonly thing: T;
  readonly deps: Deps;
}

/** Who acts on which thing, and the record of it, to be written together with what is done. */
interface Doing<T> extends Looking<T> {
  readonly record: (facts?: AuditRecord["facts"], more?: { subject?: string; reason?: string }) => Write;
}

type MayStand = boolean | Refusal | undefined;

interface Subject<T, P, State extends string, Act extends string, Blocker extends string> {
  readonly params?: z.ZodType<P>;
  /** Refuses what is not there. */
  readonly find: (params: P, deps: Deps) => Promise<T>;
  readonly stateAt: (thing: T, now: Instant) => State;
  /** Whether something stands in the way of an act now; or the refusal that says more of it than its words. */
  readonly blockers: { readonly [B in Blocker]: (looking: Looking<T>) => MayStand | Promise<MayStand> };
  readonly words: (frame: Pick<Frame, "words">) => SubjectWords<State, Act, Blocker>;
  readonly journal: (thing: T) => string;
  readonly title: (frame: Frame, thing: T) => string;
  /** Its page at the office, and that to which it leads back. */
  readonly address: (thing: T) => string;
  readonly back: { readonly address: string; readonly title: (frame: Frame) => string };
  /** What stands above the acts on its page. */
  readonly about?: (frame: Frame, looking: Looking<T>) => Html | Promise<Html>;
  readonly reply: z.ZodType;
  readonly shown?: (thing: T, now: Instant) => unknown;
}

/** When an act can be done: from these states, with nothing in its way, and not by who did the step before. */
interface Guarded<T, State, Blocker> {
  readonly from: readonly State[];
  readonly guards?: readonly Blocker[];
  readonly notBy?: (thing: T) => string | undefined;
}

/** What an act made: an act on a list does not change the list itself. */
class Made {
  readonly reply: Reply;
  readonly address: string;
  constructor(reply: Reply, address: string) {
    this.reply = reply;
    this.address = address;
  }
}
/** A new thing: what the API answers, and where the office has it. */
export const made = (reply: Reply, address: string): Made => new Made(reply, address);

type StaffRoute = Route<RouteKey, Extract<Who, { by: "staff-token" }>>;

interface Act<T, Name, State, Blocker, S extends z.ZodObject, J, F, G> extends Guarded<T, State, Blocker> {
  readonly name: Name;
  readonly summary: string;
  readonly description?: string;
  /** Its rows: the API's, the form's, and that of the form's own page where it does not stand on the thing's. */
  readonly json: J & StaffRoute & AuditedRoute;
  readonly form: F & OfficeRoute;
  readonly page?: G & OfficeRoute;
  readonly asks?: {
    readonly form: FormOf<S>;
    readonly words: (frame: Frame, thing: T) => FormWords<S>;
    /** What stands in the fields: as it is now. */
    readonly now?: (thing: T) => z.input<S>;
    readonly choices?: (looking: Looking<T>) => Choices<S> | Promise<Choices<S>>;
  };
  /** The API's body, where that names itself, or may leave out what is to stay as it is. */
  readonly body?: z.ZodType<object>;
  readonly kind?: "danger";
  /** What is answered but for the thing as it is then: what was made, or that it is gone. */
  readonly replies?: Readonly<Record<number, z.ZodType | string>>;
  /** Writes the thing as it is to be, over the version that was read and with its record. Nothing is left once it is gone. */
  readonly does: (asked: z.output<S>, doing: Doing<T>) => Promise<Result<T | Made | undefined>>;
}

/** The act that was sent and not taken. */
interface Sent {
  readonly name: string;
  readonly posted: Posted;
}

/** A page on which forms stand, and what it leads back to. */
interface Shown {
  readonly title: string;
  readonly address: string;
  readonly back: string;
  readonly body: Html;
}

const NOTHING = formOf(z.strictObject({}));

const pathOf = ({ key }: Pick<Route, "key">, params: Readonly<Record<string, string>>): string =>
  filled(key.slice(key.indexOf("/")), params);

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
  type Here = Looking<T> & { readonly by: StaffRequest<P> };

  const look = async (by: StaffRequest<P>, deps: Deps): Promise<Here> => ({
    by,
    thing: await find(by.params, deps),
    deps,
  });

  const show = ({ by }: Here, { address, ...page }: Shown, posted: Posted = {}): Reply => {
    const back = { href: link(by, address), text: page.back };
    const state = formState(by.words, posted);
    return view(actsPage(frameOf(by), { ...page, back, state }), posted.status);
  };

  const offers: ((here: Here, sent?: Sent) => Promise<Html | false>)[] = [];

  /** The page of the thing with its acts; of the one that was sent and not taken, the form as it was typed. */
  const pageOf = async (here: Here, sent?: Sent): Promise<Reply> => {
    const frame = frameOf(here.by);
    const { address, title: back } = subject.back;
    const acts = await Promise.all(offers.map((offer) => offer(here, sent)));
    const body = html`${await subject.about?.(frame, here)}
${acts}`;
    const title = subject.title(frame, here.thing);
    return show(here, { title, address, back: back(frame), body }, sent?.posted);
  };

  const page = <G extends Route>(row: G & OfficeRoute, summary: string): Endpoint<G> =>
    atOffice(row, { summary, params, handle: async (by, deps) => pageOf(await look(by, deps)) });

  const act = <S extends z.ZodObject, J extends Route, F extends Route, G extends Route>(
    declared: Act<T, Name, State, Blocker, S, J, F, G>,
  ) => {
    const { name, summary, description, asks, from, guards = [] } = declared;
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
      const isSame = declared.notBy?.(thing) === by.actor.id;
      return [...found, isSame && refusal("identity/same-person", {})].filter(
        (one) => typeof one === "object",
      );
    };

    const run = async (asked: z.output<S>, here: Here): Promise<Result<T | Made | undefined>> => {
      const [first] = await standing(here);
      if (first) return refused(first);
      return declared.does(asked, {
        ...here,
        record: (facts = {}, { subject: of = subject.journal(here.thing), ...more } = {}) =>
          audited({ ...here.by, route: declared.json }, of, { facts, ...more }),
      });
    };

    /** Its form with what is there, or with what was typed, over the version that this was typed over. */
    const formOn = async (here: Here, posted: Posted = {}): Promise<Html> => {
      const { by, thing, deps } = here;
      const { typed = form.texts(asks?.now?.(thing)) } = posted;
      const { version } = typed as { readonly version?: string };
      const fields = asks?.form.fields(
        formState(by.words, { ...posted, typed }),
        asks.words(frameOf(by), thing),
        await asks.choices?.(here),
      );
      return actForm({
        action: link(by, pathOf(declared.form, by.params)),
        key: thing.version === undefined ? (by.key ?? formKey(deps)) : undefined,
        version: version ?? thing.version,
        fields,
        submit: words(by).acts[name].submit,
        kind: declared.kind,
      });
    };

    /** What it says of itself; the way to do it only where it can be done, and to what was typed and not taken. */
    const bodyOf = async (here: Here, way: () => Html | Promise<Html>, typed?: Posted) => {
      const waits = (await standing(here)).map((one) => detailOf(one, here.by.words));
      const isOpen = typed !== undefined || waits.length === 0;
      return { ...words(here.by).acts[name], waits, way: isOpen ? await way() : undefined };
    };

    offers.push(async (here, sent) => {
      const { by } = here;
      const typed = asks && sent?.name === name ? sent.posted : undefined;
      const isOffered = typed !== undefined || isIn(here);
      if (!isOffered || !declared.form.who.roles.some((role) => by.actor.roles.includes(role))) return false;
      const { page: own } = declared;
      const way = () =>
        own ? wayTo(link(by, pathOf(own, by.params)), words(by).acts[name].title) : formOn(here, typed);
      return offeredAct(await bodyOf(here, way, typed));
    });

    const ownPage = async (here: Here, posted?: Posted): Promise<Reply> => {
      const { title, ...body } = await bodyOf(here, () => formOn(here, posted), posted);
      const [address, back] = [subject.address(here.thing), subject.title(frameOf(here.by), here.thing)];
      return show(here, { title, address, back, body: actBody(body) }, posted);
    };

    const again = async (by: StaffRequest<P>, posted: Posted, deps: Deps): Promise<Reply> => {
      const here = await look(by, deps);
      return declared.page ? ownPage(here, posted) : pageOf(here, { name, posted });
    };

    /** What an edit by the API says, one with what it leaves out. */
    const whole = (thing: T, body: z.output<S>): Result<z.output<S>> => {
      if (!declared.body) return ok(body);
      const found = form.schema.safeParse({ ...asks?.now?.(thing), ...body }, { reportInput: true });
      return found.success ? ok(found.data) : refused(notValid(issuesOf(found.error)));
    };

    const nextOf = (after: T | Made | undefined): string =>
      after instanceof Made ? after.address : after ? subject.address(after) : subject.back.address;

    return {
      json: atApi<J, P, unknown, z.output<S>>(declared.json, {
        summary,
        description,
        params,
        // The body may be another one than the form's, of which `whole` makes one.
        body: asks && ((declared.body ?? form.schema) as z.ZodType<z.output<S>>),
        replies: declared.replies ?? { 200: subject.reply },
        handle: async (by, deps) => {
          const here = await look(by, deps);
          const { version } = here.thing;
          if (version !== undefined) checkVersion(by, { version });
          const after = accept(await run(accept(whole(here.thing, by.body)), here));
          if (after === undefined) return noContent;
          if (after instanceof Made) return after.reply;
          return json(subject.shown?.(after, by.receivedAt) ?? after, {
            etag: versionTag(after.version ?? 0),
          });
        },
      }),
      form: atOffice(declared.form, {
        summary,
        params,
        body: form.posted,
        invalid: (issues, typed, by, deps) => again(by, wrongForm(issues, typed, form.names), deps),
        handle: async (by, deps) => {
          const { value, version } = by.body;
          const here = await look(by, deps);
          const typed = { ...form.texts(value), version };
          if (here.thing.version !== undefined && version !== here.thing.version)
            return again(by, staleForm(typed, by), deps);
          const done = await run(value, here);
          if (!done.ok)
            return again(by, refusedForm(done.refusal, { typed, names: form.names, words: by.words }), deps);
          return seeOther(link(by, nextOf(done.value)));
        },
      }),
      /** The form on a page of its own. */
      page: (row: G & OfficeRoute): Endpoint<G> =>
        atOffice(row, { summary, params, handle: async (by, deps) => ownPage(await look(by, deps)) }),
    };
  };

  return { act, page };
};
