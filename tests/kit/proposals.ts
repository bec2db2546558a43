import { holderOf } from "../../infra/keys/prove.ts";
import type { Phase } from "../../shared/domain/cycle/phases.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { bringKeys } from "./commission-keys.ts";
import { newKey, type Place } from "./place.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface CallParts {
  readonly ruleSet: string | RuleSet;
  readonly pools: readonly { readonly id: string; readonly amountGrosze: number }[];
}

const KATOWICE_CALL: CallParts = {
  ruleSet: "katowice-xii",
  pools: [
    { id: "M", amountGrosze: 300_000_000 },
    { id: "L13", amountGrosze: 60_000_000 },
  ],
};

const KATOWICE_XII = RULE_SETS.get("katowice-xii");
if (!KATOWICE_XII) throw new Error("rules are missing");
const TWO = { kind: "fixed", number: 2 } as const;

/** The same call, in which two supporters are enough everywhere, who sign by name and address. */
export const ASKS_FOR_TWO: CallParts = {
  ...KATOWICE_CALL,
  ruleSet: { ...KATOWICE_XII, supportBy: "name-and-address", supporters: { citywide: TWO, district: TWO } },
};

/** A cycle whose call for proposals has just opened and lasts two days; the vote follows after ten. */
export const openCall = async (
  place: Place,
  { ruleSet, pools }: CallParts = KATOWICE_CALL,
): Promise<string> => {
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const now = place.clock.now();
  const at = (ms: number): string => new Date(now + ms).toISOString();
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet Obywatelski 2025",
      ruleSet,
      calendar: [
        { name: "submission", startsAt: at(-HOUR_MS), endsAt: at(2 * DAY_MS) },
        { name: "formal-review", startsAt: at(2 * DAY_MS), endsAt: at(4 * DAY_MS) },
        { name: "merit-review", startsAt: at(4 * DAY_MS), endsAt: at(6 * DAY_MS) },
        { name: "voting", startsAt: at(10 * DAY_MS), endsAt: at(11 * DAY_MS) },
      ],
      pools,
    },
  });
  if (made.status !== 201) throw new Error(made.text);
  // A key that is brought while the call opens has the step that opens it tried again, some seconds later.
  await place.settle();
  await bringKeys(place, made.body.id, { ballots: holderOf(ballots), links: holderOf(links) });
  await place.settle();
  return made.body.id;
};

export const proposalBody = (more: object = {}) => ({
  pool: "L13",
  title: "Ławki i źródełko w parku",
  description: "Pięć ławek.\n\nJedno źródełko z wodą.",
  place: "Park przy ul. Markiefki",
  estimatedCostGrosze: 3_200_000,
  author: { name: "Łucja Żak", email: "lucja@example.com", isNamePublic: true },
  ...more,
});

/** The path that a letter's button leads to. */
export const pathInLetter = (letter: { readonly text: string } | undefined): string => {
  const url = /https?:\/\/\S+\/(?:en\/)?(?:zglos|moje|poparcie)\/\S+/.exec(letter?.text ?? "")?.[0];
  if (url === undefined) throw new Error(`no link in: ${letter?.text}`);
  return new URL(url).pathname;
};

/** The latest letter to an address whose subject says this. */
export const letterAbout = async (place: Place, to: string, subject: RegExp) => {
  await place.settle();
  return place.mailbox.mails("0", to).findLast((mail) => subject.test(mail.subject));
};

/** A proposal through the API, with its author's click: its id, number and the path of the author's page. */
export const propose = async (place: Place, cycleId: string, more: object = {}) => {
  const body = proposalBody(more);
  const sent = await place.call(`POST /v1/cycles/${cycleId}/proposals`, { body, key: newKey() });
  if (sent.status !== 201) throw new Error(sent.text);
  const path = pathInLetter(await letterAbout(place, body.author.email, /^Potwierdź swój wniosek/));
  const confirmed = await place.call(`POST ${path}`, { form: {} });
  if (confirmed.status !== 303) throw new Error(confirmed.text);
  const shown = await place.call(`GET /v1/cycles/${cycleId}/projects/${sent.body.id}`);
  return { id: String(sent.body.id), number: String(shown.body.number), path };
};

/** Moves the clock to the opening of a phase of a cycle's calendar. Holds are whole seconds long: it may open up to one after its time. */
export const enterPhase = async (place: Place, cycleId: string, phase: Phase): Promise<void> => {
  const { body } = await place.call(`GET /v1/cycles/${cycleId}`);
  const entry = body.calendar.find(({ name }: { name: string }) => name === phase);
  await place.clock.moveTo((now) => Math.max(now, Date.parse(entry.startsAt) + 1000));
  await place.settle();
};

/** So many residents confirm their support by the mailed links; without a number, as many as are needed. */
export const gatherSupport = async (
  place: Place,
  cycleId: string,
  projectId: string,
  count?: number,
): Promise<void> => {
  const path = `/v1/cycles/${cycleId}/projects/${projectId}`;
  const { body } = await place.call(`GET ${path}`);
  const emails = Array.from(
    { length: count ?? body.supportersNeeded },
    (_, n) => `supporter-${body.supporters + n}@example.com`,
  );
  for (const [n, email] of emails.entries()) {
    const nth = body.supporters + n;
    const asked = await place.call(`POST /v1/cycles/${cycleId}/proposals/${projectId}/supports`, {
      body: { name: `Jan ${nth}`, address: `ul. Mariacka ${nth}`, email },
    });
    if (asked.status !== 202) throw new Error(asked.text);
  }
  await place.settle();
  for (const email of emails) {
    const link = pathInLetter(place.mailbox.mails("0", email).at(-1));
    const counted = await place.call(`POST ${link}`, { form: {} });
    if (counted.status !== 200) throw new Error(counted.text);
  }
};

/** The header of a staff member's session on pages. */
export const officeCookie = async (place: Place, role: "coordinator" | "verifier") => ({
  cookie: `staff=${await place.staff(role)}`,
});
