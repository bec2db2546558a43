import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { refusedForm, wrongForm } from "../../acts/posted.ts";
import { glimpseOfTyped, SentTable, sentTable, TableFields, typedAgain } from "../../acts/sent-table.ts";
import { addressAt } from "../../domain/addresses.ts";
import { canonicalDigest } from "../../domain/canonical.ts";
import { ISSUES_TOLD, refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import { formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { json, type Reply, seeOther, view } from "../../platform/http.ts";
import { said as saidOfConsultations } from "../consultations/pages.ts";
import { statusAt } from "../consultations/rules.ts";
import { ConsultationPath, consultationOf } from "../consultations/writing.ts";
import { said } from "./pages.ts";
import { at, tableRows as rows } from "./rows.ts";
import { MOST_IN_TRANSACTION, RemarksMade, Verdict } from "./rules.ts";
import { readSheet, SHEET_KIND } from "./sheet.ts";
import { sheetView } from "./sheet-pages.ts";
import { faultsOf, type Sheet } from "./sheet-rules.ts";
import { remarksOf } from "./taking.ts";

type Of<B = unknown, Q = unknown> = StaffRequest<ConsultationPath, Q, B>;

const OPEN = ["gathering", "report-due", "ended"];

/** One about whose remarks something can still be decided. */
const openConsultation = async (by: Of, deps: Deps) => {
  const consultation = await consultationOf(by.params, deps);
  if (consultation.reportedAt !== undefined)
    throw new Refused(refusal("act/blocked", { reason: said(by).blockers.reported }));
  const status = statusAt(consultation, by.receivedAt);
  if (!OPEN.includes(status))
    throw new Refused(refusal("act/wrong-state", { state: saidOfConsultations(by).statuses[status] }));
  return consultation;
};

const checkSheet = (sheet: Sheet): void => {
  const faults = faultsOf(sheet);
  if (faults.length === 0) return;
  const total = new Set(faults.map(({ line }) => line)).size;
  throw new Refused(refusal("table/rows", { rows: faults.slice(0, ISSUES_TOLD), total }));
};

/**
 * Takes what a sheet decides. Every row is read and held against its remark before the first is written; more than fifty go in turns, and the
 * same sheet again goes on with what is left.
 */
const take = async (by: Of, sheet: Sheet, deps: Deps): Promise<void> => {
  checkSheet(sheet);
  const remarks = remarksOf({ id: by.params.consultationId }, deps);
  const left = sheet.rows.filter(({ isThere }) => !isThere);
  for (let n = 0; n * MOST_IN_TRANSACTION < left.length; n++) {
    const part = left.slice(n * MOST_IN_TRANSACTION, (n + 1) * MOST_IN_TRANSACTION);
    const facts = { remarks: part.map(({ remark }) => remark.id).join(", ") };
    const record = audited({ ...by, route: rows.postRemarkTable }, by.params.consultationId, {
      facts,
      part: n,
    });
    const decided = part.map(({ remark, verdict, reason }) => ({
      remark,
      decision: { verdict, reason, at: by.receivedAt, byName: by.actor.name },
    }));
    accept(await remarks.decideEach(decided, [record]));
  }
};

const Told = RemarksMade.extend({
  kept: z.int().meta({ description: "Rows whose decision was there already" }),
  empty: z.int().meta({ description: "Rows without a decision" }),
  difference: z.array(
    z.object({ number: z.int(), before: Verdict.nullable(), after: Verdict, reason: z.string() }),
  ),
}).meta({ id: "RemarkTable" });

const told = ({ rows: all, empty }: Sheet): z.input<typeof Told> => {
  const fresh = all.filter(({ isThere }) => !isThere);
  return {
    remarks: fresh.map(({ remark }) => remark.id),
    kept: all.length - fresh.length,
    empty,
    difference: fresh.map(({ remark, verdict, reason }) => ({
      number: remark.number,
      before: remark.decision?.verdict ?? null,
      after: verdict,
      reason,
    })),
  };
};

export const postRemarkTable = endpoint(rows.postRemarkTable, {
  summary: "Decide about remarks by a sheet that was filled in, all its rows or none that is wrong",
  description:
    "A table as CSV in whatever encoding and with whatever delimiter: number, digest, decision and reason, as the sheet that goes out has them. 422 `table/rows` names faults by row and column, also of a remark that changed since the sheet was made. `preview=yes` decides nothing and says what would change. Rows without a decision are left out; the same sheet again finds what it has decided.",
  params: ConsultationPath,
  query: z.strictObject({ preview: z.literal("yes").optional() }),
  takes: "text/csv",
  body: SentTable,
  replies: { 200: Told },
  handle: async (request, deps) => {
    const consultation = await openConsultation(request, deps);
    const sheet = await readSheet(consultation, { table: request.body.bytes }, deps);
    checkSheet(sheet);
    if (request.query.preview === undefined) await take(request, sheet, deps);
    return json(told(sheet));
  },
});

const Typed = TableFields.extend({
  act: z.enum(["look", "enter"]),
  /** What was shown: nobody takes what they have not seen. */
  seen: z.string().optional(),
});
const FIELDS = ["table"];

const digestOf = ({ rows: all, noted }: Sheet): string =>
  canonicalDigest([
    all.map(({ remark, verdict, reason }) => [remark.id, remark.version, verdict, reason]),
    noted.length,
  ]);

const page = async (
  by: Of,
  posted: Parameters<typeof formState>[1] & { readonly status?: number },
  deps: Deps,
  found?: Parameters<typeof sheetView>[3]["found"],
): Promise<Reply> => {
  const state = formState(by.words, posted);
  const glimpse = await glimpseOfTyped(state.typed, SHEET_KIND);
  const key = by.key ?? formKey(deps);
  const consultation = { id: by.params.consultationId };
  return view(sheetView(frameOf(by), state, consultation, { key, glimpse, found }), posted.status);
};

export const getOfficeRemarkTable = endpoint(rows.getOfficeRemarkTable, {
  summary: "Decisions about remarks by a sheet",
  params: ConsultationPath,
  handle: async (request, deps) => {
    await openConsultation(request, deps);
    return page(request, {}, deps);
  },
});

export const postOfficeRemarkTable = endpoint(rows.postOfficeRemarkTable, {
  summary: "Look at a sheet of decisions as it was read, or take it as it was shown",
  params: ConsultationPath,
  body: Typed,
  takes: "form with a table",
  hasSteps: true,
  invalid: (issues, typed, request, deps) =>
    page(request, wrongForm(issues, typedAgain(typed), FIELDS), deps),
  handle: async (request, deps) => {
    const { act, seen } = request.body;
    const { typed, bytes: table, said: how, encoding } = sentTable(request.body);
    const asked: { table: Uint8Array; said: SaidOfFile } = { table, said: how };
    try {
      const consultation = await openConsultation(request, deps);
      const read = await readSheet(consultation, asked, deps);
      const shown = digestOf(read);
      if (act !== "enter" || seen !== shown)
        return await page(request, { typed }, deps, { read, seen: shown, encoding });
      await take(request, read, deps);
      return seeOther(link(frameOf(request), addressAt(at.officeList, request.params)));
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const form = { names: FIELDS, typed: () => typed };
      return page(request, refusedForm(error.refusal, form, request), deps);
    }
  },
});
