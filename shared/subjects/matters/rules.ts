import { z } from "zod";
import { MatterId } from "../../domain/ids.ts";
import { Language } from "../../domain/languages.ts";
import type { Lifecycle } from "../../domain/lifecycle.ts";
import { Owner } from "../../domain/office/work.ts";
import { EmailOrCall, EmailOrPhone, isPhone } from "../../domain/phone.ts";
import { calledName, Email, line, paragraphs } from "../../domain/text.ts";
import { dayOf, endOfDay, Instant, LocalDate, plusDays, plusMonths } from "../../domain/time.ts";

export const KINDS = ["question", "accessibility", "personal-data", "public-information"] as const;
export const MatterKind = z.enum(KINDS).meta({ id: "MatterKind" });
export type MatterKind = z.infer<typeof MatterKind>;

interface Term {
  readonly days?: number;
  readonly months?: number;
}

/**
 * By when each kind is answered, from the day on which it came, and by when at the latest once the office has said why it is late. Accessibility: act of
 * 4 April 2019 on digital accessibility, art. 18. Personal data: GDPR, art. 12(3). Public information: act of 6 September 2001, art. 13. A question has
 * no term of law: the office gives itself one.
 */
const TERMS: { readonly [K in MatterKind]: { readonly first: Term; readonly latest?: Term } } = {
  question: { first: { days: 14 } },
  accessibility: { first: { days: 7 }, latest: { months: 2 } },
  "personal-data": { first: { months: 1 }, latest: { months: 3 } },
  "public-information": { first: { days: 14 }, latest: { months: 2 } },
};

const after = (day: LocalDate, { days = 0, months = 0 }: Term): LocalDate =>
  plusDays(plusMonths(day, months), days);

/** The last day for an answer. It is not moved to a working day: who waits is told days, and the office answers before. */
export const termOf = (kind: MatterKind, arrivedOn: LocalDate): LocalDate =>
  after(arrivedOn, TERMS[kind].first);

/** The last day to which the term may be moved; undefined where it may not. */
export const latestOf = (kind: MatterKind, arrivedOn: LocalDate): LocalDate | undefined => {
  const { latest } = TERMS[kind];
  return latest && after(arrivedOn, latest);
};

const STATES = ["unconfirmed", "open", "to-collect", "collected", "to-hand", "answered"] as const;
export const MatterState = z.enum(STATES).meta({
  id: "MatterState",
  description:
    "`to-collect` and `collected`: of personal data, before and after what is held was put together; `to-hand`: the answer is written, and somebody is to be told who has no mailbox here",
});
export type MatterState = z.infer<typeof MatterState>;

export type MatterEvent =
  | "begin"
  | "begin-own-data"
  | "collect"
  | "answer-by-mail"
  | "answer-by-hand"
  | "tell";

/** The life of a matter. An answer is not the end: the office takes a matter up again that was answered wrongly. */
export const MATTERS: Lifecycle<MatterState, MatterEvent> = {
  unconfirmed: { begin: "open", "begin-own-data": "to-collect" },
  open: { "answer-by-mail": "answered", "answer-by-hand": "to-hand" },
  "to-collect": { collect: "collected" },
  collected: { collect: "collected", "answer-by-mail": "answered", "answer-by-hand": "to-hand" },
  "to-hand": { tell: "answered" },
  answered: { begin: "open", "begin-own-data": "to-collect" },
};

/** What somebody may demand of data about themselves: GDPR, art. 15-17. */
export const Right = z.enum(["access", "rectification", "erasure"]).meta({ id: "DataRight" });
export type Right = z.infer<typeof Right>;

const about = line(200);
const text = paragraphs(4000);
const name = calledName(120);

/** What is asked on line, by kind. */
export const ASKED = {
  question: z.strictObject({ about, contact: EmailOrPhone, text }),
  accessibility: z.strictObject({ about, text, name: name.optional(), contact: Email }),
  "personal-data": z.strictObject({ right: Right, name, contact: Email, text: text.optional() }),
  "public-information": z.strictObject({ text, name: name.optional(), contact: Email }),
} as const satisfies { readonly [K in MatterKind]: z.ZodObject };

const asked = <K extends MatterKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...ASKED[kind].shape } as {
    kind: z.ZodLiteral<K>;
  } & (typeof ASKED)[K]["shape"]);

export const NewMatter = z
  .discriminatedUnion("kind", [
    asked("question"),
    asked("accessibility"),
    asked("personal-data"),
    asked("public-information"),
  ])
  .meta({ id: "NewMatter" });
export type NewMatter = z.infer<typeof NewMatter>;

/** How it came to somebody of the office who enters it. */
const Brought = z.enum(["desk", "phone", "post", "email", "epuap"]);
const Way = z.enum(["online", ...Brought.options]);

/** What a clerk enters that came otherwise than on line. */
export const Entered = z.strictObject({
  kind: MatterKind,
  way: Brought,
  arrivedOn: LocalDate,
  name: name.optional(),
  contact: EmailOrCall.optional(),
  address: line(200).optional(),
  right: Right.optional(),
  about: about.optional(),
  text,
  isProved: z.boolean(),
  language: Language,
});
export type Entered = z.infer<typeof Entered>;

export const Outcome = z.enum(["done", "refused"]);

const Answer = z.object({
  outcome: Outcome,
  text: z.string(),
  at: Instant,
  byName: z.string(),
  /** How somebody was told who has no mailbox here. */
  told: z.string().optional(),
});

/** Something found of a person: where, and what of it. */
export const Found = z.object({ where: z.string(), lines: z.array(z.string()) });
export type Found = z.infer<typeof Found>;

/** What somebody asks or demands, and what became of it. */
export const Matter = z.object({
  id: MatterId,
  kind: MatterKind,
  state: MatterState,
  right: Right.optional(),
  about: z.string().optional(),
  text: z.string(),
  name: z.string().optional(),
  /** A mailbox or a number; none of somebody who wants a letter. */
  contact: z.string().optional(),
  address: z.string().optional(),
  /** Whether a clerk has seen a document of whoever demands data about themselves. */
  isProved: z.boolean().default(false),
  language: Language,
  way: Way,
  arrivedOn: LocalDate,
  /** The end of the last day for an answer. */
  dueAt: Instant,
  extended: z.object({ from: Instant, reason: z.string(), at: Instant }).optional(),
  owner: Owner,
  ownerName: z.string().optional(),
  /** What is held of who asks, sealed. */
  collected: z.object({ at: Instant, count: z.int(), sealed: z.string() }).optional(),
  answer: Answer.optional(),
  version: z.int(),
  fingerprint: z.string(),
});
export type Matter = z.infer<typeof Matter>;

/** A mailbox to which the answer goes by itself. */
export const mailboxOf = ({ contact }: Pick<Matter, "contact">): string | undefined =>
  contact === undefined || isPhone(contact) ? undefined : contact;

/** A matter that came on a day; one whose mailbox nobody has proved waits for that first. */
export const newMatter = (
  fields: Pick<Matter, "id" | "kind" | "text" | "language" | "way" | "fingerprint"> & Partial<Matter>,
  at: Instant,
): Matter => {
  const { kind, arrivedOn = dayOf(at) } = fields;
  return {
    owner: "queue#desk",
    isProved: false,
    ...fields,
    state: fields.state ?? beginning(kind),
    arrivedOn,
    dueAt: endOfDay(termOf(kind, arrivedOn)),
    version: 1,
  };
};

/** Where a matter begins, once the office has it: of personal data, what is held is put together first. */
export const beginning = (kind: MatterKind): "open" | "to-collect" =>
  kind === "personal-data" ? "to-collect" : "open";

/** The last day for an answer, as people read it. */
export const lastDayOf = ({ dueAt }: Pick<Matter, "dueAt">): LocalDate => plusDays(dayOf(dueAt), -1);

export const isWaiting = ({ state }: Pick<Matter, "state">): boolean =>
  state !== "unconfirmed" && state !== "answered";

/** The number that people read and say: the beginning of the id, in two groups. */
export const numberOf = ({ id }: Pick<Matter, "id">): string =>
  id
    .slice("mat_".length, "mat_".length + 8)
    .toUpperCase()
    .replace(/^(.{4})/, "$1-");
