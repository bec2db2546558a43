/** The forms of what residents ask, each in its own words. */
import type { FormState } from "../../pages/components/form-state.ts";
import type { Html } from "../../pages/html.ts";
import type { Frame } from "../../pages/layout.ts";
import { type FormOf, formOf } from "../form-of.ts";
import { said } from "./pages.ts";
import { ASKED, type MatterKind } from "./rules.ts";

const FORMS = {
  question: formOf(ASKED.question, { contact: "line" }),
  accessibility: formOf(ASKED.accessibility),
  "personal-data": formOf(ASKED["personal-data"]),
  "public-information": formOf(ASKED["public-information"]),
} as const;

type Read = Pick<FormOf<never>, "names"> & {
  readonly posted: (typeof FORMS)[MatterKind]["posted"];
};
export const formFor = (kind: MatterKind): Read => FORMS[kind];

/** The fields of a kind, in its own words. */
export const fieldsOf = (frame: Frame, kind: MatterKind, state: FormState): Html => {
  const { fields: w, rights } = said(frame);
  const name = { label: w.name };
  const contact = { label: w.email, hint: w.emailHint };
  switch (kind) {
    case "question":
      return FORMS.question.fields(state, {
        about: { label: w.about },
        contact: { label: w.contact, hint: w.contactHint },
        text: { label: w.text },
      });
    case "accessibility":
      return FORMS.accessibility.fields(state, {
        about: { label: w.aboutAccess, hint: w.aboutAccessHint },
        text: { label: w.textAccess },
        name,
        contact,
      });
    case "personal-data":
      return FORMS["personal-data"].fields(state, {
        right: { label: w.right, options: rights },
        name,
        contact,
        text: { label: w.textData, hint: w.textDataHint },
      });
    case "public-information":
      return FORMS["public-information"].fields(state, { text: { label: w.textPublic }, name, contact });
  }
};
