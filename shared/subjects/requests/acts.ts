import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { notValid, type Refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { LocalDate, plusDays } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { created } from "../../platform/http.ts";
import type { Write } from "../../store/write.ts";
import { made } from "../act.ts";
import { said as saidOfConsultations } from "../consultations/pages.ts";
import { formOf } from "../form-of.ts";
import { listSubject } from "../list-subject.ts";
import { representativeWrite, requestsOf } from "./keeping.ts";
import { type OfRequest, one, shown, write } from "./one.ts";
import { requestWork, termsOf } from "./owed.ts";
import { officeRequests, said } from "./pages.ts";
import { at, officeRequestRows as rows } from "./rows.ts";
import {
  appealDueOn,
  type ConsultationRequest,
  linesTyped,
  MOST_LINES,
  Outcome,
  RequestFields,
  Saying,
  SignedLine,
  today,
} from "./rules.ts";
import { newSigners, signerWrites } from "./signing.ts";
import { letterWrites, StaffRequest } from "./writing.ts";

const fields = (frame: Frame) => said(frame).office.fields;

const newFields = (frame: Frame) => {
  const w = fields(frame);
  return {
    title: w.title,
    territory: w.territory,
    forms: { ...w.forms, options: saidOfConsultations(frame).forms },
    justification: w.justification,
    arrivedOn: w.arrivedOn,
    "representative-name": w.name,
    "representative-address": w.address,
    "representative-email": w.email,
    "representative-phone": w.phone,
    "representative-language": w.language,
  };
};

const notYet = (day: LocalDate, now: Parameters<typeof today>[0], pointer: string): Refusal | undefined =>
  day > today(now) ? notValid([{ pointer, rule: "too-late", limit: today(now) }]) : undefined;

/** A step is not of a day before the one that it follows. */
const beforeDay = (day: LocalDate, first: LocalDate | undefined, pointer: string): Refusal | undefined =>
  first !== undefined && day < first ? notValid([{ pointer, rule: "too-early", limit: first }]) : undefined;

const all = listSubject({
  words: said,
  journal: "consultation-requests",
  title: (frame) => said(frame).office.title,
  address: at.officeList,
  back: { address: pathTo("officeConsultations"), title: (frame) => said(frame).back },
  about: async (frame, { deps }) => {
    const found = (await requestsOf(deps).all()).toSorted((a, b) => (a.arrivedOn < b.arrivedOn ? 1 : -1));
    return officeRequests(frame, found, termsOf(deps.site));
  },
  reply: StaffRequest,
});

const addition = all.act({
  name: "add",
  summary: "Enter a request of residents for a consultation, as it came on paper",
  json: rows.postConsultationRequest,
  form: rows.postOfficeConsultationRequest,
  page: rows.getOfficeNewConsultationRequest,
  from: ["kept"],
  asks: {
    form: formOf(RequestFields),
    words: newFields,
    choices: ({ deps }) => ({
      territory: deps.site.city.districts.map(({ id, name }) => [id, name] as const),
    }),
  },
  replies: { 201: StaffRequest },
  does: async ({ representative, ...asked }, { by, record, deps }) => {
    const { site } = deps;
    const early = notYet(asked.arrivedOn, by, "/arrivedOn");
    if (early) return refused(early);
    const districts = site.city.districts.map(({ id }) => id);
    const unknown = asked.territory.findIndex((one) => !districts.includes(one));
    if (unknown >= 0) return refused(notValid([{ pointer: `/territory/${unknown}`, rule: "choice" }]));
    const request: ConsultationRequest = {
      ...asked,
      id: by.newId("crq"),
      version: 1,
      supporters: 0,
      createdAt: by.receivedAt,
      fingerprint: by.fingerprint,
    };
    const kept = await requestsOf(deps).create(
      request,
      [record({}, { subject: request.id }), representativeWrite(request, representative)],
      requestWork(request, site),
    );
    if (!kept.ok) return kept;
    const values = { requestId: request.id };
    const { version } = kept.value;
    const now = shown({ request: kept.value, representative, version, terms: termsOf(site) });
    return ok(made(created(rows.getStaffConsultationRequest, values, now), addressAt(at.officeOne, values)));
  },
});

const saying = { form: formOf(Saying), words: (frame: Frame) => ({ text: fields(frame).text }) };
const OnADay = z.strictObject({ on: LocalDate });
const onADay = { form: formOf(OnADay), words: (frame: Frame) => ({ on: fields(frame).on }) };

const Signed = z.strictObject({ lines: z.array(SignedLine).min(1).max(MOST_LINES) });
const SignedTyped = z.strictObject({ lines: z.preprocess(linesTyped, Signed.shape.lines) });

const supporting = one.act({
  name: "supporters",
  summary: "Enter who signed a request: each person counts once, by name and address",
  json: rows.postRequestSupporters,
  form: rows.postOfficeRequestSupporters,
  from: ["received", "called"],
  kind: "second",
  asks: {
    form: formOf(SignedTyped as unknown as typeof Signed, { lines: "lines" } as never),
    words: (frame: Frame) => ({ lines: fields(frame).lines }) as never,
  },
  body: Signed.meta({ id: "RequestSupporters" }),
  does: async ({ lines }, { thing, record, deps }) => {
    const { request } = thing;
    const signers = await newSigners(request, lines, deps);
    const supporters = request.supporters + signers.size;
    const also = [
      record({ entered: lines.length, counted: signers.size }),
      ...signerWrites(request, signers),
    ];
    return write(thing, { supporters }, also, deps);
  },
});

const call = one.act({
  name: "call",
  summary: "Call for what a request lacks, with a day until which it may come",
  json: rows.postRequestCall,
  form: rows.postOfficeRequestCall,
  from: ["received"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ ...Saying.shape, until: LocalDate })),
    words: (frame: Frame) => ({ text: fields(frame).text, until: fields(frame).until }),
  },
  does: async ({ text, until }, { thing, record, by, deps }) => {
    const on = today(by);
    if (until <= on)
      return refused(notValid([{ pointer: "/until", rule: "too-early", limit: plusDays(on, 1) }]));
    const { request } = thing;
    const letters = await letterWrites(
      request,
      `call/${request.version}`,
      (words) => words.letters.call(request.title, text, until),
      by.receivedAt,
      deps,
    );
    return write(thing, { call: { on, text, until } }, [record({ until }), ...letters], deps);
  },
});

const correction = one.act({
  name: "correct",
  summary: "Note the day on which what a request lacked has come",
  json: rows.postRequestCorrection,
  form: rows.postOfficeRequestCorrection,
  from: ["called"],
  asks: onADay,
  does: async ({ on }, { thing, record, by, deps }) => {
    const { call: before } = thing.request;
    const early = notYet(on, by, "/on");
    if (early || !before) return refused(early ?? notValid([{ pointer: "/on", rule: "choice" }]));
    const wrong = beforeDay(on, before.on, "/on");
    if (wrong) return refused(wrong);
    return write(thing, { call: { ...before, correctedOn: on } }, [record({ on })], deps);
  },
});

const completion = one.act({
  name: "complete",
  summary: "Find that a request lacks nothing; none with fewer signatures than are needed",
  json: rows.postRequestCompletion,
  form: rows.postOfficeRequestCompletion,
  from: ["received"],
  guards: ["too-few"],
  does: (_, { thing, record, by, deps }) => write(thing, { completeOn: today(by) }, [record()], deps),
});

/** What is said to who asked, with the day until which an appeal may come where it was refused. */
const answered = async (
  thing: OfRequest,
  answer: NonNullable<ConsultationRequest["answer"]>,
  doing: { readonly record: Write; readonly now: ConsultationRequest["createdAt"]; readonly deps: Deps },
): Promise<Result<OfRequest>> => {
  const { request } = thing;
  const { deps } = doing;
  const due = answer.isAccepted ? undefined : appealDueOn({ answer }, termsOf(deps.site));
  const letters = await letterWrites(
    request,
    "answer",
    (words) => {
      const sentence = answer.isAccepted ? words.accepted(answer.on) : words.refused(answer.on);
      return words.letters.answer(request.title, sentence, answer.text, due);
    },
    doing.now,
    deps,
  );
  return write(thing, { answer }, [doing.record, ...letters], deps);
};

const acceptance = one.act({
  name: "accept",
  summary: "Accept a request: a consultation is then prepared that names it",
  json: rows.postRequestAcceptance,
  form: rows.postOfficeRequestAcceptance,
  from: ["complete"],
  asks: saying,
  does: ({ text }, { thing, record, by, deps }) =>
    answered(
      thing,
      { on: today(by), text, isAccepted: true },
      { record: record(), now: by.receivedAt, deps },
    ),
});

const refusing = one.act({
  name: "refuse",
  summary: "Refuse a request with the reason; one that was called, once its time is over",
  json: rows.postRequestRefusal,
  form: rows.postOfficeRequestRefusal,
  from: ["complete", "called"],
  guards: ["still-time"],
  kind: "second",
  asks: saying,
  does: ({ text }, { thing, record, by, deps }) =>
    answered(
      thing,
      { on: today(by), text, isAccepted: false },
      { record: record(), now: by.receivedAt, deps },
    ),
});

const appealing = one.act({
  name: "appeal",
  summary: "Note an appeal to the council, by the day on which it came",
  json: rows.postRequestAppeal,
  form: rows.postOfficeRequestAppeal,
  from: ["refused"],
  asks: onADay,
  does: async ({ on }, { thing, record, by, deps }) => {
    const { request } = thing;
    const last = appealDueOn(request, termsOf(deps.site)) ?? on;
    const limit = last < today(by) ? last : today(by);
    if (on > limit) return refused(notValid([{ pointer: "/on", rule: "too-late", limit }]));
    const wrong = beforeDay(on, request.answer?.on, "/on");
    if (wrong) return refused(wrong);
    return write(thing, { appeal: { on } }, [record({ on })], deps);
  },
});

const passing = one.act({
  name: "pass",
  summary: "Note that an appeal was passed on to the council",
  json: rows.postRequestPassing,
  form: rows.postOfficeRequestPassing,
  from: ["appealed"],
  does: (_, { thing, record, by, deps }) => {
    const on = thing.request.appeal?.on ?? today(by);
    return write(thing, { appeal: { on, passedOn: today(by) } }, [record()], deps);
  },
});

const outcome = one.act({
  name: "outcome",
  summary: "Enter what the council decided of an appeal",
  json: rows.postRequestOutcome,
  form: rows.postOfficeRequestOutcome,
  from: ["at-council"],
  asks: {
    form: formOf(z.strictObject({ outcome: Outcome, on: LocalDate, ...Saying.shape })),
    words: (frame: Frame) => {
      const { outcome: decided, on, text } = fields(frame);
      return { outcome: decided, on, text };
    },
  },
  does: async (decided, { thing, record, by, deps }) => {
    const { request } = thing;
    const wrong = notYet(decided.on, by, "/on") ?? beforeDay(decided.on, request.appeal?.passedOn, "/on");
    if (wrong) return refused(wrong);
    const letters = await letterWrites(
      request,
      "outcome",
      (words) => {
        const sentence = words.outcomes[decided.outcome](decided.on);
        return words.letters.answer(request.title, sentence, decided.text, undefined);
      },
      by.receivedAt,
      deps,
    );
    return write(thing, { outcome: decided }, [record({ outcome: decided.outcome }), ...letters], deps);
  },
});

export const getOfficeConsultationRequests = all.page(
  rows.getOfficeConsultationRequests,
  "Requests of residents for a consultation, at the office",
);
export const getOfficeNewConsultationRequest = addition.page(rows.getOfficeNewConsultationRequest);
export const postOfficeConsultationRequest = addition.form;
export const postConsultationRequest = addition.json;
export const getOfficeConsultationRequest = one.page(
  rows.getOfficeConsultationRequest,
  "A request for a consultation, at the office",
);
export const getStaffConsultationRequest = one.read(
  rows.getStaffConsultationRequest,
  "A request for a consultation with who speaks for it",
);
export const postRequestSupporters = supporting.json;
export const postOfficeRequestSupporters = supporting.form;
export const postRequestCall = call.json;
export const postOfficeRequestCall = call.form;
export const postRequestCorrection = correction.json;
export const postOfficeRequestCorrection = correction.form;
export const postRequestCompletion = completion.json;
export const postOfficeRequestCompletion = completion.form;
export const postRequestAcceptance = acceptance.json;
export const postOfficeRequestAcceptance = acceptance.form;
export const postRequestRefusal = refusing.json;
export const postOfficeRequestRefusal = refusing.form;
export const postRequestAppeal = appealing.json;
export const postOfficeRequestAppeal = appealing.form;
export const postRequestPassing = passing.json;
export const postOfficeRequestPassing = passing.form;
export const postRequestOutcome = outcome.json;
export const postOfficeRequestOutcome = outcome.form;
