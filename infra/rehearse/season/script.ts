/**
 * What happens in one edition from its call to its frozen ballot: who sends what and when, what the office finds, and what comes of it. Drawn
 * from a seed; the figures of a whole one are those of Katowice's edition XI and X (reports of the procedure: channels, appeals, lists).
 */
import { POOLS } from "../../generator/parameters.ts";
import { proposer } from "../../generator/proposals.ts";
import { type Chance, seeded } from "../../generator/random.ts";
import { SEASON_CITY } from "../../generator/season-city.ts";

/** How a proposal comes in. */
type Channel = "online" | "desk" | "email" | "epuap";

/** What the check of the form comes to, and how. */
export type FormalCourse =
  | "accepted"
  /** Called to correct, and the author does. */
  | "corrected"
  /** The author's answer changes nothing. */
  | "corrected-in-vain"
  /** The author does not answer. */
  | "unanswered"
  | "rejected"
  | "too-few-supporters"
  | "filed-twice";

type MeritCourse = "accepted" | "cheaper" | "rejected";

/** What becomes of an appeal; one that comes after the window is turned away at the door. */
export type AppealCourse = "upheld" | "dismissed" | "late";

/** What becomes of a question to units: several answer, one hands it on or sends it back, says nothing in time, or leaves it to who stands in. */
export type OpinionCourse = "given" | "handed-on" | "sent-back" | "silent" | "stood-in";

type Withdrawal = "before-formal" | "before-merit";

export interface Filing {
  /** From 1, in the order in which all of them come in. */
  readonly n: number;
  readonly pool: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly costGrosze: number;
  readonly channel: Channel;
  /** Day of the call, from 0; minutes are the order. */
  readonly day: number;
  /** It arrived after the call had ended: it gets no number. */
  readonly isLate: boolean;
  readonly author: { readonly name: string; readonly email: string | null };
  readonly supporters: number;
  readonly formal: FormalCourse;
  /** Whoever accepts the card gives it back once. */
  readonly isReturned: boolean;
  /** Two clerks send a card at one moment. */
  readonly isRaced: boolean;
  readonly formalAppeal: AppealCourse | null;
  readonly merit: MeritCourse;
  readonly meritAppeal: AppealCourse | null;
  /** Null where no unit is asked. */
  readonly opinion: OpinionCourse | null;
  readonly withdrawal: Withdrawal | null;
}

interface Pool {
  readonly id: string;
  readonly amountGrosze: number;
  readonly residents: number;
  /** Supporters that a proposal needs. */
  readonly needed: number;
}

export interface Script {
  readonly seed: number;
  readonly pools: readonly Pool[];
  readonly filings: readonly Filing[];
}

/** Of edition XI: 313 forms, 116 of them by hand, 19 by e-mail, 2 by ePUAP, 40 % on the last day; of X: 26 appeals. */
const WHOLE = 313;
const KEYED = { desk: 116, email: 19, epuap: 2 } as const;
const LAST_DAY_SHARE = 0.4;
export const CALL_DAYS = 30;

const LATE = 5;
const WITHDRAWN = { "before-formal": 3, "before-merit": 4 } as const;
const FORMAL: Readonly<Record<Exclude<FormalCourse, "accepted">, number>> = {
  corrected: 30,
  "corrected-in-vain": 5,
  unanswered: 5,
  rejected: 5,
  "too-few-supporters": 6,
  "filed-twice": 4,
};
const FORMAL_APPEALS: Readonly<Record<AppealCourse, number>> = { upheld: 2, dismissed: 2, late: 1 };
const MERIT_REJECTED = 42;
const CHEAPER = 30;
const MERIT_APPEALS: Readonly<Record<AppealCourse, number>> = { upheld: 6, dismissed: 16, late: 2 };
/** So many are enough to see each way; of what share units of the city are asked was not found. */
const OPINIONS: Readonly<Record<OpinionCourse, number>> = {
  given: 20,
  "handed-on": 6,
  "sent-back": 4,
  silent: 4,
  "stood-in": 6,
};
const RETURNED = 8;
const RACED = 8;
/** Of those who hand in a form at the desk some give no mailbox: they are written to on paper. */
const WITHOUT_MAIL_SHARE = 0.3;

const { citywide, residentsPerSupporter } = SEASON_CITY;
const isOfAll = (pool: string): boolean => pool === citywide.pool;

const residentsOf = (pool: string, chance: Chance): number =>
  isOfAll(pool) ? citywide.residents : 5_000 + chance.below(14_000);

const NAMES = "Hanna Jerzy Maria Stanisław Teresa Oksana Marek Zuzanna Łucja Beata Ryszard Iwona".split(" ");
const SURNAMES = "Wilk Sroka Szpak Bóbr Kuna Szymura Pająk Jarosz Kozioł Zając Kruk Gołąb Świerk Łoś".split(
  " ",
);

/** The form takes no longer titles; past lists have some. */
const MOST_TITLE = 120;

/** So many of a count at this size of a season: of what there is in a whole one there is one at least. */
const sized = (count: number, size: number): number => Math.max(1, Math.round((count * size) / WHOLE));

/** Hands out quotas at random: each of the filings that may gets at most one of them. */
const dealer = (chance: Chance) => {
  const shuffled = <T>(items: readonly T[]): T[] => {
    const left = [...items];
    return items.map(() => left.splice(chance.below(left.length), 1)[0] as T);
  };
  return <K extends string>(among: readonly number[], quotas: Readonly<Record<K, number>>, size: number) => {
    const order = shuffled(among);
    const dealt = new Map<number, K>();
    for (const [kind, count] of Object.entries(quotas) as [K, number][])
      for (let n = sized(count, size); n > 0 && order.length > 0; n -= 1)
        dealt.set(order.pop() as number, kind);
    return dealt;
  };
};

/** A season of a seed, as large as asked: a smaller one has one at least of everything that happens in a whole one. */
export const seasonScript = (seed: number, size = WHOLE): Script => {
  const chance = seeded(seed);
  const deal = dealer(chance);
  // A smaller season has fewer lists.
  const parameters = POOLS.slice(0, Math.max(2, Math.round((POOLS.length * size) / WHOLE)));
  const pools = parameters.map(({ pool, amountZloty }): Pool => {
    const residents = residentsOf(pool, chance);
    const needed = isOfAll(pool) ? citywide.supporters : Math.floor(residents / residentsPerSupporter);
    return { id: pool, amountGrosze: amountZloty * 100, residents, needed };
  });
  const proposers = parameters.map(({ pool, amountZloty, projects }) => {
    const isCitywide = isOfAll(pool);
    const cap = isCitywide ? amountZloty * 100 : Math.round(amountZloty * 0.6) * 100;
    return proposer(chance, { pool, isCitywide, cap, meanZloty: (2.4 * amountZloty) / projects });
  });
  const weights = parameters.map(({ projects }) => projects);
  const all = Array.from({ length: size }, (_, n) => n);

  const channels = deal(all, KEYED, size);
  const keyed = all.filter((n) => channels.has(n));
  const late = deal(keyed, { late: LATE }, size);
  const inTime = all.filter((n) => !late.has(n));
  const withdrawn = deal(inTime, WITHDRAWN, size);
  const formal = deal(
    inTime.filter((n) => withdrawn.get(n) !== "before-formal" && n > 0),
    FORMAL,
    size,
  );
  const isRejected = (n: number): boolean => !["accepted", "corrected"].includes(formal.get(n) ?? "accepted");
  const formalAppeals = deal(
    inTime.filter((n) => isRejected(n) && formal.get(n) !== "filed-twice"),
    FORMAL_APPEALS,
    size,
  );
  const isIn = (n: number): boolean =>
    !withdrawn.has(n) && (!isRejected(n) || formalAppeals.get(n) === "upheld");
  const merit = deal(inTime.filter(isIn), { rejected: MERIT_REJECTED, cheaper: CHEAPER }, size);
  const meritAppeals = deal(
    inTime.filter((n) => merit.get(n) === "rejected"),
    MERIT_APPEALS,
    size,
  );
  const checked = inTime.filter((n) => withdrawn.get(n) !== "before-formal");
  const returned = deal(checked, { returned: RETURNED }, size);
  const raced = deal(
    checked.filter((n) => !returned.has(n) && (formal.get(n) ?? "accepted") === "accepted"),
    { raced: RACED },
    size,
  );

  const opinions = deal(inTime.filter(isIn), OPINIONS, size);

  // Each list has a project in the end, else the ballot could not be frozen.
  const sound = inTime.filter((n) => isIn(n) && !formal.has(n) && merit.get(n) !== "rejected");
  const homes = new Map(sound.slice(0, parameters.length).map((n, pool) => [n, pool]));
  const madeFor = (pool: number): ReturnType<ReturnType<typeof proposer>> => {
    for (;;) {
      const made = proposers[pool]?.();
      if (!made) throw new Error(`nobody proposes for the pool ${pool}`);
      if (made.title.length <= MOST_TITLE) return made;
    }
  };
  const filings: Filing[] = [];
  const days = all
    .map(() => (chance.share() < LAST_DAY_SHARE ? CALL_DAYS - 1 : chance.below(CALL_DAYS)))
    .sort((one, other) => one - other);
  for (const n of all) {
    const course = formal.get(n) ?? "accepted";
    const channel = channels.get(n) ?? "online";
    // Who files twice files what came in before.
    const twin =
      course === "filed-twice"
        ? filings.find(({ isLate, formal: how }) => !isLate && how === "accepted")
        : undefined;
    const at = twin
      ? parameters.findIndex(({ pool }) => pool === twin.pool)
      : (homes.get(n) ?? chance.weighted(weights));
    const pool = pools[at] as Pool;
    const made = madeFor(at);
    const name = `${chance.pick(NAMES)} ${chance.pick(SURNAMES)}`;
    const isMailed = channel !== "desk" || chance.share() >= WITHOUT_MAIL_SHARE;
    filings.push({
      n: n + 1,
      pool: pool.id,
      title: twin?.title ?? made.title,
      description: made.description,
      category: made.category,
      costGrosze: made.costGrosze,
      channel,
      day: late.has(n) ? CALL_DAYS + chance.below(3) : (days[n] as number),
      isLate: late.has(n),
      author: { name, email: isMailed ? `autor-${n + 1}@example.com` : null },
      supporters: course === "too-few-supporters" ? Math.max(0, pool.needed - 2) : pool.needed,
      formal: course,
      isReturned: returned.has(n),
      isRaced: raced.has(n),
      formalAppeal: formalAppeals.get(n) ?? null,
      merit: merit.get(n) ?? "accepted",
      meritAppeal: meritAppeals.get(n) ?? null,
      opinion: opinions.get(n) ?? null,
      withdrawal: withdrawn.get(n) ?? null,
    });
  }
  return { seed, pools, filings };
};
