/** What a subject of the office and an act on it declare, as types: nothing here does anything. `act.ts` makes the rest of it. */
import type { z } from "zod";
import type { AuditedRoute, ToldRoute } from "../acts/audited.ts";
import type { Settlers } from "../domain/office/pending.ts";
import type { Refusal } from "../domain/refusals.ts";
import type { Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import type { Html } from "../pages/html.ts";
import type { Frame } from "../pages/layout.ts";
import type { Deps } from "../platform/deps.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import type { Reply } from "../platform/http.ts";
import type { OfficeRoute, StaffRoute } from "../platform/route.ts";
import type { AuditRecord } from "../store/audit.ts";
import type { Write } from "../store/write.ts";
import type { FormOf } from "./form-of.ts";
import type { Choices, FormWords } from "./form-words.ts";

/** The words of a subject's states, of its acts and their buttons, and of what stands in their way. */
export interface SubjectWords<State extends string, Act extends string, Blocker extends string> {
  readonly states: { readonly [S in State]: string };
  readonly acts: {
    readonly [A in Act]: { readonly title: string; readonly hint?: string; readonly submit: string };
  };
  readonly blockers: { readonly [B in Blocker]: string };
}

/** Who looks at which thing. */
export interface Looking<T> {
  readonly by: StaffRequest;
  readonly thing: T;
  readonly deps: Deps;
}

/** Who proposed an act that another person accepts. */
export interface Proposer {
  readonly id: string;
  readonly name: string;
}

/** Who acts on which thing, and the record of it, to be written together with what is done. */
export interface Doing<T> extends Looking<T> {
  /** Who proposed it, where it takes two. */
  readonly proposedBy?: Proposer | undefined;
  readonly record: (
    facts?: AuditRecord["facts"],
    more?: { subject?: string; reason?: string; part?: number },
  ) => Write;
}

type MayStand = boolean | Refusal | undefined;

export interface Subject<T, P, State extends string, Act extends string, Blocker extends string> {
  readonly params?: z.ZodType<P>;
  /** What the query of its pages may say: how it is shown, or what stands in a form already. */
  readonly query?: z.ZodType;
  /** Refuses what is not there, and what whoever asks may not see. */
  readonly find: (params: P, deps: Deps, by?: StaffRequest<P>) => Promise<T>;
  readonly stateAt: (thing: T, now: Instant) => State;
  /** Whether something stands in the way of an act now; or the refusal that says more of it than its words. */
  readonly blockers: { readonly [B in Blocker]: (looking: Looking<T>) => MayStand | Promise<MayStand> };
  readonly words: (frame: Pick<Frame, "words">) => SubjectWords<NoInfer<State>, Act, NoInfer<Blocker>>;
  readonly journal: (thing: T) => string;
  /** What changes of a thing while its version stays: two people agree on both. */
  readonly stamp?: (looking: Looking<T>) => string | Promise<string>;
  readonly title: (frame: Frame, thing: T) => string;
  /** Its page at the office, and that to which it leads back. */
  readonly address: (thing: T) => string;
  readonly back: {
    readonly address: string | ((thing: T) => string);
    readonly title: (frame: Frame, thing: T) => string;
  };
  /** What stands above the acts on its page. */
  readonly about?: (frame: Frame, looking: Looking<T>) => Html | Promise<Html>;
  /** Whether something on its page is done more comfortably by the site's script. */
  readonly hasScript?: boolean;
  readonly reply: z.ZodType;
  readonly shown?: (thing: T, now: Instant) => unknown;
}

/** What an act made: an act on a list does not change the list itself. */
export class Made {
  readonly reply: Reply;
  readonly address: string;
  constructor(reply: Reply, address: string) {
    this.reply = reply;
    this.address = address;
  }
}

export interface Act<T, Name, State, Blocker, S extends z.ZodObject, J, F, G> {
  readonly name: Name;
  readonly summary: string;
  readonly description?: string;
  /** Its rows: the API's, the form's, and that of the form's own page where it does not stand on the thing's. */
  readonly json: J & StaffRoute & AuditedRoute;
  readonly form: F & OfficeRoute & ToldRoute;
  readonly page?: G & OfficeRoute;
  /** When it can be done: from these states, with nothing in its way, and not by who did the step before. */
  readonly from: readonly State[];
  readonly guards?: readonly Blocker[];
  readonly notBy?: (thing: T) => string | undefined;
  /** Whether it would change anything for whoever looks: elsewhere it is not offered to them. */
  readonly isOffered?: (looking: Looking<T>) => boolean;
  /** Whose work the second word is, where it takes two: it is done when another person accepts it. */
  readonly two?: Settlers;
  readonly asks?: {
    readonly form: FormOf<S>;
    readonly words: (frame: Frame, thing: T) => FormWords<S>;
    /** What stands in the fields: as it is now. */
    readonly now?: (thing: T) => z.input<S>;
    readonly choices?: (looking: Looking<T>) => Choices<S> | Promise<Choices<S>>;
  };
  /** The API's body, where that names itself, or may leave out what is to stay as it is. */
  readonly body?: z.ZodType<object>;
  /** The letter by which a browser's own keys (`accesskey`) press its button. */
  readonly letter?: string;
  /** `danger` where it cannot be undone; `second` where it is not the next thing to do: a page has one primary button. */
  readonly kind?: "danger" | "second";
  /** What is answered but for the thing as it is then: what was made, or that it is gone. */
  readonly replies?: Readonly<Record<number, z.ZodType | string>>;
  /** What of what is asked cannot be: told to whoever asks it, before a second person is asked, and held to when it is done. */
  readonly refuses?: (asked: z.output<S>, looking: Looking<T>) => Refusal | undefined;
  /** Writes the thing as it is to be, over the version that was read and with its record. Nothing is left once it is gone. */
  readonly does: (asked: z.output<S>, doing: Doing<T>) => Promise<Result<T | Made | undefined>>;
}
