import { randomBytes } from "node:crypto";
import { createKeyPair } from "../../../shared/platform/seal.ts";
import { SEASON_CITY } from "../../generator/season-city.ts";
import { bringKeys, holderOf } from "../../keys/prove.ts";
import { type Client, need } from "../client.ts";
import type { RunningSystem } from "../system.ts";
import { momentOf, type SeasonCalendar } from "./calendar.ts";
import { openMail, type SeasonMail } from "./mail.ts";
import type { Plant } from "./plants.ts";
import type { Script } from "./script.ts";
import type { Day } from "./working-days.ts";

/** A running system with an edition on it, whose clock is the season's. */
export interface SeasonStage {
  readonly client: Client;
  readonly system: RunningSystem;
  readonly script: Script;
  readonly calendar: SeasonCalendar;
  readonly cycleId: string;
  /** Paths of the edition: residents', and the office's. */
  readonly at: { readonly public: string; readonly staff: string };
  readonly mail: SeasonMail;
  /** What is done otherwise than the script says, to see that it is found. */
  readonly plant: Plant | null;
  readonly now: () => Promise<string>;
  readonly moveTo: (day: Day, time: string) => Promise<void>;
}

export const newKey = (): string => randomBytes(24).toString("base64url");

/** Opens the edition a day before its call, with the commission's keys. */
export const openSeason = async (
  { client, system, plant }: Pick<SeasonStage, "client" | "system" | "plant">,
  script: Script,
  calendar: SeasonCalendar,
): Promise<SeasonStage> => {
  const moveTo = async (day: Day, time: string): Promise<void> => {
    const now = momentOf(day, time);
    await need(client.send("PUT /local/clock", { body: { now } }), `moving the clock to ${day} ${time}`);
  };
  const now = async (): Promise<string> =>
    (await need(client.send("GET /local/clock"), "reading the clock")).now;
  const phase = (name: string, from: Day, to: Day) => ({
    name,
    startsAt: momentOf(from, "00:00:00"),
    endsAt: momentOf(to, "00:00:00"),
  });
  const { call, callEnds, meritBegins, appealsBegin, frozen, voting, votingEnds } = calendar;
  const { id } = await need(
    client.send("POST /v1/staff/cycles", {
      token: system.token("coordinator"),
      key: newKey(),
      body: {
        name: "Budżet Obywatelski",
        ruleSet: SEASON_CITY.ruleSet,
        calendar: [
          phase("submission", call, callEnds),
          phase("formal-review", callEnds, meritBegins),
          phase("merit-review", meritBegins, appealsBegin),
          phase("appeals", appealsBegin, frozen),
          phase("voting", voting, votingEnds),
        ],
        pools: script.pools.map(({ id: pool, amountGrosze, residents }) => ({
          id: pool,
          amountGrosze,
          ...(pool !== SEASON_CITY.citywide.pool && { residents }),
        })),
      },
    }),
    "opening the edition",
  );
  const at = { public: `/v1/cycles/${id}`, staff: `/v1/staff/cycles/${id}` };
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  await bringKeys({ ballots: holderOf(ballots), links: holderOf(links) }, (member, path, body) =>
    need(
      client.send(`POST ${at.staff}/keys/${path}`, {
        token: system.token("commission", member),
        ...(body && { body }),
      }),
      "bringing the keys",
    ),
  );
  return { client, system, script, calendar, cycleId: id, at, mail: openMail(client), plant, now, moveTo };
};
