import type { LetterId } from "../../shared/domain/ids.ts";
import { type GivenUpLetter, LetterSubject } from "../../shared/domain/notice/given-up.ts";
import type { Notice } from "../../shared/domain/notice/notice.ts";
import { nextTry } from "../../shared/domain/notice/tries.ts";
import { isPhone } from "../../shared/domain/phone.ts";
import { Instant, secondsBetween } from "../../shared/domain/time.ts";
import { letterOf, wordsTo } from "../../shared/pages/letters/letter.ts";
import { shortTextOf } from "../../shared/pages/letters/short-text.ts";
import type { Delivery } from "../../shared/platform/delivery.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import type { Letter } from "../../shared/platform/mail.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { partsOf } from "../../shared/store/keys.ts";
import { givenUp } from "../../shared/store/letters.ts";
import { untold } from "../../shared/store/notices.ts";
import type { Write } from "../../shared/store/write.ts";
import { nameOfLetter, record } from "./record.ts";
import type { Run } from "./run.ts";
import type { Claimed, Source } from "./source.ts";

const written = async (about: Notice, messageId: string, { site }: Deps): Promise<Letter> => ({
  ...letterOf(about, await wordsTo(about, site.city), site),
  to: about.to,
  messageId,
});

/** A notice goes by text where a number was given, else by letter. */
const send = async (about: Notice, claimed: Claimed, source: Source, run: Run): Promise<Delivery> => {
  const { deps } = run;
  return isPhone(about.to)
    ? deps.texts.send({ to: about.to, text: shortTextOf(about, await wordsTo(about, deps.site.city)) })
    : deps.mail.send(await written(about, await nameOfLetter(claimed, source, run), deps));
};

/** Nothing has left before SES or SNS is asked: an accident until then is put off like a refusal. */
const delivered = async (
  claimed: Claimed,
  source: Source,
  run: Run,
): Promise<{ readonly about?: Notice; readonly delivery: Delivery | "nobody" }> => {
  let about: Notice | null = null;
  try {
    about = await source.noticeOf(claimed, run);
    if (about === null) return { delivery: "nobody" };
    return { about, delivery: await send(about, claimed, source, run) };
  } catch (error) {
    log.error({ event: "notice/accident", error });
    return { ...(about && { about }), delivery: { outcome: "postponed", reason: "accident" } };
  }
};

/** What tells of a decision is somebody's work when it is given up. */
export const forTheOffice = (
  { key, item }: Claimed,
  outcome: GivenUpLetter["outcome"],
  { now, random }: Deps["system"],
): Write[] => {
  const subject = LetterSubject.safeParse(item.subject).data;
  if (!subject) return [];
  const id = idFrom("ltr", random(10)) as LetterId;
  const [event = ""] = partsOf(key);
  return [givenUp({ id, event, subject, outcome, at: now(), state: "waiting" })];
};

/** How long after it was due; a retry is due anew. Of what waits without a time nobody knows. */
const lateness = ({ item }: Claimed, { isTimed }: Source, now: Instant) =>
  isTimed ? { LateSeconds: secondsBetween(Instant.parse(item.pendingKey), now) } : {};

/**
 * Tells one person of one event, at most once. The item is claimed, so that nobody else tells it; what happens to this process between the claim
 * and the answer of SES loses the letter and never doubles it.
 */
export const tell = async (claimed: Claimed, source: Source, run: Run): Promise<void> => {
  const { meter, system } = run.deps;
  const { key, item } = claimed;
  const { about, delivery } = await delivered(claimed, source, run);
  const tries = Number(item.letterTries ?? 0) + 1;
  if (delivery === "nobody") {
    const lapsed = source.lapsed?.(claimed);
    await record(
      claimed,
      lapsed,
      { state: "given-up", tries: tries - 1, reason: "too-late" },
      [],
      source,
      run,
    );
    return;
  }
  if (delivery.outcome === "sent") {
    run.taken();
    await meter.note(source.promise, { Kept: 1, ...lateness(claimed, source, system.now()) });
    const changes = source.told ? [source.told(claimed)] : [];
    await record(claimed, about, { state: "sent", tries }, changes, source, run);
    return;
  }
  if (delivery.outcome === "postponed") run.putOff();
  const due = delivery.outcome === "postponed" ? nextTry(tries, system.now()) : null;
  await meter.note(source.promise, due === null ? { Broken: 1 } : { TurnedAway: 1 });
  if (due === null)
    log.error({ event: `notice/${delivery.outcome}`, refusal: delivery.reason, count: tries });
  const { outcome, reason } = delivery;
  if (due === null) {
    const state = outcome === "postponed" ? "given-up" : outcome;
    const changes = [untold(key, reason), ...forTheOffice(claimed, outcome, system)];
    await record(claimed, about, { state, tries, reason }, changes, source, run);
  } else {
    const changes = [await source.waitAgain(claimed, { about, due, tries }, run)];
    await record(claimed, about, { state: "delayed", tries, reason, again: due }, changes, source, run);
  }
};
