import { notice } from "../../shared/domain/notice/notice.ts";
import { type Person, whoActsFor } from "../../shared/domain/office/directory.ts";
import type { Viewer } from "../../shared/domain/office/whose.ts";
import { dayOf, type Instant, isWorkingDay, localInstant } from "../../shared/domain/time.ts";
import { workPath, workText } from "../../shared/pages/office/work.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import type { PlacedWork } from "../../shared/store/work.ts";
import { type Words, wordsOf } from "../../shared/words/words.ts";
import { type WorkOf, workList } from "./work-list.ts";

/** The letters are due from the first of these times; late ones still go until the second, later they would tell of yesterday. */
const [FROM, UNTIL] = ["07:00", "16:00"];

/** How much one letter lists; the rest is on the list. */
const MOST = { mine: 25, unit: 10 };

/** The working language of the office. */
const LANGUAGE = "pl";

const isTheirTime = (now: Instant): boolean => {
  const day = dayOf(now);
  return isWorkingDay(day) && localInstant(`${day}T${FROM}`) <= now && now < localInstant(`${day}T${UNTIL}`);
};

const lineOf = (work: PlacedWork, now: Instant, words: Words, { site }: Pick<Deps, "site">) => ({
  text: workText(words, work),
  href: site.url + workPath(work),
  dueAt: work.dueAt,
  isLate: work.dueAt <= now,
});

const writeTo = async (
  me: Person & { readonly mail: string },
  { workOf, ...viewer }: Omit<Viewer, "me"> & { readonly workOf: WorkOf },
  deps: Deps,
) => {
  const { now } = viewer;
  const listOf = (whose: "mine" | "unit") =>
    workList(whose, { me, ...viewer }, { limit: MOST[whose] }, workOf);
  const [mine, unit] = await Promise.all([listOf("mine"), listOf("unit")]);
  if (mine.items.length + unit.items.length === 0) return;
  const words = await wordsOf(LANGUAGE);
  const lines = (items: readonly PlacedWork[]) => items.map((work) => lineOf(work, now, words, deps));
  const letter = notice("office/morning", me.mail, LANGUAGE, {
    mine: lines(mine.items),
    unit: lines(unit.items),
    hasMore: mine.next !== null || unit.next !== null,
  });
  // Written before, it stays as it was: `noticeWrite` is refused, and that is well.
  await deps.store.table.write([noticeWrite(`office/morning/${dayOf(now)}/${me.id}`, letter, now)]);
};

/**
 * On the morning of a working day, one letter to everybody for whom something waits, with the work of the absent for whom they stand in. Each
 * person stands alone: what goes wrong with one keeps no other's letter back, and is tried again with the next sweep.
 */
export const writeMorningLetters = async (deps: Deps): Promise<void> => {
  const { store, system } = deps;
  const now = system.now();
  const day = dayOf(now);
  if (!isTheirTime(now) || (await store.directory.isMorningDone(day))) return;
  const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
  const workOf = await store.work.sharing();
  let areAllWritten = true;
  for (const person of staff) {
    const { mail } = person;
    if (mail === null || whoActsFor(person, staff, day)?.id !== person.id) continue;
    try {
      await writeTo({ ...person, mail }, { staff, units, now, workOf }, deps);
    } catch (error) {
      areAllWritten = false;
      log.error({ event: "office/morning-letter", error });
    }
  }
  if (areAllWritten) await store.directory.morningDone(day);
};
