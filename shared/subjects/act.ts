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
import type { ActName } from "../acts/audited.ts";
import { checkVersion } from "../acts/cycle-of.ts";
import { type Posted, refusedForm, staleForm, wrongForm } from "../acts/posted.ts";
import { filled } from "../domain/addresses.ts";
import type { Localised } from "../domain/localised.ts";
import { notValid, type Refusal, refusal } from "../domain/refusals.ts";
import { accept, ok, type Result, refused } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { formState } from "../pages/components/form-state.ts";
import { type Html, html } from "../pages/html.ts";
import { type Frame, link } from "../pages/layout.ts";
import { actForm, actsPage, offeredAct } from "../pages/office/acts.ts";
import type { Deps } from "../platform/deps.ts";
import { type Endpoint, endpoint, type StaffRequest } from "../platform/endpoint.ts";
import { formKey, frameOf } from "../platform/frame.ts";
import { json as jsonOf, noContent, type Reply, seeOther, versionTag, view } from "../platform/http.ts";
import { issuesOf } from "../platform/issues.ts";
import { detailOf } from "../platform/problem.ts";
import type { OfficeRoute, Route, RouteKey, Who } from "../platform/route.ts";
import { type AuditRecord, auditWrite } from "../store/audit.ts";
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
/** A row under whose name the act is recorded: the catalogue, or the row itself, has its sentence for the journal. */
type RecordedRoute = StaffRoute &
  ({ readonly name: ActName } | { readonly name: string; readonly said: Localised });

interface Act<T, Name, State, Blocker, S extends z.ZodObject, J, F, G> extends Guarded<T, State, Blocker> {
  readonly name: Name;
  readonly summary: string;
  readonly description?: string;
  /** Its rows: the API's, the form's, and that of the form's own page where it does not stand on the thing's. */
  readonly json: J & RecordedRoute;
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

const NOTHING = formOf(z.strictObject({}));

const pathOf = ({ key }: Pick<Route, "key">, params: Readonly<Record<string, string>>): string =>
  filled(key.slice(key.indexOf("/")), params);

export const subjectOf = <
  T extends { readonly version?: number },
  P extends Readonly<Record<string, string>>,
  State extends string,
  Name extends string,
  Blocker extends string,
>(
  subject: Subject<T, P, State, Name, Blocker>,
) => {
  const { find, words } = subject;
  const params = subject.params && { params: subject.params };
  type Asking = StaffRequest<P>;

  const blockersOf = async (
    { guards = [], notBy }: Guarded<T, State, Blocker>,
    looking: Looking<T>,
  ): Promise<Refusal[]> => {
    const found = await Promise.all(guards.map((name) => subject.blockers[name](looking)));
    const standing = guards.flatMap((name, index) => {
      const stands = found[index];
      if (stands === true) return [refusal("act/blocked", { reason: words(looking.by).blockers[name] })];
      return stands ? [stands] : [];
    });
    const isSame = notBy?.(looking.thing) === looking.by.actor.id;
    return isSame ? [...standing, refusal("identity/same-person", {})] : standing;
  };

  const offers: ((request: Asking, looking: Looking<T>, of?: Sent) => Promise<Html | false>)[] = [];

  /** The page of the thing with its acts; of the one that was sent and not taken, the form as it was typed. */
  const pageOf = async (request: Asking, deps: Deps, of?: Sent): Promise<Reply> => {
    const frame = frameOf(request);
    const looking = { by: request, thing: await find(request.params, deps), deps };
    const acts: (Html | false)[] = [];
    for (const offer of offers) acts.push(await offer(request, looking, of));
    const body = html`${await subject.about?.(frame, looking)}
${acts}`;
    const title = subject.title(frame, looking.thing);
    const back = { href: link(frame, subject.back.address), text: subject.back.title(frame) };
    const state = formState(request.words, of?.posted);
    return view(actsPage(frame, { title, state, back, body }), of?.posted.status);
  };

  const page = <G extends Route>(row: G & OfficeRoute, summary: string): Endpoint<G> => ({
    ...endpoint<OfficeRoute, z.ZodType<P>>(row, {
      summary,
      ...params,
      handle: (request, deps) => pageOf(request, deps),
    }),
    route: row,
  });

  const act = <S extends z.ZodObject, J extends Route, F extends Route, G extends Route>(
    declared: Act<T, Name, State, Blocker, S, J, F, G>,
  ) => {
    const { name, summary, description, asks, from, json } = declared;
    // What asks nothing has a form without fields; the compiler does not see that its value is then that of no field.
    const form = asks?.form ?? (NOTHING as unknown as FormOf<S>);

    const run = async (asked: z.output<S>, looking: Looking<T>): Promise<Result<T | Made | undefined>> => {
      const { by, thing } = looking;
      const state = subject.stateAt(thing, by.receivedAt);
      if (!from.includes(state))
        return refused(refusal("act/wrong-state", { state: words(by).states[state] }));
      const [standing] = await blockersOf(declared, looking);
      if (standing) return refused(standing);
      const who = { at: by.receivedAt, by: by.actor.id, byName: by.actor.name, act: json.name };
      const record: Doing<T>["record"] = (
        facts = {},
        { subject: of = subject.journal(thing), reason } = {},
      ) =>
        auditWrite(of, by.newId("aud"), {
          ...who,
          ...("said" in json && { said: json.said }),
          ...(reason !== undefined && { reason }),
          facts,
        });
      return declared.does(asked, { ...looking, record });
    };

    const formOn = async (
      request: Asking,
      looking: Looking<T>,
      { typed, ...posted }: Posted = {},
    ): Promise<Html> => {
      const frame = frameOf(request);
      const sent = typed as { readonly version?: string } | undefined;
      const state = formState(request.words, {
        ...posted,
        typed: typed ?? form.texts(asks?.now?.(looking.thing)),
      });
      return actForm({
        action: link(frame, pathOf(declared.form, request.params)),
        key: looking.thing.version === undefined ? (request.key ?? formKey(looking.deps)) : undefined,
        version: sent?.version ?? looking.thing.version,
        fields: asks?.form.fields(state, asks.words(frame, looking.thing), await asks.choices?.(looking)),
        submit: words(request).acts[name].submit,
        kind: declared.kind,
      });
    };

    offers.push(async (request, looking, of) => {
      const isThere = from.includes(subject.stateAt(looking.thing, request.receivedAt));
      if (!isThere || !declared.form.who.roles.some((role) => request.actor.roles.includes(role)))
        return false;
      const waits = (await blockersOf(declared, looking)).map((one) => detailOf(one, request.words));
      const { title, hint } = words(request).acts[name];
      const way = declared.page
        ? { href: link(frameOf(request), pathOf(declared.page, request.params)) }
        : { form: await formOn(request, looking, of?.name === name ? of.posted : undefined) };
      return offeredAct({ title, hint, waits, ...way });
    });

    const ownPage = async (request: Asking, deps: Deps, posted: Posted = {}): Promise<Reply> => {
      const frame = frameOf(request);
      const looking = { by: request, thing: await find(request.params, deps), deps };
      const { title, hint } = words(request).acts[name];
      const body = html`${hint !== undefined && html`<p>${hint}</p>`}
${await formOn(request, looking, posted)}`;
      const back = {
        href: link(frame, subject.address(looking.thing)),
        text: subject.title(frame, looking.thing),
      };
      return view(
        actsPage(frame, { title, state: formState(request.words, posted), back, body }),
        posted.status,
      );
    };

    const again = (request: Asking, posted: Posted, deps: Deps): Promise<Reply> =>
      declared.page ? ownPage(request, deps, posted) : pageOf(request, deps, { name, posted });

    /** What an edit by the API says, one with what it leaves out. */
    const whole = (thing: T, body: z.output<S>): Result<z.output<S>> => {
      if (!declared.body || !asks) return ok(body);
      const found = form.schema.safeParse({ ...asks.now?.(thing), ...body }, { reportInput: true });
      return found.success ? ok(found.data) : refused(notValid(issuesOf(found.error)));
    };

    const byApi = endpoint<StaffRoute, z.ZodType<P>, undefined, z.ZodType<z.output<S>>>(json, {
      summary,
      ...(description !== undefined && { description }),
      ...params,
      ...(asks && { body: (declared.body ?? form.schema) as z.ZodType<z.output<S>> }),
      replies: declared.replies ?? { 200: subject.reply },
      handle: async (request, deps) => {
        const thing = await find(request.params, deps);
        const { version } = thing;
        if (version !== undefined) checkVersion(request, { version });
        const after = accept(await run(accept(whole(thing, request.body)), { by: request, thing, deps }));
        if (after === undefined) return noContent;
        if (after instanceof Made) return after.reply;
        const etag = versionTag(after.version ?? 0);
        return jsonOf(subject.shown?.(after, request.receivedAt) ?? after, { etag });
      },
    });

    const byForm = endpoint<OfficeRoute, z.ZodType<P>, undefined, FormOf<S>["posted"]>(declared.form, {
      summary,
      ...params,
      body: form.posted,
      invalid: (issues, typed, request, deps) => again(request, wrongForm(issues, typed, form.names), deps),
      handle: async (request, deps) => {
        const { value, version } = request.body;
        const thing = await find(request.params, deps);
        const typed = { ...form.texts(value), ...(version !== undefined && { version: String(version) }) };
        if (thing.version !== undefined && version !== thing.version)
          return again(request, staleForm(typed, request), deps);
        const outcome = await run(value, { by: request, thing, deps });
        if (!outcome.ok)
          return again(
            request,
            refusedForm(outcome.refusal, { typed, names: form.names, words: request.words }),
            deps,
          );
        const after = outcome.value;
        const next =
          after instanceof Made ? after.address : after ? subject.address(after) : subject.back.address;
        return seeOther(link(frameOf(request), next));
      },
    });

    return {
      json: { ...byApi, route: json } as Endpoint<J>,
      form: { ...byForm, route: declared.form } as Endpoint<F>,
      /** The form on a page of its own. */
      page: (row: G & OfficeRoute): Endpoint<G> => ({
        ...endpoint<OfficeRoute, z.ZodType<P>>(row, {
          summary,
          ...params,
          handle: (request, deps) => ownPage(request, deps),
        }),
        route: row,
      }),
    };
  };

  return { act, page };
};
