import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { logUnreadable } from "../../shared/platform/log.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { readSettings } from "../aws/settings.ts";
import { type Finding, fine } from "../doctor/finding.ts";
import { look, rejoin, unanswered } from "./rejoin.ts";
import { openStageTables } from "./stage-tables.ts";

export const StageRestore = z.strictObject({
  stage: z.string(),
  /** The tables in use, by the names in the outputs of the stack `data`; without a moment they are not asked. */
  main: z.string().optional(),
  ballots: z.string().optional(),
  at: z.iso.datetime({ offset: true, error: "--at is no moment: 2027-09-10T12:00:00+02:00" }).optional(),
  /** Names the restored tables; the moment where it is left out. */
  label: z
    .string()
    .regex(/^[a-z0-9-]{1,30}$/, "--as takes small letters, digits and hyphens")
    .optional(),
  answers: z.array(z.string()),
  /** Without the link key, which is lost: numbers that agree suffice. */
  numbersAlone: z.boolean(),
});
export type StageRestore = z.infer<typeof StageRestore>;

const labelOf = (at: string): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, "")
    .replace(/[:-]/g, "")
    .toLowerCase()
    .replace("t", "-");

/** What an operator writes into the settings to put restored tables in the place of the others. */
const inPlace = (stage: string, label: string, mainStream: string): Finding =>
  fine(
    `Restored tables are guarded. Put them in place: cdk.json, rynek.stages.${stage}: "restored": ${JSON.stringify({ label, mainStream })}, then npx cdk deploy --all -c stage=${stage}`,
  );

/** Restores both tables of a stage, or takes up what was restored before; looks at their votes; and guards them once nothing differs. */
export const restoreStage = async (
  { stage, main, ballots, at, label: given, answers, numbersAlone }: StageRestore,
  say: (line: string) => void,
): Promise<Finding[]> => {
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8"));
  const settings = readSettings(context.rynek, stage);
  const label = given ?? (at && labelOf(at));
  if (!label) throw new Error("--at says to which moment, or --as which tables were restored before");
  const tables = openStageTables(settings);
  const names = tables.namesAs(label);
  if (at !== undefined) {
    if (!main || !ballots)
      throw new Error(
        "--main and --ballots name the tables in use: the stack data has them among its outputs",
      );
    await tables.restore({ main, ballots }, names, new Date(at), say);
  }
  await tables.ready(names);
  const store = openStore(openTable(names, { region: settings.region }, logUnreadable));
  const restored = { store, names, folder: join("restore", `${stage}-${label}`) };
  const findings = [
    ...(answers.length > 0 ? await rejoin(restored, answers) : await look(restored)),
    ...(numbersAlone ? [] : await unanswered(restored, answers)),
  ];
  if (findings.some(({ state }) => state === "fault")) return findings;
  return [...findings, inPlace(stage, label, await tables.guard(names))];
};
