/** The form of a consultation: districts are ticked, and none of them is the whole city. */
import { z } from "zod";
import { District } from "../../domain/district.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { formOf } from "../form-of.ts";
import { programmesOf } from "../programmes/keeping.ts";
import { requestsOf } from "../requests/keeping.ts";
import { requestStateOf } from "../requests/rules.ts";
import { cornersTyped } from "./outline-rules.ts";
import { said } from "./pages.ts";
import { type Consultation, ConsultationFields } from "./rules.ts";

const Typed = ConsultationFields.safeExtend({
  territory: z
    .union([z.literal("citywide"), z.array(District).max(40)])
    .transform((typed) => (typed === "citywide" || typed.length === 0 ? "citywide" : [...new Set(typed)])),
  // What a program for maps writes is pasted as it is.
  outline: z
    .preprocess(cornersTyped, ConsultationFields.shape.outline.unwrap())
    .optional() as unknown as typeof ConsultationFields.shape.outline,
});

export const consultationForm = formOf(Typed, {
  territory: "some",
  streets: "lines",
  outline: "lines",
  programme: "one",
  request: "one",
  unit: "one",
});

export const consultationWords = (frame: Pick<Frame, "words">) => {
  const { office, kinds, forms, levels, posting } = said(frame);
  const w = office.fields;
  return {
    kind: { ...w.kind, options: kinds },
    "subject-title": w.title,
    "subject-decided": w.decided,
    "subject-fixed": w.fixed,
    "subject-decider": w.decider,
    "subject-use": w.use,
    territory: w.districts,
    streets: w.streets,
    outline: w.outline,
    audience: w.audience,
    forms: { ...w.forms, options: forms },
    level: { ...w.level, options: levels },
    levelReason: w.levelReason,
    startsAt: w.startsAt,
    endsAt: w.endsAt,
    contact: w.contact,
    programme: w.programme,
    request: w.request,
    unit: w.unit,
    posts: { ...w.posts, options: posting },
  };
};

/** What is chosen from that is data: the city's districts, the office's units. */
export const consultationChoices = async ({ deps }: { readonly deps: Deps }) => ({
  territory: deps.site.city.districts.map(({ id, name }) => [id, name] as const),
  programme: (await programmesOf(deps).all()).map(({ id, name }) => [id, name] as const),
  request: (await requestsOf(deps).all())
    .filter((one) => requestStateOf(one) === "accepted")
    .map(({ id, title }) => [id, title] as const),
  unit: (await deps.store.directory.units()).map(({ id, name }) => [id, name] as const),
});

/** What the office wrote of it, as it stands in the form. */
export const fieldsOf = (consultation: Consultation): z.input<typeof Typed> =>
  z.object(ConsultationFields.shape).parse(consultation);
