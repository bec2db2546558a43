import { z } from "zod";
import { pathTo } from "../../shared/domain/addresses.ts";
import { CycleId, idOf, MeetingId, ProjectId } from "../../shared/domain/ids.ts";
import { OFFICE_JOURNAL } from "../../shared/domain/office/directory.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { ProjectNumber } from "../../shared/domain/project/number-scheme.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { mayBeEmpty } from "../../shared/domain/text.ts";
import { link } from "../../shared/pages/layout.ts";
import { journalsView, journalView } from "../../shared/pages/office/journal.ts";
import type { Staff } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { json, seeOther, view } from "../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import { AuditRecord } from "../../shared/store/audit.ts";
import { consultationsOf } from "../../shared/subjects/consultations/writing.ts";
import { SUBJECTS } from "../../shared/subjects/subjects.ts";
import { titleAt } from "../../shared/subjects/title-at.ts";
import type { Words } from "../../shared/words/words.ts";
import { routes } from "../routes.ts";

const ofSubjects = SUBJECTS.flatMap(({ journal }) =>
  journal ? [{ subject: idOf(journal.prefix, "Of a subject"), roles: journal.readers, at: journal.at }] : [],
);

/** What has a journal, and who reads it beside the auditor, who reads all. */
const KINDS: readonly { readonly subject: z.ZodType; readonly roles: readonly Role[] }[] = [
  { subject: CycleId, roles: ["coordinator", "commission"] },
  { subject: ProjectId, roles: ["coordinator", "verifier"] },
  { subject: MeetingId, roles: ["coordinator", "editor"] },
  ...ofSubjects,
  { subject: z.literal(OFFICE_JOURNAL), roles: ["admin"] },
];

const Subject = z.union([
  CycleId,
  ProjectId,
  MeetingId,
  ...ofSubjects.map(({ subject }) => subject),
  z.literal(OFFICE_JOURNAL),
]);
type Subject = z.infer<typeof Subject>;

const mayRead = ({ roles }: Staff, subject: string): boolean =>
  roles.includes("auditor") ||
  KINDS.some(
    (kind) => kind.subject.safeParse(subject).success && kind.roles.some((role) => roles.includes(role)),
  );

const pageOfJournal = async (actor: Staff, subject: Subject, query: PageQuery, { store }: Deps) => {
  if (!mayRead(actor, subject)) throw new Refused(refusal("thing/not-found", {}));
  return store.audit.list(subject, pageOf(query));
};

/** What a journal is about, by its name; by its id once it is gone. */
const nameOf = async (subject: Subject, words: Words, { store }: Deps): Promise<string> => {
  if (subject === OFFICE_JOURNAL) return words.office.nav.people;
  const [cycleId, projectId, meetingId] = [
    CycleId.safeParse(subject).data,
    ProjectId.safeParse(subject).data,
    MeetingId.safeParse(subject).data,
  ];
  const cycle = cycleId && (await store.cycles.get(cycleId));
  if (cycle) return words.edition(cycle.name, cycle.edition);
  if (projectId) {
    const { items } = await store.cycles.list();
    const found = await Promise.all(items.map(({ id }) => store.projects.get(id, projectId)));
    const project = found.find((one) => one !== undefined);
    if (project) return `${project.number} ${project.title}`;
  }
  const own = ofSubjects.find((one) => one.subject.safeParse(subject).success);
  if (own) return (await titleAt(store.table, own.at, subject, words.language)) ?? subject;
  const meeting = meetingId && (await store.meetings.get(meetingId));
  return meeting?.title ?? subject;
};

export const getAudit = endpoint(routes.getAudit, {
  summary: "What staff did to something, the newest first",
  description:
    "Of an edition, a project, a consultation, a meeting, or the directory (`office`). Each role reads what is its work; the auditor reads all.",
  query: PageQuery.extend({ subject: Subject }),
  replies: { 200: listOf(AuditRecord.meta({ id: "AuditRecord" }), "AuditRecords") },
  handle: async (request, deps) => {
    const { subject, ...page } = request.query;
    const { items, next } = await pageOfJournal(request.actor, subject, page, deps);
    return json({ items, next: cursorOf(next) });
  },
});

export const getOfficeJournal = endpoint(routes.getOfficeJournal, {
  summary: "The journal of something, the newest first",
  params: z.object({ subject: Subject }),
  query: PageQuery,
  handle: async (request, deps) => {
    const { subject } = request.params;
    const { items, next } = await pageOfJournal(request.actor, subject, request.query, deps);
    const isLater = request.query.cursor !== undefined;
    const name = await nameOf(subject, request.words, deps);
    return view(
      journalView(frameOf(request), { subject, name, lines: items, next: cursorOf(next), isLater }),
    );
  },
});

/** How many meetings are listed; of others the journal opens by the address of their page. */
const MOST_MEETINGS = 100;

export const getOfficeJournals = endpoint(routes.getOfficeJournals, {
  summary: "Journals of the office; a project's is found by its number",
  query: z.strictObject({ number: mayBeEmpty(ProjectNumber.trim()) }),
  handle: async (request, deps) => {
    const { store } = deps;
    const { number } = request.query;
    const { items: cycles } = await store.cycles.list();
    if (number !== undefined) {
      const found = await Promise.all(cycles.map(({ id }) => store.projects.byNumber(id, number)));
      const subject = found.find((id) => id !== undefined);
      if (subject) return seeOther(link(frameOf(request), pathTo("journal", { subject })));
    }
    const { items } = await store.meetings.agenda("all", { limit: MOST_MEETINGS, newestFirst: true });
    const meetings = await Promise.all(items.map(({ id }) => store.meetings.listed(id)));
    const lines = [
      ...cycles.toReversed().map(({ id, name, edition }) => ({
        subject: id,
        kind: "editions" as const,
        name: request.words.edition(name, edition),
      })),
      ...(await consultationsOf(deps).all()).map(({ id, subject }) => ({
        subject: id,
        kind: "consultations" as const,
        name: subject.title,
      })),
      ...meetings.flatMap((meeting) =>
        meeting ? [{ subject: meeting.id, kind: "meetings" as const, name: meeting.title }] : [],
      ),
      { subject: OFFICE_JOURNAL, kind: "people" as const, name: request.words.office.nav.people },
    ];
    return view(
      journalsView(frameOf(request), {
        lines: lines.filter(({ subject }) => mayRead(request.actor, subject)),
        number,
        mayFind: mayRead(request.actor, "prj_0000000000000000"),
      }),
    );
  },
});
