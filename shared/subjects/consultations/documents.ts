import { notValid, refusal } from "../../domain/refusals.ts";
import { refused } from "../../domain/result.ts";
import type { Frame } from "../../pages/layout.ts";
import { formOf } from "../form-of.ts";
import { office } from "./one.ts";
import { said } from "./pages.ts";
import { consultationRows as rows } from "./rows.ts";
import { type Consultation, MOST_VERSIONS, NewDocument } from "./rules.ts";
import { change, textWrite } from "./writing.ts";

const addition = office.act({
  name: "document",
  summary: "Add a document of a consultation, or a new version of one",
  description: "Remarks name a paragraph of one version; earlier versions stay where they are.",
  json: rows.postConsultationDocument,
  form: rows.postOfficeConsultationDocument,
  page: rows.getOfficeConsultationDocument,
  from: ["prepared", "announced", "gathering", "report-due", "ended", "report"],
  guards: ["most-documents"],
  kind: "second",
  asks: {
    form: formOf(NewDocument, { document: "one" }),
    words: (frame: Frame) => said(frame).office.documentFields,
    choices: ({ thing }) => ({
      document: thing.documents.map(({ id, versions }) => [id, versions.at(-1)?.title ?? id] as const),
    }),
  },
  does: async ({ document, title, text, link }, { thing, record, by, deps }) => {
    if (text === undefined && link === undefined)
      return refused(refusal("act/blocked", { reason: said(by).blockers["no-content"] }, "/text"));
    const known = thing.documents.find(({ id }) => id === document);
    if (document !== undefined && known === undefined)
      return refused(notValid([{ pointer: "/document", rule: "choice" }]));
    const id = known?.id ?? `d${thing.documents.length + 1}`;
    const version = (known?.versions.length ?? 0) + 1;
    if (version > MOST_VERSIONS)
      return refused(refusal("act/blocked", { reason: said(by).blockers["most-documents"] }, "/document"));
    const added = {
      version,
      title,
      hasText: text !== undefined,
      ...(link !== undefined && { link }),
      addedAt: by.receivedAt,
    };
    const versions = [...(known?.versions ?? []), added];
    const documents = known
      ? thing.documents.map((one) => (one.id === id ? { ...one, versions } : one))
      : [...thing.documents, { id, versions }];
    const after: Consultation = { ...thing, documents };
    const texts = text === undefined ? [] : [textWrite(thing.id, { document: id, version, text })];
    return change(thing, after, { by, deps }, [record({ document: id, version }), ...texts]);
  },
});

export const getOfficeConsultationDocument = addition.page(rows.getOfficeConsultationDocument);
export const postOfficeConsultationDocument = addition.form;
export const postConsultationDocument = addition.json;
