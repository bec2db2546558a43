import { addressAt } from "../../domain/addresses.ts";
import { ConsultationId } from "../../domain/ids.ts";
import { isSameMailbox } from "../../domain/mailbox.ts";
import { notice } from "../../domain/notice/notice.ts";
import { accept } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { keys } from "../../store/keys.ts";
import { noticeWrite } from "../../store/notices.ts";
import { WAITS_NO_MORE } from "../../store/work.ts";
import { update } from "../../store/write.ts";
import type { Consultation } from "../consultations/rules.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { wordsIn } from "./pages.ts";
import { reportOf } from "./report.ts";
import { at } from "./rows.ts";
import type { RemarkAuthor } from "./rules.ts";
import { remarksOf } from "./taking.ts";

/** Remarks of one mailbox, answered in one letter; and those of nobody who is told, each by itself. At most so many: a transaction holds a hundred items. */
const MOST_IN_A_LETTER = 90;

const byMailbox = (authors: readonly RemarkAuthor[]): RemarkAuthor[][] => {
  const groups: RemarkAuthor[][] = [];
  for (const one of authors) {
    const group = groups.find(
      ([first, ...rest]) =>
        first?.email !== undefined &&
        isSameMailbox(first.email, one.email) &&
        rest.length < MOST_IN_A_LETTER - 1,
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
};

/** One answer back with all that somebody said; it is written together with that they were told, so that it is written once. */
const answer = async (
  consultation: Consultation,
  group: readonly RemarkAuthor[],
  now: Instant,
  deps: Deps,
): Promise<void> => {
  const remarks = remarksOf(consultation, deps);
  const [first] = group;
  if (!first) return;
  const told = group.map(({ remark }) => remarks.told(remark, now));
  if (first.email === undefined) return void accept(await deps.store.table.write(told));
  const { letters, verdicts, waiting } = wordsIn(first.language);
  const found = await Promise.all(group.map(({ remark }) => remarks.get(remark)));
  const lines = found.flatMap((one) => {
    if (!one) return [];
    const { verdict, reason = "" } = one.decision ?? {};
    return letters.line(one.number, verdict ? verdicts[verdict] : waiting, reason);
  });
  const letter = notice("subject/decision", first.email, first.language, {
    letter: letters.answered(consultation.subject.title, lines),
    link: (await linkKeeper(deps))(addressAt(at.report, { consultationId: consultation.id })),
  });
  const event = `${consultation.id}/answer/${first.remark}`;
  accept(await deps.store.table.write([noticeWrite(event, letter, now), ...told]));
};

/** Whoever asked for an answer gets it after the report, however often this is done. */
export const tellAnswers = async (deps: Deps): Promise<void> => {
  const now = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"], { upTo: now }), async ({ id, key, place }) => {
    const consultationId = ConsultationId.safeParse(id).data;
    if (consultationId === undefined || key.sk !== "REPORT") return;
    const consultation = await consultationsOf(deps).get(consultationId);
    const report = consultation && (await reportOf(consultation, deps));
    if (!consultation || report?.publishedAt === undefined) return;
    const authors = await remarksOf(consultation, deps).authors();
    const left = authors.filter(({ toldAt }) => toldAt === undefined);
    for (const group of byMailbox(left)) await answer(consultation, group, now, deps);
    await deps.store.table.write([
      update({
        key: keys.consultationPart(consultation.id, "REPORT"),
        remove: WAITS_NO_MORE,
        when: { text: "#workKey = :place", values: { place } },
      }),
    ]);
  });
};
