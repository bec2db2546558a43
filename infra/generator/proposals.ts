import { CITYWIDE_IDEAS } from "./citywide-ideas.ts";
import type { Idea } from "./idea.ts";
import { LOCAL_IDEAS } from "./local-ideas.ts";
import { placesOf } from "./places.ts";
import type { Chance } from "./random.ts";

/** A made-up proposal: what it says, and what it costs. */
interface MadeUp {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly costGrosze: number;
}

/** Real lists have titles of 170 characters and more; a few of ours have too. */
const LONG_TAIL =
  "wraz z nasadzeniami, małą architekturą, stojakami rowerowymi, oświetleniem energooszczędnym i tablicą informacyjną dla mieszkańców w każdym wieku";

const LONG_SHARE = 0.04;

const ALL = "Miejsce jest ogólnodostępne, bez progów i schodów. Koszt obejmuje projekt i wykonanie.";
const PLACED = "Koszt obejmuje wszystko, czego trzeba w pierwszym roku. Korzystanie jest bezpłatne.";

/** How far apart the costs of one list are: on a scale of proportions, as in the real lists. */
const SPREAD = 0.9;
/** By how much the mean of such costs is above their middle. */
const MEAN_ABOVE = Math.exp(SPREAD ** 2 / 2);

/** How far a sum is from what an idea costs: 0 within its range, else in proportion. */
const distance = ({ zloty: [from, to] }: Idea, zloty: number): number =>
  Math.max(from / zloty, zloty / to, 1) - 1;

interface ProposedFor {
  readonly pool: string;
  readonly isCitywide: boolean;
  /** The most that one project may cost, in grosze. */
  readonly cap: number;
  /** What one costs on average, in złoty. */
  readonly meanZloty: number;
}

/** Draws proposals of one pool. No two have one title, and no idea comes again before all others of the pool have come. */
export const proposer = (chance: Chance, { pool, isCitywide, cap, meanZloty }: ProposedFor) => {
  const ideas = isCitywide ? CITYWIDE_IDEAS : LOCAL_IDEAS;
  const places = placesOf(pool);
  const taken = new Set<string>();
  let left: Idea[] = [];

  /** Of the ideas that are left one that costs about so much: any of those that do, else the nearest. */
  const ideaFor = (zloty: number): Idea => {
    if (left.length === 0) left = [...ideas];
    const nearest = Math.min(...left.map((one) => distance(one, zloty)));
    const idea = chance.pick(left.filter((one) => distance(one, zloty) === nearest));
    left = left.filter((one) => one !== idea);
    return idea;
  };

  return (): MadeUp => {
    for (;;) {
      const wanted = (meanZloty / MEAN_ABOVE) * Math.exp(SPREAD * chance.normal());
      const idea = ideaFor(Math.min(wanted, cap / 100));
      const short = idea.isPlaced ? idea.what : `${idea.what} ${chance.pick(places)}`;
      const title = !idea.isPlaced && chance.share() < LONG_SHARE ? `${short} ${LONG_TAIL}` : short;
      if (taken.has(title)) continue;
      taken.add(title);
      const [from, to] = idea.zloty;
      // Who would ask for more than such a thing costs asks for nearly all of it.
      const most = to * (0.9 + chance.share() / 10);
      const zloty = Math.round(Math.min(Math.max(wanted, from), most) / 100) * 100;
      return {
        title,
        description: `${idea.why} ${idea.isPlaced ? PLACED : ALL}`,
        category: idea.category,
        costGrosze: Math.min(zloty * 100, cap),
      };
    }
  };
};
