import { z } from "zod";
import { pathTo } from "../domain/addresses.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import { CycleId } from "../domain/ids.ts";
import type { Refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import { type Fault, type FormState, formState } from "../pages/components/form-state.ts";
import { Html } from "../pages/html.ts";
import { link } from "../pages/layout.ts";
import type { BodyKind } from "../platform/body.ts";
import type { Deps } from "../platform/deps.ts";
import { type Endpoint, endpoint, type StaffRequest, type TakesPath } from "../platform/endpoint.ts";
import { frameOf } from "../platform/frame.ts";
import { type Reply, seeOther, view } from "../platform/http.ts";
import type { OfficeRoute, Route } from "../platform/route.ts";
import type { Words } from "../words/words.ts";
import { cycleOf } from "./cycle-of.ts";
import { type Posted, refusedForm } from "./posted.ts";

/** The path of a page that is about one edition as a whole. */
export const InEdition = z.object({ cycleId: CycleId });
type InEdition = z.infer<typeof InEdition>;

/** A request about one edition, with the edition as it is now. */
export interface Asked<P extends InEdition = InEdition, B = unknown> {
  readonly request: StaffRequest<P, unknown, B>;
  readonly cycle: Cycle;
  /** Why the act was refused that the page is shown again for. */
  readonly refused?: Refusal;
}

/** A form's fields after its schema; the same type as an endpoint's body. */
type Typed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A page on which staff act on an edition: what it shows, and what its form does. */
interface Act<P extends InEdition, S extends z.ZodType> {
  readonly summary: string;
  readonly body: S;
  /** What a link to the page fills in. */
  readonly query?: z.ZodObject;
  /** The fields that a refusal may name; one that names none of them speaks of the whole page. */
  readonly fields: readonly string[];
  readonly takes?: BodyKind;
  /** What its fields show again, where that is not what was sent. */
  readonly typed?: (body: Typed<S>) => unknown;
  /** Fields that are never shown again: secrets and personal data. */
  readonly forget?: readonly string[];
  readonly say?: (words: Words) => Readonly<Record<string, string>>;
  readonly show: (asked: Asked<P>, state: FormState, deps: Deps) => Html | Promise<Html>;
  /** Does it, and is done; or answers with a page that asks once more, or with what is to be corrected. Refusals are thrown. */
  readonly act: (asked: Asked<P, Typed<S>>, deps: Deps) => Promise<Html | readonly Fault[] | undefined>;
}

interface Wrong extends Posted {
  readonly refused?: Refusal;
}

const without = (typed: unknown, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed ?? {}).filter(([name]) => !names.includes(name)));

const asked = async <P extends InEdition, B>(
  request: StaffRequest<P, unknown, B>,
  deps: Deps,
): Promise<Asked<P, B>> => ({ request, cycle: await cycleOf(request.params.cycleId, deps) });

/** The two endpoints of such a page: GET shows it, POST acts and leads back to the edition, or shows what was wrong. */
export const actPages = <
  Path extends string,
  P extends InEdition,
  S extends z.ZodType,
  G extends Route,
  F extends Route,
>(
  {
    get,
    post,
  }: { readonly get: G & OfficeRoute<`GET /${Path}`>; readonly post: F & OfficeRoute<`POST /${Path}`> },
  {
    params,
    summary,
    body,
    query = z.object({}),
    takes,
    fields,
    typed: typedIn = (sent) => sent,
    forget = [],
    say,
    show,
    act,
  }: Act<P, S> & { readonly params: z.ZodType<P> } & TakesPath<`GET /${Path}`, z.ZodType<P>>,
): { readonly get: Endpoint<G>; readonly post: Endpoint<F> } => {
  const form = { names: fields, typed: typedIn };
  const again = async (request: StaffRequest<P>, wrong: Wrong, deps: Deps): Promise<Reply> => {
    const { typed, status, refused, ...rest } = wrong;
    // After a refusal the page may ask for something else: what confirmed the first thing is typed again.
    const kept = without(typed, status === 422 ? forget : [...forget, "number"]);
    const state = formState(request.words, { typed: kept, ...rest, ...(say && { say: say(request.words) }) });
    return view(
      await show({ ...(await asked(request, deps)), ...(refused && { refused }) }, state, deps),
      status,
    );
  };
  const shown = endpoint<OfficeRoute, z.ZodType<P>, z.ZodObject>(get, {
    summary,
    params,
    query,
    handle: async (request, deps) =>
      view(await show(await asked(request, deps), formState(request.words, { typed: request.query }), deps)),
  });
  const done = endpoint<OfficeRoute, z.ZodType<P>, undefined, S>(post, {
    summary,
    params,
    body,
    ...(takes && { takes }),
    invalid: (issues, typed, request, deps) => again(request, { typed, issues, status: 422 }, deps),
    handle: async (request, deps) => {
      const { body: typed, params } = request;
      try {
        const outcome = await act(await asked(request, deps), deps);
        if (outcome instanceof Html) return view(outcome);
        if (outcome) return await again(request, { typed, faults: outcome, status: 422 }, deps);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { refusal: refused } = error;
        return await again(request, { ...refusedForm(refused, form, request), refused }, deps);
      }
      return seeOther(link(frameOf(request), pathTo("edition", { cycleId: params.cycleId })));
    },
  });
  return { get: { ...shown, route: get }, post: { ...done, route: post } };
};
