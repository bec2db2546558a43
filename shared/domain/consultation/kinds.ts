import { z } from "zod";
import { localised } from "../localised.ts";
import { line } from "../text.ts";

/**
 * The legal kind, on which duties hang: a formal consultation under art. 5a of the act on communal self-government; one of local law with
 * NGOs under art. 5 of the act on public benefit; one of a plan under art. 8e-8k of the act on spatial planning; or an informal dialogue,
 * which must never be taken for any of them.
 */
export const ConsultationKind = z.enum(["formal", "ngo", "planning", "dialogue"]);
export type ConsultationKind = z.infer<typeof ConsultationKind>;

/** Where a consultation is announced. */
export const Channel = z.enum(["bip", "website", "press", "notice-board", "customary"]);
export type Channel = z.infer<typeof Channel>;

const Source = line(400);
const Days = z.int().min(1).max(1000);

/** A number of days, and what sets it. */
const Term = z.strictObject({ days: Days, source: Source });

/** A field of a statutory letter, which a resident fills in beside the remark itself. */
const LetterField = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  kind: z.enum(["line", "yes", "one"]),
  label: localised(line(200)),
  hint: localised(line(300)).optional(),
  /** Of `one`: what is chosen from. */
  options: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z-]{0,39}$/), label: localised(line(200)) }))
    .max(10)
    .optional(),
  isRequired: z.boolean(),
});

/** What the law asks of one kind. */
export const KindRules = z.strictObject({
  /** What residents are told of its ground. */
  basis: localised(line(400)),
  /** The shortest time for remarks, in whole days after the latest of the announcements that it needs; null where there is none. */
  term: Term.nullable(),
  /** Where it must have been announced before it is opened. */
  channels: z.array(Channel).max(Channel.options.length),
  /** How long the office has for the report, from the end on; null where none is owed. */
  report: Term.nullable(),
  /** How long it has to tell what came of it, from the report on. */
  effects: Term.nullable(),
  areAnonymousTaken: z.boolean(),
  /** Whether a remark on a place outside the outline of the consultation is refused; else its author is warned, and may mean it so. */
  isOutsideRefused: z.boolean().optional(),
  letter: z.strictObject({ source: Source, fields: z.array(LetterField).min(1).max(20) }).optional(),
});
export type KindRules = z.infer<typeof KindRules>;

export const ConsultationRules = z
  .record(ConsultationKind, KindRules)
  .meta({ description: "What each kind of consultation owes, with the law that says so" });
export type ConsultationRules = z.infer<typeof ConsultationRules>;
