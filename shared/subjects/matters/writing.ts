import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { MatterId } from "../../domain/ids.ts";
import { advance } from "../../domain/lifecycle.ts";
import { type NoticeFacts, notice } from "../../domain/notice/notice.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, existing, type Result } from "../../domain/result.ts";
import { dayOf, endOfDay, epochSeconds, type Instant, plusDays } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { macText, sameText } from "../../platform/keyed.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { noticeWrite } from "../../store/notices.ts";
import { waits } from "../../store/work.ts";
import type { Attributes, Write } from "../../store/write.ts";
import { inOffice, wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import { isWaiting, MATTERS, Matter, type MatterEvent, mailboxOf, numberOf } from "./rules.ts";

export const MatterPath = z.object({ matterId: MatterId });
export type MatterPath = z.infer<typeof MatterPath>;

/** How long its mailbox may be proved, and how long an answered one is kept. */
const CONFIRM_DAYS = 7;
const KEPT_DAYS = 365;

/** When it goes; undefined while the office has it to do. */
const goesAt = ({ state, arrivedOn, answer }: Matter): Instant | undefined => {
  if (state === "unconfirmed") return endOfDay(plusDays(arrivedOn, CONFIRM_DAYS));
  return state === "answered" && answer ? endOfDay(plusDays(dayOf(answer.at), KEPT_DAYS)) : undefined;
};

export const mattersOf = ({ store }: Pick<Deps, "store">) => kept(store.table, keys.matter, Matter);

/** One whose time is over is gone, though the table may not have removed it yet. */
export const matterOf = async ({ matterId }: MatterPath, deps: Deps): Promise<Matter> => {
  const matter = existing(await mattersOf(deps).get(matterId));
  const until = goesAt(matter);
  return existing(until !== undefined && until <= deps.system.now() ? undefined : matter);
};

/** What stands beside it in the table: whose work it is and by when, or when it goes. */
export const besides = (matter: Matter, site: Deps["site"]): Attributes => {
  const { id, kind, owner, dueAt } = matter;
  const until = goesAt(matter);
  if (!isWaiting(matter)) return until === undefined ? {} : { expiresAtSeconds: epochSeconds(until) };
  return waits({
    kind: "of-subject",
    id,
    owner,
    dueAt,
    about: {
      path: addressAt(at.one, { matterId: id }),
      text: inOffice(site.city, ({ office, kinds }) => office.due(kinds[kind], numberOf(matter))),
    },
  });
};

/** A matter after an event of its life; an act is offered only where its table has one. */
export const moved = (matter: Matter, event: MatterEvent): Matter => ({
  ...matter,
  state: accept(advance(MATTERS, matter.state, event)),
});

/** A matter as it is to be, with what it waits for then. */
export const change = (
  before: Matter,
  after: Matter,
  also: readonly Write[],
  deps: Deps,
): Promise<Result<Matter>> => mattersOf(deps).change(before, after, also, besides(after, deps.site));

type LinkOf = Pick<Matter, "id">;

const proofOf = (key: Parameters<typeof macText>[0], { id }: LinkOf): string => macText(key, "matter", id);

/** Its page, without a language, for whoever has the mailbox. */
const linkPath = async (matter: LinkOf, { vault }: Pick<Deps, "vault">): Promise<string> => {
  const { current } = await vault.links("links");
  return addressAt(at.link, { matterId: matter.id, proof: proofOf(current, matter) });
};

export const isProof = async (
  proof: string,
  matter: LinkOf,
  { vault }: Pick<Deps, "vault">,
): Promise<boolean> => {
  const { accepted } = await vault.links("links");
  return accepted.some((key) => sameText(proof, proofOf(key, matter)));
};

type Letter = NoticeFacts["subject/letter"]["letter"];

export const letterTo = async (
  kind: "subject/letter" | "subject/decision",
  matter: Matter,
  to: string,
  say: (words: ReturnType<typeof wordsIn>) => Letter,
  deps: Deps,
) =>
  notice(kind, to, matter.language, {
    letter: say(wordsIn(matter.language)),
    link: (await linkKeeper(deps))(await linkPath(matter, deps)),
  });

/** A letter of the office in a matter, with what it tells of; nothing where no mailbox is known. One that does not arrive is work. */
export const tell = async (
  matter: Matter,
  event: string,
  say: (words: ReturnType<typeof wordsIn>) => Letter,
  now: Instant,
  deps: Deps,
): Promise<Write[]> => {
  const to = mailboxOf(matter);
  if (to === undefined) return [];
  const letter = await letterTo("subject/decision", matter, to, say, deps);
  const subject = { of: "matter", matterId: matter.id } as const;
  return [noticeWrite(`${matter.id}/${event}`, letter, now, { subject })];
};

export const blocked = (reason: string, pointer?: string) => refusal("act/blocked", { reason }, pointer);
