/** What people would like to have answered at a meeting: the office's list by points of the agenda, without names. */
import { z } from "zod";
import { meetingOf } from "../../acts/shown-meeting.ts";
import type { MeetingId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { MeetingPath } from "./one.ts";
import { questionsView } from "./questions-pages.ts";
import { askedRows as rows } from "./rows.ts";

export interface Topic {
  /** The point of the agenda; null of the meeting as a whole. */
  readonly title: string | null;
  readonly questions: readonly string[];
}

/** Questions by topic, in the order of the agenda; those of no point last. */
export const topicsOf = async (
  meeting: Pick<Meeting, "id" | "items">,
  { store }: { readonly store: { readonly signups: Pick<Deps["store"]["signups"], "list"> } },
): Promise<Topic[]> => {
  const asked = (await store.signups.list(meeting.id as MeetingId)).toSorted((one, other) =>
    one.createdAt < other.createdAt ? -1 : 1,
  );
  const items = meeting.items ?? [];
  const of = (belongs: (topic: number | undefined) => boolean): string[] =>
    asked.flatMap(({ question, topic }) => (question !== undefined && belongs(topic) ? [question] : []));
  return [
    ...items.map(({ title }, n) => ({ title, questions: of((topic) => topic === n + 1) })),
    { title: null, questions: of((topic) => topic === undefined || topic > items.length) },
  ].filter(({ questions }) => questions.length > 0);
};

export const getQuestions = endpoint(rows.getQuestions, {
  summary: "Questions that were handed in before a meeting, by point of its agenda, without names",
  params: MeetingPath,
  replies: {
    200: z
      .object({ items: z.array(z.object({ title: z.string().nullable(), questions: z.array(z.string()) })) })
      .meta({ id: "MeetingQuestions" }),
  },
  handle: async ({ params }, deps) => {
    const meeting = await meetingOf(params.meetingId, deps);
    return json({ items: await topicsOf(meeting, deps) });
  },
});

export const getOfficeQuestions = endpoint(rows.getOfficeQuestions, {
  summary: "Questions that were handed in before a meeting, at the office",
  params: MeetingPath,
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    return view(questionsView(frameOf(request), meeting, await topicsOf(meeting, deps)));
  },
});
