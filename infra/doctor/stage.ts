import { readFileSync } from "node:fs";
import { cityNamed } from "../../shared/cities/cities.ts";
import { readSettings, type Settings } from "../aws/settings.ts";
import { deployedFindings } from "./deployed.ts";
import { type Finding, fault, fine, looked } from "./finding.ts";

/** RFC 2606: nobody owns a mailbox there. */
const MADE_UP = /@(?:[^@]+\.)?example(?:\.(?:org|com|net))?$|\.(?:test|invalid)$/i;

/** Account numbers of AWS's own documentation. */
const MADE_UP_ACCOUNTS = ["111122223333", "444455556666", "123456789012"];

const PLACE = (settings: Settings, name: string): string =>
  `cdk.json, rynek.stages.${settings.stage}.${name}`;

/** Addresses that stand in the settings as they came: letters would leave in the name of nobody, and answers reach nobody. */
const mailboxes = (settings: Settings): Finding[] =>
  (
    [
      ["sender.address", settings.sender.address, "Letters leave from"],
      ["contactAddress", settings.contactAddress, "Residents write to"],
      ["alarmAddress", settings.alarmAddress, "Alarms wake"],
    ] as const
  ).map(([name, address, what]) => {
    if (address === undefined) return fault(`${what} nobody`, `Set ${PLACE(settings, name)}.`);
    return MADE_UP.test(address)
      ? fault(`${what} ${address}, which nobody owns`, `Set ${PLACE(settings, name)} to a mailbox of yours.`)
      : fine(`${what} ${address}`);
  });

const commission = (settings: Settings): Finding => {
  const place = PLACE(settings, "commission");
  if (!settings.commission) return fine("Shares of the commission's keys are kept outside of AWS");
  const { ballots, links } = settings.commission;
  const holders = [...ballots.holders, ...links.holders];
  const isMadeUp = holders.some((arn) => MADE_UP_ACCOUNTS.some((account) => arn.includes(`:${account}:`)));
  if (ballots.holders.length === 0 || links.holders.length === 0)
    return fault(
      "A key of the commission has no holders",
      `Name them under ${place}, or leave it out for shares on paper.`,
    );
  return isMadeUp
    ? fault(
        "Holders of the commission's keys are made up",
        `Name yours under ${place}, or leave it out for shares on paper.`,
      )
    : fine(`${holders.length} holders of shares of the commission's keys`);
};

/** Nobody but colleagues reads what a stage writes that two people have not opened. */
const readers = (settings: Settings): Finding => {
  const { only, openedBy } = settings.letters;
  if (openedBy) return fine(`Letters go to everybody, as ${openedBy.join(" and ")} decided`);
  if (only.length === 0)
    return fault(
      "Letters go to nobody",
      `Name yourself and colleagues in ${PLACE(settings, "letters.only")}.`,
    );
  const said = `Letters go only to ${only.join(", ")}`;
  return settings.live
    ? fault(
        said,
        `When nothing else is left on this list, two people open the stage: their names in ${PLACE(settings, "letters.openedBy")}.`,
      )
    : fine(said);
};

/** The second step, which is easily forgotten once the first has worked. */
const protection = ({ live, protect, stage }: Settings): Finding[] =>
  live && !protect
    ? [
        fault(
          "Tables and staff accounts of this stage may be deleted",
          `Once it stands: set rynek.stages.${stage}.protect in cdk.json to true, and deploy again.`,
        ),
      ]
    : [];

/** What a restore needs before anything is lost, and what it leaves behind. */
const copies = ({ live, copies, restorers, stage }: Settings): Finding[] => [
  ...(live && !copies?.account
    ? [
        fault(
          "Copies of the tables stand in the account of the tables alone",
          `Set rynek.stages.${stage}.copies in cdk.json: docs/deploy.md, Copies elsewhere.`,
        ),
      ]
    : []),
  ...(restorers
    ? [
        fault(
          `${restorers.length} people may restore tables of this stage`,
          `When they are done: take rynek.stages.${stage}.restorers out of cdk.json, and deploy again.`,
        ),
      ]
    : []),
];

const city = ({ city: slug }: Settings): Finding => {
  const { name, districts } = cityNamed(slug);
  return fine(`City ${Object.values(name)[0]} with ${districts.length} districts`);
};

/** What is wrong with a stage: first its settings, then what stands on AWS. Faults of the settings' form end the look: nothing can be deployed. */
export const stageFindings = async function* (stage: string): AsyncGenerator<Finding> {
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8"));
  let settings: Settings;
  try {
    settings = readSettings(context.rynek, stage);
  } catch (error) {
    yield fault(
      error instanceof Error ? error.message : String(error),
      "docs/deploy.md says what each setting is.",
    );
    return;
  }
  yield fine(`Settings of stage "${stage}" hold`);
  yield* await looked("The city", () => city(settings));
  yield* mailboxes(settings);
  yield* await looked("The commission", () => commission(settings));
  yield* protection(settings);
  yield* copies(settings);
  yield* deployedFindings(settings);
  yield readers(settings);
};
