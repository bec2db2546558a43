import type { z } from "zod";
import type { ParamIn } from "../domain/addresses.ts";
import type { City } from "../domain/city.ts";
import type { Language } from "../domain/languages.ts";
import type { Network } from "../domain/network.ts";
import type { Issue, Refusal } from "../domain/refusals.ts";
import type { Instant } from "../domain/time.ts";
import type { Html } from "../pages/html.ts";
import type { Frame } from "../pages/layout.ts";
import type { Words } from "../words/words.ts";
import type { Actor, ActorOf, Staff } from "./actor.ts";
import type { Admits } from "./admit.ts";
import type { BodyKind } from "./body.ts";
import type { Deps } from "./deps.ts";
import type { Reply } from "./http.ts";
import type { Route, RouteKey } from "./route.ts";

/** A request after the door: parsed, with its actor known. */
export interface Request<P = unknown, Q = unknown, B = unknown, A extends Actor = Actor, D = unknown> {
  readonly route: Route;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actor: A;
  /** When the gateway received it: the time that deadlines go by. */
  readonly receivedAt: Instant;
  /** Where it comes from; undefined when that is no place of the public internet. */
  readonly network: Network | undefined;
  /** Whose site it is, for the frame of its page. */
  readonly city: City;
  readonly language: Language;
  readonly words: Words;
  /** Path without the language prefix, for links to the same page in the other language. */
  readonly path: string;
  readonly header: (name: string) => string | undefined;
  readonly cookie: (name: string) => string | undefined;
  /** The Idempotency-Key, from the header or a form's hidden `key` field. */
  readonly key: string | undefined;
  /** The id of what this request creates: the same for the same key, fresh without one. */
  readonly newId: <P extends string>(prefix: P) => `${P}_${string}`;
  /** Fingerprint of key and body, kept on what was created, so that a key with another body is found out. */
  readonly fingerprint: string;
  readonly requestId: string;
  /** Keys of stored items that lists left out of late, since they do not parse. */
  readonly unreadable: () => readonly string[];
  /** What its row says that it may use up, one function an act. */
  readonly admit: D;
}

/** A request of staff: what their acts are recorded from. */
export type StaffRequest<P = unknown, Q = unknown, B = unknown> = Request<P, Q, B, Staff>;

type Schema = z.ZodType;
type Output<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

interface Spec<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  A extends Actor = Actor,
  D = unknown,
> {
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  readonly description?: string | undefined;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly takes?: BodyKind;
  /** Schemas of what is answered, by status; a body leaves through its schema, so that only declared fields do. */
  readonly replies?: Readonly<Record<number, Schema | string>>;
  /** Cache-Control of a success. Without it nothing is stored. */
  readonly cache?: string | undefined;
  /** Whether an expired voter token is let in (to fetch a receipt again). */
  readonly takesExpiredToken?: boolean;
  /** A form of several pages: most of them begin and finish nothing. */
  readonly hasSteps?: true;
  /** A page's answer to a form with faults: the form again, with what was typed. */
  readonly invalid?: (
    issues: readonly Issue[],
    typed: unknown,
    request: Request<Output<P>, unknown, unknown, A, D>,
    deps: Deps,
  ) => Promise<Reply> | Reply;
  /** A page's own answer to a refusal, where the general one would be a dead end for whoever is on this way. */
  readonly refused?: (refusal: Refusal, frame: Frame, deps: Deps, again?: Html) => Html | undefined;
  readonly handle: (
    request: Request<Output<P>, Output<Q>, Output<B>, A, D>,
    deps: Deps,
  ) => Promise<Reply> | Reply;
}

// biome-ignore lint/suspicious/noExplicitAny: the table of a function holds endpoints of every shape
export type AnySpec = Spec<any, any, any, any, any>;

export interface Endpoint<R extends Route = Route> {
  readonly route: R;
  readonly spec: AnySpec;
}

/** A row and where its endpoint is: loaded at the first request for it, so that a function starts without what nobody asks it for. */
export interface Served {
  readonly route: Route;
  readonly load: () => Promise<Endpoint>;
}

/** Demands a schema of exactly the parameters in a row's path, and none where it has none. Of a row that is not known nothing is. */
export type TakesPath<K extends RouteKey, P extends Schema | undefined> = RouteKey extends K
  ? { readonly params?: P }
  : [ParamIn<K>] extends [never]
    ? { readonly params?: undefined }
    : {
        readonly params: [ParamIn<K>, keyof Output<P>] extends [keyof Output<P>, ParamIn<K>]
          ? P
          : `exactly ${ParamIn<K>}`;
      };

/** An endpoint: its row of the route table, what it takes and answers, and its story. */
export const endpoint = <
  R extends Route,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  route: R,
  spec: Spec<P, Q, B, ActorOf<R["who"]>, Admits<R>> & TakesPath<R["key"], P>,
): Endpoint<R> => ({ route, spec });

/**
 * Endpoints of rows that a helper is handed: it knows who calls, whoever hands a row in knows the rest, and whether the parameters are those
 * of its path.
 */
export const endpointsFor =
  <K extends Route>() =>
  <R extends Route, P, Q, B>(
    route: R & K,
    {
      params,
      body,
      ...spec
    }: Omit<
      Spec<z.ZodType<P>, z.ZodType<Q>, z.ZodType<B>, ActorOf<K["who"]>, Admits<K>>,
      "params" | "body"
    > & {
      readonly params?: z.ZodType<P> | undefined;
      readonly body?: z.ZodType<B> | undefined;
    },
  ): Endpoint<R> => ({ route, spec: { ...spec, ...(params && { params }), ...(body && { body }) } });
