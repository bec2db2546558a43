import { SEASON_CITY } from "../../generator/season-city.ts";
import { need } from "../client.ts";
import { momentOf } from "./calendar.ts";
import { linkIn } from "./mail.ts";
import type { Filing } from "./script.ts";
import { newKey, type SeasonStage } from "./stage.ts";
import { daysAfter } from "./working-days.ts";

/** A proposal as it came into the system. */
export interface Filed {
  readonly filing: Filing;
  readonly id: string;
  /** The author's page, where there is a mailbox. */
  readonly authorPath: string | null;
}

/** Everybody comes from an address of their own, so that the crowd of a season is not taken for one person. */
const addressOf = (n: number): string => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;

const proposalOf = ({ pool, title, description, category, costGrosze, author }: Filing) => ({
  pool,
  title,
  description,
  category,
  estimatedCostGrosze: costGrosze,
  author: { name: author.name, ...(author.email !== null && { email: author.email }), isNamePublic: true },
});

const CONFIRM = /^Potwierdź swój wniosek/;
const SUPPORT = /^Potwierdź poparcie/;
const RECEIVED = /^Przyjęliśmy Twój wniosek/;

/** A resident sends the form and opens the mailed link. */
export const fileOnline = async ({ client, at, mail }: SeasonStage, filing: Filing): Promise<Filed> => {
  const { id } = await need(
    client.send(`POST ${at.public}/proposals`, {
      key: newKey(),
      body: proposalOf(filing),
      from: addressOf(filing.n),
      headers: { "accept-language": "pl" },
    }),
    `filing ${filing.n}`,
  );
  const authorPath = linkIn(await mail.latest(filing.author.email ?? "", CONFIRM));
  const { status } = await client.send(`POST ${authorPath}`, { form: {} });
  if (status !== 303) throw new Error(`confirming ${filing.n}: ${status}`);
  return { filing, id, authorPath };
};

/** What came late: it has its case in the register, and no number. */
interface TurnedAway {
  readonly filing: Filing;
  readonly mark: string;
}

/** A clerk keys what came on paper, by e-mail or by ePUAP. */
export const keyPaper = async (
  { client, at, system, mail, calendar }: SeasonStage,
  filing: Filing,
): Promise<Filed | TurnedAway> => {
  const { author, ...proposal } = proposalOf(filing);
  const { street, ...town } = SEASON_CITY.postal;
  const postal = { ...town, street: `${street} ${filing.n}` };
  const entered = await need(
    client.send(`POST ${at.staff}/paper-proposals`, {
      token: system.token("clerk", filing.n % 2),
      key: newKey(),
      body: {
        ...proposal,
        author: { ...author, ...(filing.author.email === null && { postal }) },
        arrivedAt: momentOf(daysAfter(calendar.call, filing.day), "09:00:00"),
        arrivedBy: filing.channel,
      },
    }),
    `keying ${filing.n}`,
  );
  if (filing.isLate) return { filing, mark: entered.register.mark };
  const authorPath =
    filing.author.email === null ? null : linkIn(await mail.latest(filing.author.email, RECEIVED));
  return { filing, id: entered.id, authorPath };
};

/** So many of those who support a proposal that came on line do so by a mailed link; the others sign a list. */
const MOST_ONLINE = 4;

const supportOnline = async (
  { client, at, mail }: SeasonStage,
  { id, filing }: Filed,
  count: number,
): Promise<void> => {
  const people = Array.from({ length: count }, (_, n) => ({
    name: `Jan ${filing.n} ${n}`,
    address: `ul. Mariacka ${n + 1}`,
    email: `poparcie-${filing.n}-${n}@example.com`,
  }));
  await Promise.all(
    people.map(async (body, n) => {
      const asked = { body, from: addressOf(filing.n * 64 + n), headers: { "accept-language": "pl" } };
      await need(client.send(`POST ${at.public}/proposals/${id}/supports`, asked), `supporting ${filing.n}`);
      const path = linkIn(await mail.latest(body.email, SUPPORT));
      await need(client.send(`POST ${path}`, { form: {} }), `confirming support of ${filing.n}`);
    }),
  );
};

/** How many lines a sheet of a paper list has. */
const SHEET_LINES = 45;

/** A clerk enters the sheets of a list. */
const supportOnPaper = async (
  { client, at, system }: SeasonStage,
  { id, filing }: Filed,
  count: number,
): Promise<void> => {
  const lines = Array.from({ length: count }, (_, n) => `Anna ${filing.n} ${n};ul. Warszawska ${n + 1}`);
  for (let from = 0; from < lines.length; from += SHEET_LINES) {
    const csv = ["name;address", ...lines.slice(from, from + SHEET_LINES)].join("\n");
    const sheet = `${at.staff}/projects/${id}/supporters/sheets?sheet=${1 + from / SHEET_LINES}&repairs=taken`;
    await need(
      client.send(`POST ${sheet}`, { token: system.token("clerk", filing.n % 2), csv }),
      `a sheet of ${filing.n}`,
    );
  }
};

/** Supporters by mailed links and on sheets, who together count once each. */
export const gatherSupport = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { channel, supporters } = filed.filing;
  const online = channel === "online" ? Math.min(MOST_ONLINE, supporters) : 0;
  await supportOnline(stage, filed, online);
  await supportOnPaper(stage, filed, supporters - online);
};

/** An author withdraws by the link; for one without a mailbox two of the office do it. */
export const withdraw = async (stage: SeasonStage, { filing, id, authorPath }: Filed): Promise<void> => {
  const { client, at, system } = stage;
  if (authorPath !== null) {
    const body = { proof: authorPath.split("/").at(-1) };
    await need(
      client.send(`POST ${at.public}/proposals/${id}/withdrawal`, { body }),
      `withdrawing ${filing.n}`,
    );
    return;
  }
  const path = `POST ${at.staff}/projects/${id}/withdrawal`;
  const body = { reason: "Autor wycofał wniosek pismem.", legalBasis: "Regulamin, § 12" };
  await need(client.send(path, { token: system.token("coordinator"), body }), `withdrawing ${filing.n}`);
  const accepted = client.send(`${path}/acceptance`, { token: system.token("coordinator", 1) });
  await need(accepted, `accepting the withdrawal of ${filing.n}`);
};
