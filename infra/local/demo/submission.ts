import type { CycleId } from "../../../shared/domain/ids.ts";
import { POOLS } from "../../generator/parameters.ts";
import { seeded } from "../../generator/random.ts";
import { titleOf } from "../../generator/titles.ts";
import { type Desk, daysFrom } from "./desk.ts";

const AUTHORS = ["Hanna Wilk", "Jerzy Sroka", "Maria Szpak", "Stanisław Bóbr", "Teresa Kuna"];

const PROPOSALS = 12;

/** Next year's edition, in its call for proposals, with a dozen proposals that their authors have confirmed. */
export const seedSubmission = async ({ house, call }: Desk): Promise<void> => {
  const cycle = await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", {
    name: "Budżet Obywatelski Katowice",
    ruleSet: "katowice-xii",
    calendar: [
      { name: "submission", startsAt: daysFrom(house, -10), endsAt: daysFrom(house, 18) },
      { name: "formal-review", startsAt: daysFrom(house, 18), endsAt: daysFrom(house, 46) },
      { name: "merit-review", startsAt: daysFrom(house, 46), endsAt: daysFrom(house, 150) },
      { name: "voting", startsAt: daysFrom(house, 170), endsAt: daysFrom(house, 184) },
    ],
    pools: POOLS.map(({ pool, amountZloty }) => ({ id: pool, amountGrosze: amountZloty * 100 })),
  });
  await house.settle();
  const chance = seeded(12);
  const taken = new Set<string>();
  for (let n = 0; n < PROPOSALS; n++) {
    const email = `autor-${n + 1}@example.com`;
    const name = AUTHORS[n % AUTHORS.length] ?? "";
    await call("coordinator", `POST /v1/cycles/${cycle.id}/proposals`, {
      pool: chance.pick(POOLS).pool,
      title: titleOf(chance, taken).slice(0, 120),
      description: "Miejsce spotkań dla sąsiadów: dużo zieleni, mało betonu, dojście bez progów.",
      estimatedCostGrosze: (20_000 + 1000 * chance.below(100)) * 100,
      author: { name, email, isNamePublic: n % 2 === 0 },
    });
  }
  await house.settle();
  await confirmAll(
    house.url,
    house.mailbox.mails("0").filter(({ to }) => to.startsWith("autor-")),
  );
};

/** Each author opens the mailed link and presses the button. */
const confirmAll = async (siteUrl: string, mails: readonly { readonly text: string }[]): Promise<void> => {
  for (const { text } of mails) {
    const link = new RegExp(`${siteUrl}/\\S+`).exec(text)?.[0];
    if (!link) continue;
    const page = await (await fetch(link)).text();
    const action = /<form[^>]*method="post"[^>]*action="([^"]+)"/i.exec(page)?.[1] ?? new URL(link).pathname;
    const fields = [...page.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = "", value = ""]): [string, string] => [name, value],
    );
    await fetch(`${siteUrl}${action}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  }
};
