import type { CycleId, ProjectId } from "../../../shared/domain/ids.ts";
import type { LocalDate } from "../../../shared/domain/time.ts";
import type { MadeUpContest } from "../../generator/edition.ts";
import { inventedPesel, type Voter } from "../../rehearse/voters.ts";
import type { Desk } from "./desk.ts";

const LIBRARY = "mbp-5";
const OFFICE = "urzad";

export const POINTS = [
  { id: LIBRARY, name: "Miejska Biblioteka, filia nr 5", address: "ul. Wawelska 3", hours: "pon.–pt. 10–18" },
  { id: OFFICE, name: "Urząd Miasta, punkt obsługi", address: "ul. Młyńska 4", hours: "pon.–pt. 7.30–17" },
  { id: "mdk", name: "Dom kultury w Bogucicach", address: "ul. Markiefki 44a", hours: "pon.–sob. 12–20" },
  { id: "punkt", name: "Punkt Konsultacyjny", address: "Rynek 13", hours: "pon.–pt. 8–16" },
];

/** People who are not on the roll, and say that they live here. */
const STATEMENTS = [
  { firstName: "Olena", surname: "Hrytsenko", address: "ul. Gliwicka 120/4", district: "L7" },
  { firstName: "Tomasz", surname: "Kłos", address: "ul. Piastów 9/31", district: "L9" },
  { firstName: "Maria", surname: "Adamek", address: "ul. Bednorza 14/2", district: "L15" },
];

interface Vote {
  readonly id: CycleId;
  /** Who comes to a point, and stands on the roll. */
  readonly helped: readonly Voter[];
  readonly contests: readonly MadeUpContest[];
  readonly ids: ReadonlyMap<string, ProjectId>;
  readonly day: LocalDate;
}

/** What clerks do on a day of a vote, and leave to do for one another and for the commission. */
export const atPoints = (
  { call, ask }: Pick<Desk, "call" | "ask">,
  { id, helped, contests, ids, day }: Vote,
) => {
  const at = `/v1/staff/cycles/${id}`;

  const help = async (voter: Voter, point: string, clerk: number): Promise<void> => {
    const shown = { pesel: voter.pesel, documentSeen: true, filledIn: false };
    const route = `POST ${at}/voting-points/${point}/voters`;
    const { token } = await call<{ token: string }>("clerk", route, shown, clerk);
    const list = contests.find(({ pool }) => pool === voter.district);
    const project = ids.get(list?.projects[0]?.number ?? "");
    if (!list || !project) throw new Error(`no list for ${voter.district}`);
    const sections = [{ pool: list.pool, points: { [project]: 3 } }];
    await ask(`POST /v1/cycles/${id}/ballots`, { sections }, token);
  };

  return {
    helpVoters: async (): Promise<void> => {
      for (const voter of helped.slice(0, 5)) await help(voter, LIBRARY, 0);
      for (const voter of helped.slice(5, 8)) await help(voter, OFFICE, 1);
    },

    /** A batch of paper cards that nobody has keyed yet. */
    takeCards: () => call("clerk", `POST ${at}/paper-batches`, { point: "mdk", cards: 4, receivedOn: day }),

    takeStatements: async (): Promise<void> => {
      for (const [n, { address, district, ...name }] of STATEMENTS.entries())
        await ask(`POST /v1/cycles/${id}/statements`, {
          ...name,
          pesel: inventedPesel(210_000 + n),
          mothersMaidenName: "Wrona",
          address: `${address}, 40-000 Katowice`,
          district,
          email: `${name.firstName.toLowerCase()}@example.com`,
          declarations: [true, true],
        });
    },

    /** The next morning one clerk has signed the day before; the other point's day is still to be signed. */
    signDay: () =>
      call(
        "clerk",
        `POST ${at}/voting-points/${OFFICE}/days/${day}/signatures`,
        { receipts: 3, cards: 0 },
        1,
      ),
  };
};
