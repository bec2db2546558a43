import { type Client, need } from "../client.ts";
import type { RunningSystem } from "../system.ts";
import { appeal, appealsIn, decideAppeal } from "./appeals.ts";
import { seasonCalendar } from "./calendar.ts";
import { answerCall, checkMerits, firstCheck, lastCheck, publish, type Stage, wasCalled } from "./checks.ts";
import { coursesOf, inOrder } from "./expected.ts";
import { type Filed, fileOnline, gatherSupport, keyPaper, withdraw } from "./filing.ts";
import { askUnits, giveOpinions, leaveToStandIn } from "./opinions.ts";
import { dayOfPublication, type Plant } from "./plants.ts";
import type { Script } from "./script.ts";
import { openSeason, type SeasonStage } from "./stage.ts";
import { APPEAL_DAYS, CORRECTION_DAYS, firstChecks } from "./terms.ts";
import { type Day, daysAfter, workingDaysAfter } from "./working-days.ts";

interface Playing {
  readonly client: Client;
  readonly system: RunningSystem;
  readonly script: Script;
  /** The first day of the call. */
  readonly call: Day;
  readonly plant: Plant | null;
  readonly progress: (done: number, of: number) => void;
}

/** So many proposals are worked on at a time; those of one pool in the order of their arrival. */
const AT_ONCE = 6;

const each = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const left = [...items];
  const hand = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
};

/** The call: every day those of the day come in, and whoever supports them. */
const playCall = async (stage: SeasonStage, step: () => void): Promise<Filed[]> => {
  const { script, calendar } = stage;
  const filed: Filed[] = [];
  const days = Map.groupBy(inOrder(script.filings), ({ day }) => day);
  for (const [day, filings] of days) {
    await stage.moveTo(daysAfter(calendar.call, day), "10:00:00");
    const pools = [...Map.groupBy(filings, ({ pool }) => pool).values()];
    await each(pools, async (ofPool) => {
      for (const filing of ofPool) {
        const one = await (filing.channel === "online" ? fileOnline : keyPaper)(stage, filing);
        if ("id" in one) {
          filed.push(one);
          await gatherSupport(stage, one);
        }
        step();
      }
    });
  }
  return filed.toSorted((one, other) => one.filing.n - other.filing.n);
};

/** The check of the form, from the first cards to the published list. */
const playFormalCheck = async (
  stage: SeasonStage,
  filed: readonly Filed[],
  step: () => void,
): Promise<void> => {
  const { calendar } = stage;
  const checked = filed.filter(({ filing }) => filing.withdrawal !== "before-formal");
  await stage.moveTo(workingDaysAfter(calendar.callEnds, 1), "11:00:00");
  await each(
    filed.filter(({ filing }) => filing.withdrawal === "before-formal"),
    (one) => withdraw(stage, one),
  );
  const first = firstChecks(calendar);
  await stage.moveTo(first, "09:00:00");
  await each(checked, async (one) => {
    await firstCheck(stage, one);
    step();
  });
  const called = checked.filter(wasCalled);
  await stage.moveTo(workingDaysAfter(first, 3), "12:00:00");
  await each(
    called.filter(({ filing }) => filing.formal !== "unanswered"),
    (one) => answerCall(stage, one),
  );
  // Whoever has not answered is reminded two days before the end.
  await stage.moveTo(workingDaysAfter(first, CORRECTION_DAYS), "09:00:00");
  await stage.moveTo(workingDaysAfter(first, CORRECTION_DAYS + 1), "09:00:00");
  await each(called, (one) => lastCheck(stage, one));
  await stage.moveTo(dayOfPublication(calendar.formalPublished, stage.plant), "12:00:00");
  await publish(stage, "formal");
  await stage.moveTo(daysAfter(dayOfPublication(calendar.formalPublished, stage.plant), 1), "09:00:00");
  await each(
    filed.filter(({ filing }) => filing.withdrawal === "before-merit"),
    (one) => withdraw(stage, one),
  );
};

/** The appeals of a stage: filed in their window, one too late, decided, and their list published. */
const playAppeals = async (
  stage: SeasonStage,
  filed: readonly Filed[],
  { of, published, decided }: { readonly of: Stage; readonly published: Day; readonly decided: Day },
): Promise<void> => {
  await stage.moveTo(workingDaysAfter(published, APPEAL_DAYS), "23:30:00");
  const inTime = appealsIn(of, filed, false);
  await each(inTime, (one) => appeal(stage, one, of));
  await stage.moveTo(daysAfter(workingDaysAfter(published, APPEAL_DAYS), 1), "00:00:30");
  await each(appealsIn(of, filed, true), (one) => appeal(stage, one, of));
  await stage.moveTo(decided, "10:00:00");
  await each(inTime, (one) => decideAppeal(stage, one, of));
  await publish(stage, "appeals");
};

/** The check of merits of whatever is still in. */
const playMeritCheck = async (
  stage: SeasonStage,
  filed: readonly Filed[],
  step: () => void,
): Promise<void> => {
  const { calendar, script } = stage;
  const merits = new Set(coursesOf(script).flatMap((one) => (one.merit === null ? [] : [one.filing.n])));
  const checked = filed.filter(({ filing }) => merits.has(filing.n));
  const asked = checked.filter(({ filing }) => filing.opinion !== null);
  // After the formal appeals, and so early that the term of whoever is silent is over at the end.
  const begins = workingDaysAfter(calendar.meritBegins, 12);
  await stage.moveTo(begins, "09:00:00");
  await each(asked, (one) => askUnits(stage, one));
  const away = workingDaysAfter(begins, 3);
  await leaveToStandIn(stage, away, daysAfter(away, 7));
  await stage.moveTo(away, "09:00:00");
  await each(asked, (one) => giveOpinions(stage, one));
  await stage.moveTo(daysAfter(calendar.meritBegins, 40), "09:00:00");
  await each(checked, async (one) => {
    await checkMerits(stage, one);
    step();
  });
  await stage.moveTo(calendar.meritPublished, "12:00:00");
  await publish(stage, "merit");
};

/** Plays an edition to its frozen ballot through the doors of residents and staff. */
export const playSeason = async ({
  client,
  system,
  script,
  call,
  plant,
  progress,
}: Playing): Promise<SeasonStage> => {
  const stage = await openSeason({ client, system, plant }, script, seasonCalendar(call));
  await stage.moveTo(call, "08:00:00");
  // A proposal is filed, and checked once or twice: that takes nearly all of the time.
  const courses = coursesOf(script);
  const checks = courses.flatMap(({ formal, merit }) => [formal, merit]).filter((one) => one !== null);
  let done = 0;
  const step = (): void => progress(++done, courses.length + checks.length);
  const filed = await playCall(stage, step);
  await playFormalCheck(stage, filed, step);
  const { calendar } = stage;
  await playAppeals(stage, filed, {
    of: "formal",
    published: calendar.formalPublished,
    decided: workingDaysAfter(calendar.formalPublished, 8),
  });
  await playMeritCheck(stage, filed, step);
  await playAppeals(stage, filed, {
    of: "merit",
    published: calendar.meritPublished,
    decided: calendar.appealsPublished,
  });
  await stage.moveTo(calendar.frozen, "10:00:00");
  await need(
    client.send(`POST ${stage.at.staff}/transitions`, {
      token: system.token("coordinator"),
      body: { to: "ballot-frozen", reason: "Odwołania są rozpatrzone." },
    }),
    "freezing the list",
  );
  // Letters of the last step have left when the clock has moved on.
  await stage.moveTo(daysAfter(calendar.frozen, 1), "09:00:00");
  return stage;
};
