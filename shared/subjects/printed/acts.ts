import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { refusedForm, wrongForm } from "../../acts/posted.ts";
import { pathTo } from "../../domain/addresses.ts";
import { newestFirst } from "../../domain/cycle/newest-first.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import type { CycleId, LetterId } from "../../domain/ids.ts";
import { PRINTED, PrintedLetter, PrintedState } from "../../domain/intake/printed-letter.ts";
import { stateAfter, statesBefore } from "../../domain/lifecycle.ts";
import { readNotice } from "../../domain/notice/notice.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, existing, Refused, type Result, refused } from "../../domain/result.ts";
import { dayOf, type Instant, type LocalDate } from "../../domain/time.ts";
import { formState } from "../../pages/components/form-state.ts";
import { type Frame, link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, type Reply, seeOther, view } from "../../platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../platform/lists.ts";
import type { Words } from "../../words/words.ts";
import { subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { letterAbout, lettersView, noLettersView, said } from "./pages.ts";
import { printedRows as rows } from "./rows.ts";
import { Again, InCycle, Path, Posting, Printing, Return, Settlement } from "./rules.ts";

const Shown = PrintedLetter.omit({ about: true, foundBy: true })
  .extend({ kind: z.string() })
  .meta({ id: "PrintedLetter" });

const shown = ({ about, foundBy: _, ...letter }: PrintedLetter): z.infer<typeof Shown> => ({
  ...letter,
  kind: about.kind,
});

/** What a letter is headed by, in the language of whoever looks. */
const headingOf = (words: Words, { about }: PrintedLetter): string => {
  const { kind, facts } = readNotice({ ...about, to: "" });
  return words.letters.texts[kind](facts as never).subject;
};

const pathOf = ({ cycleId, id }: Pick<PrintedLetter, "cycleId" | "id">): string =>
  pathTo("officePrintedLetter", { cycleId, letterId: id });

const letterAt = async (
  cycleId: CycleId,
  id: LetterId,
  { store }: Pick<Deps, "store">,
): Promise<PrintedLetter> => existing(await store.printedLetters.get(cycleId, id));

const subject = subjectOf({
  params: Path,
  find: ({ cycleId, letterId }, deps) => letterAt(cycleId, letterId, deps),
  stateAt: ({ state }) => state,
  blockers: {},
  words: (frame) => ({ states: said(frame).states, acts: said(frame).acts, blockers: {} }),
  journal: ({ cycleId }) => cycleId,
  title: (frame, { mark }) => said(frame).of(mark ?? said(frame).noMark),
  address: pathOf,
  back: {
    address: ({ cycleId }) => `${pathTo("officePrintedLetters")}?cycle=${cycleId}`,
    title: (frame) => said(frame).back,
  },
  about: (frame, { thing }) => letterAbout(frame, thing, headingOf(frame.words, thing)),
  reply: Shown,
  shown,
});

type Event = "post" | "return" | "again" | "settle";

/** A day that a step cannot have been: one to come, or before what came before it. */
const wrongDay = (on: LocalDate, from: LocalDate, now: Instant): Result<never> | undefined => {
  const today = dayOf(now);
  if (on > today) return refused(notValid([{ pointer: "/on", rule: "too-late", limit: today }]));
  return on < from ? refused(notValid([{ pointer: "/on", rule: "too-early", limit: from }])) : undefined;
};

/** A step of a letter by the table of its states, with the record of it: what the post said stays there, though the letter goes out again. */
const stepped = (
  event: Event,
  more: Partial<PrintedLetter>,
  said: Readonly<Record<string, string>>,
  {
    thing,
    record,
    by,
    deps,
  }: Parameters<Parameters<typeof subject.act>[0]["does"]>[1] & { readonly by: StaffRequest },
) => {
  const after = { ...thing, ...more, state: stateAfter(PRINTED, event) };
  return deps.store.printedLetters.change(thing, after, { path: pathOf(thing), at: by.receivedAt }, [
    record({ letter: thing.id, state: after.state, ...said }),
  ]);
};

const posting = subject.act({
  name: "post",
  summary: "Note that a letter was posted, with the number that the post gave",
  json: rows.postPosting,
  form: rows.postOfficePosting,
  from: statesBefore(PRINTED, "post"),
  asks: {
    form: formOf(Posting),
    words: (frame) => {
      const { number, on } = said(frame).fields;
      return { number: { label: number }, on: { label: on } };
    },
  },
  does: async (asked, doing) =>
    wrongDay(asked.on, dayOf(doing.thing.writtenAt), doing.by.receivedAt) ??
    stepped("post", { posting: asked }, asked, doing),
});

const returning = subject.act({
  name: "return",
  summary: "Note that the post brought a letter back, and why",
  json: rows.postReturn,
  form: rows.postOfficeReturn,
  from: statesBefore(PRINTED, "return"),
  asks: {
    form: formOf(Return),
    words: (frame) => {
      const { fields, reasons } = said(frame);
      return { reason: { label: fields.reason, options: reasons }, on: { label: fields.on } };
    },
  },
  does: async (asked, doing) =>
    wrongDay(asked.on, doing.thing.posting?.on ?? asked.on, doing.by.receivedAt) ??
    stepped("return", { returned: asked }, asked, doing),
});

const again = subject.act({
  name: "again",
  summary: "Send a letter again that came back, to this address",
  json: rows.postPrintedAgain,
  form: rows.postOfficePrintedAgain,
  from: statesBefore(PRINTED, "again"),
  asks: {
    form: formOf(Again),
    now: ({ to: { street = "", postcode = "", town = "" } }) => ({ street, postcode, town }),
    words: (frame) => {
      const { street, postcode, town } = said(frame).fields;
      return { street: { label: street }, postcode: { label: postcode }, town: { label: town } };
    },
  },
  does: (asked, doing) => stepped("again", { to: { ...doing.thing.to, ...asked } }, {}, doing),
});

const settlement = subject.act({
  name: "settle",
  summary: "Note how somebody was told whom a letter did not reach",
  json: rows.postPrintedSettlement,
  form: rows.postOfficePrintedSettlement,
  from: statesBefore(PRINTED, "settle"),
  kind: "second",
  asks: {
    form: formOf(Settlement),
    words: (frame) => ({ note: { label: said(frame).fields.note } }),
  },
  does: ({ note }, doing) => stepped("settle", { note }, {}, doing),
});

export const postPosting = posting.json;
export const postOfficePosting = posting.form;
export const postReturn = returning.json;
export const postOfficeReturn = returning.form;
export const postPrintedAgain = again.json;
export const postOfficePrintedAgain = again.form;
export const postPrintedSettlement = settlement.json;
export const postOfficePrintedSettlement = settlement.form;
export const getOfficePrintedLetter = subject.page(rows.getOfficePrintedLetter, "A letter on paper");

export const getPrintedLetters = endpoint(rows.getPrintedLetters, {
  summary: "Letters on paper, to people whose mailbox nobody knows",
  description: "Names and addresses: the journal says who read them.",
  params: InCycle,
  query: PageQuery.extend({ state: PrintedState.optional() }),
  replies: { 200: listOf(Shown, "PrintedLetters") },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { state, ...page } = request.query;
    const { items, next } = await deps.store.printedLetters.page(cycleId, pageOf(page));
    const found = items.filter((one) => state === undefined || one.state === state);
    const facts = { read: found.length };
    accept(
      await deps.store.table.write([
        audited({ ...request, route: rows.getPrintedLetters }, cycleId, { facts }),
      ]),
    );
    return json({ items: found.map(shown), next: cursorOf(next) });
  },
});

/** Takes letters off the list of what is to be printed, all of them or none; what is printed already is printed again. */
const print = async (
  request: StaffRequest<z.infer<typeof InCycle>>,
  ids: readonly LetterId[],
  deps: Deps,
): Promise<PrintedLetter[]> => {
  const { cycleId } = request.params;
  const { receivedAt: at } = request;
  const letters = await Promise.all([...new Set(ids)].map((id) => letterAt(cycleId, id, deps)));
  for (const { state } of letters)
    if (!statesBefore(PRINTED, "print").includes(state))
      throw new Refused(refusal("act/wrong-state", { state: said(request).states[state] }));
  const printed = letters.map((one) => ({ ...one, state: stateAfter(PRINTED, "print"), printedAt: at }));
  const record = audited({ ...request, route: rows.postPrinting }, cycleId, {
    facts: { letters: letters.length },
  });
  accept(
    await deps.store.printedLetters.changeAll(
      letters.map((one, n) => ({ before: one, after: printed[n] ?? one, path: pathOf(one) })),
      at,
      [record],
    ),
  );
  return printed.map((one) => ({ ...one, version: one.version + 1 }));
};

export const postPrinting = endpoint(rows.postPrinting, {
  summary: "Print letters: they wait to be posted then",
  description: "Their file is `GET …/printed-letters.pdf?letters=`.",
  params: InCycle,
  body: Printing,
  replies: { 200: z.object({ items: z.array(Shown) }).meta({ id: "Printing" }) },
  handle: async (request, deps) =>
    json({ items: (await print(request, request.body.letters, deps)).map(shown) }),
});

/** While proposals are checked their authors are written to: that edition is met first. */
const CHECKED: ReadonlySet<Phase> = new Set(["submission", "formal-review", "merit-review", "appeals"]);

const listPage = async (
  request: StaffRequest,
  asked: string | undefined,
  deps: Deps,
  posted: Parameters<typeof formState>[1] & { readonly status?: number } = {},
): Promise<Reply> => {
  const { words } = request;
  const { items: all } = await deps.store.cycles.list();
  const cycles = newestFirst(all.filter(({ phase }) => phase !== "cancelled"));
  const cycle =
    cycles.find(({ id }) => id === asked) ?? cycles.find(({ phase }) => CHECKED.has(phase)) ?? cycles[0];
  const frame: Frame = frameOf(request);
  if (!cycle) return view(noLettersView(frame));
  const { items: letters } = await deps.store.printedLetters.page(cycle.id);
  const facts = { read: letters.length };
  accept(
    await deps.store.table.write([
      audited({ ...request, route: rows.getPrintedLetters }, cycle.id, { facts }),
    ]),
  );
  const model = {
    cycleId: cycle.id,
    cycles: cycles.map(({ id, name, edition }) => [id, words.edition(name, edition)] as const),
    letters: letters.toSorted((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1)),
    heading: (one: PrintedLetter) => headingOf(words, one),
  };
  return view(lettersView(frame, formState(words, posted), model), posted.status);
};

export const getOfficePrintedLetters = endpoint(rows.getOfficePrintedLetters, {
  summary: "Letters on paper by what is to be done with them",
  query: z.object({ cycle: z.string().max(40).optional().catch(undefined) }),
  handle: (request, deps) => listPage(request, request.query.cycle, deps),
});

const FIELDS = ["letters"];

const chosen = formOf(Printing);

export const postOfficePrinting = endpoint(rows.postOfficePrinting, {
  summary: "Print the letters that are ticked",
  params: InCycle,
  body: chosen.posted,
  invalid: async (issues, typed, request, deps) => {
    const { cycleId } = request.params as z.infer<typeof InCycle>;
    return { ...(await listPage(request, cycleId, deps, wrongForm(issues, typed, FIELDS))), issues };
  },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { value } = request.body;
    try {
      await print(request, value.letters, deps);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const form = { names: FIELDS, typed: () => value };
      return listPage(request, cycleId, deps, refusedForm(error.refusal, form, request));
    }
    return seeOther(link(frameOf(request), `${pathTo("officePrintedLetters")}?cycle=${cycleId}`));
  },
});
