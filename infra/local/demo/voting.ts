import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { resultFiles } from "../../../shared/acts/result-files.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { districtsIn, type RuleSet } from "../../../shared/domain/rule-set.ts";
import { dayOf, instant } from "../../../shared/domain/time.ts";
import { generateEdition, type MadeUpContest, realBallots } from "../../generator/edition.ts";
import { POOLS } from "../../generator/parameters.ts";
import { seeded } from "../../generator/random.ts";
import { bring, createBothKeys, privateKeyFrom } from "../../key-files.ts";
import { bringKeys, holderOf } from "../../keys/prove.ts";
import { inventedPesel, rollOf, type Voter, votersOf } from "../../rehearse/voters.ts";
import type { House } from "../house.ts";
import type { DemoStranger, DemoVoter } from "../local-json.ts";
import { castAll } from "./cast.ts";
import { enterEdition } from "./edition.ts";
import { atPoints, POINTS } from "./points.ts";
import { rulesOf } from "./rules.ts";
import type { Story } from "./story.ts";

const SEED = 11;
/** Of the city's voters, how many have voted by the first morning: few enough to seal each ballot. */
const SO_FAR = 0.008;

/** Made-up voters, two to a district. Their PESEL numbers have right check digits and belong to nobody we know of. */
const demoVoters = (districts: readonly string[]): DemoVoter[] =>
  districts.flatMap((district, index) =>
    ["Nowak", "Zielińska-Bąk"].map((mothersMaidenName, twin) => ({
      pesel: inventedPesel(100_000 + 2 * index + twin),
      mothersMaidenName,
      email: `mieszkaniec-${2 * index + twin + 1}@example.com`,
      district,
    })),
  );

/** Well below the age at which one votes alone, whenever the demo is made. */
const CHILD_AGE = 10;

const childrenIn = (year: number): DemoVoter[] =>
  [1, 2].map((n) => ({
    pesel: inventedPesel(n, year - CHILD_AGE),
    mothersMaidenName: "Nowak",
    email: `dziecko-${n}@example.com`,
    district: `L${n}`,
  }));

/** Residents without a PESEL number, one of them a child: two by a document of another country, one by name, day of birth and address. */
const strangersIn = (year: number): DemoStranger[] => [
  {
    facts: { document: { country: "UA", kind: "passport", number: "FE123456" }, birthDate: "1990-05-14" },
    email: "olena@example.com",
    district: "L1",
  },
  {
    facts: {
      document: { country: "GB", kind: "passport", number: "707797979" },
      birthDate: `${year - CHILD_AGE}-02-01`,
    },
    email: "rodzic@example.com",
    district: "L2",
  },
  {
    facts: {
      firstName: "Giorgi",
      surname: "Beridze",
      birthDate: "1985-11-30",
      address: { street: "ul. Gliwicka", house: "12A", flat: "4" },
    },
    email: "giorgi@example.com",
    district: "L3",
  },
];

const COLUMNS =
  "document_country;document_kind;document_number;birth_date;first_name;surname;street;house;flat";

/** A row of the roll by the facts that take the place of a number. */
const strangerRow = ({ facts, district }: DemoStranger): string => {
  const papers = "document" in facts ? facts.document : { country: "", kind: "", number: "" };
  const name = "document" in facts ? ["", ""] : [facts.firstName, facts.surname];
  const at = "document" in facts ? ["", "", ""] : Object.values(facts.address);
  return ["", "", district, ...Object.values(papers), facts.birthDate, ...name, ...at].join(";");
};

/** The same roll with the columns of who has no number, and these people at its end. */
const withStrangers = (roll: string, strangers: readonly DemoStranger[]): string =>
  `${roll.replace("\n", `;${COLUMNS}\n`)}${strangers.map(strangerRow).join("\n")}\n`;

/** The money of each list: its own, and what the last edition left in it. */
const withRollOver = async ({ deps }: House, contests: readonly MadeUpContest[]) => {
  const { items } = await deps.store.cycles.list();
  const last = items.find(({ phase }) => phase === "implementation");
  const published = last && (await deps.store.results.latest(last.id));
  const left = new Map(
    published &&
      (await resultFiles(deps.files, last.id, published).results()).pools.map((pool) => [
        pool.id,
        pool.leftGrosze,
      ]),
  );
  return contests.map(({ pool: id, budgetGrosze: base }) => {
    const rollOver = left.get(id) ?? 0;
    return { id, amountGrosze: base + rollOver, parts: { base, rollOver } };
  });
};

const generated = (ruleSet: RuleSet) =>
  generateEdition({ ruleSet, seed: SEED, pools: POOLS, ballotsOf: realBallots(SO_FAR) });

/** This year's edition, in its vote since yesterday: 23 lists of made-up projects on the real city's money, and clerks at work. */
export const voting = (keysFolder: string): Story => ({
  says: "an edition in its vote, with voters to vote as",
  tell: async function* ({ house, call, ask, day, time, workday, year }) {
    yield -13;
    const ruleSet = rulesOf(year);
    const contests = generated(ruleSet);
    const { id } = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
      name: "Budżet Obywatelski Katowice",
      ruleSet,
      calendar: [
        { name: "voting", startsAt: day(-1), endsAt: day(13) },
        { name: "results", startsAt: time(17, 12 * 60), endsAt: day(110) },
      ],
      pools: await withRollOver(house, contests),
      paper: { registeredWithinDays: 0 },
    });
    const at = `/v1/staff/cycles/${id}`;
    const keys = await createBothKeys(keysFolder);
    const holding = async (purpose: "ballots" | "links") =>
      holderOf({
        publicKey: keys[purpose],
        privateKey: await privateKeyFrom(bring([keysFolder], purpose)),
      });
    await bringKeys(
      { ballots: await holding("ballots"), links: await holding("links") },
      (member, path, body) => call("commission", `POST ${at}/keys/${path}`, body, member),
    );
    const how = { voteOn: -1, chance: seeded(SEED) };
    const ids = await enterEdition({ house, time, workday }, await cycleOf(id, house.deps), contests, how);
    const voters = demoVoters(districtsIn(ruleSet).map((district) => district.id));
    const children = childrenIn(year);
    const strangers = strangersIn(year);
    const early = votersOf(contests);
    const helped = voters.map(
      ({ district }, n): Voter => ({
        pesel: inventedPesel(150_000 + n),
        mothersMaidenName: "Kos",
        email: "",
        district,
        sections: [],
      }),
    );
    const onRoll = [...voters, ...children].map((voter): Voter => ({ ...voter, sections: [] }));
    await call(
      "coordinator",
      `POST ${at}/roll`,
      withStrangers(rollOf([...early, ...helped, ...onRoll]), strangers),
    );
    await call("coordinator", `POST ${at}/roll/acceptance`, undefined, 1);
    await call("coordinator", `PUT ${at}/voting-points`, { points: POINTS });
    await call("coordinator", `POST ${at}/transitions`, { to: "ballot-frozen", reason: "Lista jest gotowa" });

    yield -1;
    await castAll(house, id, early, ids);
    const yesterday = dayOf(instant(house.clock.now()));
    const office = atPoints({ call, ask }, { id, helped, contests, ids, day: yesterday });
    await office.helpVoters();
    await office.takeCards();
    await office.takeStatements();

    yield 0;
    await office.signDay();
    await call(
      "coordinator",
      `POST ${at}/extension`,
      { endsAt: day(14), reason: "Przez dwie godziny nie wysyłaliśmy kodów: operator miał awarię." },
      1,
    );
    const notOnRoll = {
      pesel: inventedPesel(200_000),
      mothersMaidenName: "Kamińska",
      email: "nowa-osoba@example.com",
      district: "L1",
    };
    return { votingCycleId: id, voters: [...voters, ...strangers], children, notOnRoll };
  },
});
