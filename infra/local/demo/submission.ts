import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { generateEdition } from "../../generator/edition.ts";
import { POOLS } from "../../generator/parameters.ts";
import { seeded } from "../../generator/random.ts";
import type { Desk } from "./desk.ts";
import { somewhen } from "./edition.ts";
import { type Entry, enterAll } from "./projects.ts";
import { poolsOf, rulesOf } from "./rules.ts";
import type { Story } from "./story.ts";

const SEED = 13;
/** The call has been open for so many days. */
const OPEN_SINCE = -20;
/** Most proposals of a call come on its last day: at two thirds of it there are two or so of each list. */
const SO_FAR = 3;

/** What residents sent in themselves: each has proved their address. */
const SENT = [
  {
    pool: "L13",
    category: "urban-greenery",
    title: "Cień dla Bogucic: dwadzieścia lip wzdłuż ul. Markiefki",
    description: "Latem chodnik przy szkole nie ma ani skrawka cienia. Prosimy o lipy i ławki pod nimi.",
    zloty: 64_000,
    author: { name: "Hanna Wilk", email: "hanna.wilk@example.com", isNamePublic: true },
  },
  {
    pool: "L20",
    category: "public-transit-and-roads",
    title: "Przystanek z dachem i oświetleniem przy ul. Grota-Roweckiego",
    description: "Dzieci czekają na autobus do szkoły w deszczu i po ciemku.",
    zloty: 38_500,
    author: { name: "Jerzy Sroka", email: "jerzy.sroka@example.com", isNamePublic: false },
  },
  {
    pool: "M",
    category: "culture",
    title: "Miejski repair café: naprawiamy razem w każdej dzielnicy",
    description:
      "Co sobotę w innej dzielnicy: narzędzia, mistrz i herbata. Rzeczy wracają do domów, nie na śmietnik.",
    zloty: 118_000,
    author: { name: "Oksana Bondar", email: "oksana.bondar@example.com", isNamePublic: true },
  },
];

/** Next year's edition, in its call for proposals. */
export const SUBMISSION: Story = {
  says: "an edition that takes proposals",
  tell: async function* (desk) {
    const { house, call, ask, day, year } = desk;
    const chance = seeded(SEED);
    yield OPEN_SINCE - 10;
    const ruleSet = rulesOf(year + 1);
    const { id } = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
      name: "Budżet Obywatelski Katowice",
      ruleSet,
      calendar: [
        { name: "submission", startsAt: day(OPEN_SINCE), endsAt: day(10) },
        { name: "formal-review", startsAt: day(10), endsAt: day(40) },
        { name: "merit-review", startsAt: day(40), endsAt: day(150) },
        { name: "appeals", startsAt: day(150), endsAt: day(160) },
        { name: "voting", startsAt: day(180), endsAt: day(194) },
        { name: "results", startsAt: day(200), endsAt: day(290) },
      ],
      pools: poolsOf(POOLS),
    });
    yield -1;
    const contests = generateEdition({ ruleSet, seed: SEED, ballotsOf: () => 0 });
    const entries = contests.flatMap(({ pool, projects }): Entry[] =>
      projects.slice(0, chance.below(SO_FAR + 1)).map((one) => {
        const at = somewhen(desk, chance, OPEN_SINCE + chance.below(-OPEN_SINCE - 1));
        return { ...one, pool, history: [{ at, status: "submitted" }] };
      }),
    );
    await enterAll(house, await cycleOf(id, house.deps), entries, chance);
    for (const { zloty, ...proposal } of SENT)
      await ask(`POST /v1/cycles/${id}/proposals`, { ...proposal, estimatedCostGrosze: zloty * 100 });
    await house.told();
    for (const { author } of SENT) await confirm(desk, author.email);
    return {};
  },
};

/** An author opens the mailed link and presses the button. */
const confirm = async ({ house }: Desk, email: string): Promise<void> => {
  const { text = "" } = house.mailbox.mails("0", email).at(-1) ?? {};
  const link = text.split(/\s+/).find((word) => word.startsWith(`${house.url}/`));
  if (!link) throw new Error(`no link to confirm for ${email}`);
  const page = await (await fetch(link)).text();
  const action = /<form[^>]*method="post"[^>]*action="([^"]+)"/i.exec(page)?.[1] ?? new URL(link).pathname;
  const fields = [...page.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );
  await fetch(`${house.url}${action}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
};
