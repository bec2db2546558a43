/** Mailboxes that are kept from writing for a time: how one is found, refused, and told. */
import { addressAt } from "../../domain/addresses.ts";
import { mailboxOf } from "../../domain/mailbox.ts";
import { notice } from "../../domain/notice/notice.ts";
import { refusal } from "../../domain/refusals.ts";
import { dayOf, endOfDay, epochSeconds, type Instant, plusDays, plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { macText } from "../../platform/keyed.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { noticeWrite } from "../../store/notices.ts";
import { type Attributes, check, type Write } from "../../store/write.ts";
import { Bar } from "./bar-rules.ts";
import { wordsIn } from "./pages.ts";
import type { Post } from "./posts.ts";
import { at } from "./rows.ts";

const KEPT_SECONDS = 366 * 86_400;

export const barsOf = ({ store }: Pick<Deps, "store">) => kept(store.table, keys.bar, Bar);

/** A bar beside the moment at which its record goes. */
export const goesAt = ({ until }: Pick<Bar, "until">): Attributes => ({
  expiresAtSeconds: epochSeconds(plusSeconds(until, KEPT_SECONDS)),
});

/** The key of a mailbox; who has the table alone learns no address from it. */
export const personOf = async (email: string, { vault }: Pick<Deps, "vault">): Promise<string> =>
  `bar_${macText(await vault.names("moderation"), "person", mailboxOf(email, "sure"))}`;

export const barEnd = (now: Instant, days: number): Instant => endOfDay(plusDays(dayOf(now), days));

/** What keeps a mailbox from writing now, if anything does. */
export const barOn = async (
  email: string,
  now: Instant,
  deps: Pick<Deps, "store" | "vault">,
): Promise<Bar | undefined> => {
  const bar = await barsOf(deps).get(await personOf(email, deps));
  return bar && now < bar.until ? bar : undefined;
};

/** The condition of what somebody writes: that their mailbox is not barred in that very moment. */
export const mayWrite = async (email: string, now: Instant, deps: Pick<Deps, "vault">): Promise<Write> =>
  check({
    key: keys.bar(await personOf(email, deps)),
    when: { text: "attribute_not_exists(#pk) OR #until <= :now", values: { now } },
    otherwise: (met) => refusal("moderation/barred", { until: String(met?.until ?? now) }),
  });

export const barProof = (
  key: Parameters<typeof macText>[0],
  { id, at: since }: Pick<Bar, "id" | "at">,
): string => macText(key, "bar", id, since);

type Letter = Parameters<typeof notice<"subject/decision">>[3]["letter"];

/** The letter to whoever is barred, with the link to an appeal. */
export const tellBarred = async (
  bar: Bar,
  { author }: Pick<Post, "author">,
  of: string,
  say: (words: ReturnType<typeof wordsIn>) => Letter,
  now: Instant,
  deps: Deps,
): Promise<Write[]> => {
  if (author?.email === undefined) return [];
  const { current } = await deps.vault.links("links");
  const letter = notice("subject/decision", author.email, author.language, {
    letter: say(wordsIn(author.language)),
    link: (await linkKeeper(deps))(addressAt(at.bar, { barId: bar.id, proof: barProof(current, bar) })),
  });
  return [noticeWrite(`bar/${bar.id}/${of}/${bar.at}`, letter, now)];
};
