import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { accept, existing } from "../../domain/result.ts";
import { line, paragraphs } from "../../domain/text.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import type { Doing } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { collectedOf } from "./collected.ts";
import { collect } from "./collecting.ts";
import { officeMatterData } from "./office-pages.ts";
import { one, readMatter } from "./one.ts";
import { said } from "./pages.ts";
import { matterRows as rows } from "./rows.ts";
import { Found, type Matter, mailboxOf, numberOf, Outcome } from "./rules.ts";
import { change, MatterPath, moved, tell } from "./writing.ts";

const answerForm = formOf(z.strictObject({ outcome: Outcome, text: paragraphs(8000) }));
type Answered = z.output<typeof answerForm.schema>;
const answerWords = (frame: Pick<Frame, "words">) => {
  const { office, outcomes } = said(frame);
  return {
    outcome: { label: office.fields.outcome, options: outcomes },
    text: { label: office.fields.answer },
  };
};

/** The answer, with its letter where it goes by mail; data about somebody stands behind the link and in no letter. */
const give = async ({ outcome, text }: Answered, { thing, record, by, deps }: Doing<Matter>) => {
  const isMailed = mailboxOf(thing) !== undefined;
  const given = { outcome, text, at: by.receivedAt, byName: by.actor.name };
  const next = { ...moved(thing, isMailed ? "answer-by-mail" : "answer-by-hand"), answer: given };
  const letter = await tell(
    next,
    `answered/${thing.version}`,
    ({ letters, outcomes, outcomeIs, recourse }) =>
      letters.answered(numberOf(next), [
        outcomeIs(outcomes[outcome]),
        text,
        ...(thing.collected ? [letters.data] : []),
        recourse[next.kind],
      ]),
    by.receivedAt,
    deps,
  );
  return change(thing, next, [record({ outcome }), ...letter], deps);
};

const answer = one.act({
  name: "answer",
  summary: "Answer a matter; to a mailbox the answer goes by itself",
  json: rows.postMatterAnswer,
  form: rows.postOfficeAnswer,
  from: ["open"],
  asks: { form: answerForm, words: answerWords },
  does: give,
});

const collection = one.act({
  name: "collect",
  summary: "Put together what is held of who asks, by their mailbox",
  json: rows.postMatterCollection,
  form: rows.postOfficeCollection,
  from: ["to-collect", "collected"],
  does: async (_, { thing, record, deps }) => {
    const collected = await collect(thing, deps);
    return change(
      thing,
      { ...moved(thing, "collect"), collected },
      [record({ count: collected.count })],
      deps,
    );
  },
});

const release = one.act({
  name: "release",
  summary: "Answer who asks about their data; it leaves when another person accepts it",
  json: rows.postMatterRelease,
  form: rows.postOfficeRelease,
  from: ["collected"],
  two: "queue#desk",
  asks: { form: answerForm, words: answerWords },
  does: give,
});

const telling = one.act({
  name: "tell",
  summary: "Note how the answer was told to somebody without a mailbox",
  json: rows.postMatterTelling,
  form: rows.postOfficeTelling,
  from: ["to-hand"],
  asks: {
    form: formOf(z.strictObject({ told: line(200) })),
    words: (frame) => {
      const { fields } = said(frame).office;
      return { told: { label: fields.told, hint: fields.toldHint } };
    },
  },
  does: ({ told }, { thing, record, deps }) => {
    const next = moved(thing, "tell");
    return change(
      thing,
      { ...next, ...(next.answer && { answer: { ...next.answer, told } }) },
      [record()],
      deps,
    );
  },
});

/** What was put together, for whoever checks it: each reading is in the journal. */
const readData = async (by: StaffRequest<MatterPath>, deps: Deps) => {
  const matter = await readMatter(by.params, deps, by);
  const found = existing(await collectedOf(matter, deps));
  accept(await deps.store.table.write([audited({ ...by, route: rows.getMatterData }, matter.id)]));
  return { matter, found };
};

export const getMatterData = endpoint(rows.getMatterData, {
  summary: "What is held of who asks; the journal says who reads it",
  params: MatterPath,
  replies: { 200: z.object({ found: Found.array() }).meta({ id: "MatterData" }) },
  handle: async (by, deps) => json({ found: (await readData(by, deps)).found }),
});

export const getOfficeMatterData = endpoint(rows.getOfficeMatterData, {
  summary: "What is held of who asks, for whoever checks it; the journal says who reads it",
  params: MatterPath,
  handle: async (by, deps) => {
    const { matter, found } = await readData(by, deps);
    return view(officeMatterData(frameOf(by), matter, found));
  },
});

export const postMatterAnswer = answer.json;
export const postOfficeAnswer = answer.form;
export const postMatterCollection = collection.json;
export const postOfficeCollection = collection.form;
export const postMatterRelease = release.json;
export const postOfficeRelease = release.form;
export const postMatterTelling = telling.json;
export const postOfficeTelling = telling.form;
