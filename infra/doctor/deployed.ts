import { cityNamed } from "../../shared/cities/cities.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { standingSecrets } from "../../shared/platform/deps.ts";
import type { Settings } from "../aws/settings.ts";
import { type Facts, type MailFacts, openFacts, type Standing, type TableFacts } from "./facts.ts";
import { type Finding, fault, fine, looked, unknown } from "./finding.ts";
import { type Peak, peakOf } from "./peak.ts";

/** Roles whose acts take two people, and the one who gives roles. */
const PEOPLE: Readonly<Partial<Record<Role, number>>> = { coordinator: 2, commission: 2, admin: 1 };

/** What SES grants in its sandbox, where it writes to proved addresses alone. */
const SANDBOX_PER_DAY = 200;

const IN_SANDBOX = "Ask for production access (console of SES, Get set up), and for the daily quota above.";

export const mailFindings = (mail: MailFacts, { lettersADay, lettersASecond }: Peak): Finding[] => {
  const left = mail.perDay - mail.sentToday;
  const quota = `SES takes ${mail.perDay} letters a day (${left} left) and ${mail.perSecond} a second`;
  const needs = `a vote needs some ${lettersADay} and ${lettersASecond}`;
  return [
    mail.isProved
      ? fine("The sender is proved to SES")
      : fault(
          "The sender is not proved to SES",
          "Enter the DNS records of the outputs, or follow the link that AWS mailed.",
        ),
    ...(mail.isEnabled
      ? []
      : [fault("SES has stopped this account", "The console of SES says why, and where to answer.")]),
    mail.perDay <= SANDBOX_PER_DAY
      ? fault(`${quota}: this is its sandbox; ${needs}`, IN_SANDBOX)
      : left < lettersADay || mail.perSecond < lettersASecond
        ? fault(
            `${quota}; ${needs}`,
            "Ask for more: console of Service Quotas, Amazon SES, a week before the vote.",
          )
        : fine(`${quota}; ${needs}`),
  ];
};

/** What a table or an index takes at once, beside what a vote needs of it; with the command that gives it. */
const warmFinding = (what: string, warm: number | undefined, needed: number, command: string): Finding =>
  warm === undefined
    ? unknown(
        `${what} does not say what it takes at once; a vote needs ${needed} write units a second`,
        command,
      )
    : warm < needed
      ? fault(`${what} takes ${warm} write units at once; a vote needs ${needed}`, command)
      : fine(`${what} takes ${warm} write units at once; a vote needs ${needed}`);

export const tableFindings = (table: TableFacts, { writeUnits }: Peak, of: "main" | "ballots"): Finding[] => {
  const { name, isProtected, hasRecovery, warmWriteUnits, warmOfIndexes } = table;
  const protection = [
    ...(isProtected ? [] : ["it may be deleted"]),
    ...(hasRecovery ? [] : ["it cannot be restored to a second"]),
  ];
  const update = `aws dynamodb update-table --table-name ${name}`;
  const ofIndex = (index: string, units: number) =>
    `${update} --global-secondary-index-updates '[{"Update":{"IndexName":"${index}","WarmThroughput":{"WriteUnitsPerSecond":${units}}}}]'`;
  return [
    protection.length === 0
      ? fine(`Table ${name} is protected and can be restored to any second`)
      : fault(`Table ${name}: ${protection.join(", ")}`, "Deploy the stage again: docs/deploy.md, Deploy."),
    warmFinding(
      `Table ${name}`,
      warmWriteUnits,
      writeUnits[of],
      `${update} --warm-throughput WriteUnitsPerSecond=${writeUnits[of]}`,
    ),
    ...(of === "main"
      ? [
          warmFinding(
            `The index pending of ${name}`,
            warmOfIndexes.pending,
            writeUnits.pending,
            ofIndex("pending", writeUnits.pending),
          ),
        ]
      : []),
  ];
};

export const concurrencyFinding = (allowed: number, { concurrency }: Peak): Finding =>
  allowed >= concurrency
    ? fine(`${allowed} functions may run at once; a vote needs ${concurrency}`)
    : fault(
        `${allowed} functions may run at once; a vote needs ${concurrency}`,
        "Ask for more: console of Service Quotas, AWS Lambda, Concurrent executions.",
      );

/** What is kept for the vote is also all that it gets. */
export const reservedFinding = (kept: number, { concurrency }: Peak): Finding =>
  kept >= concurrency
    ? fine(`${kept} functions are kept for the vote, which needs ${concurrency}`)
    : fault(
        `${kept} functions are kept for the vote, which needs ${concurrency}`,
        "Raise reserved.voting of the stage in cdk.json, and deploy.",
      );

export const peopleFinding = (role: Role, count: number): Finding => {
  const needed = PEOPLE[role] ?? 0;
  return count >= needed
    ? fine(`${count} with the role ${role}`)
    : fault(
        `${count} with the role ${role}, and ${needed} are needed`,
        "docs/deploy.md, After the first time, says how.",
      );
};

/** Limits, the firewall and the cache stand at the front: whoever is answered past it meets none of them. */
export const aroundFinding = (answer: number | "off"): Finding =>
  answer === "off" || (answer >= 400 && answer < 500)
    ? fine("Nobody is answered past CloudFront")
    : fault(
        `The gateway's own address answers with ${answer} to whoever goes past CloudFront`,
        "Deploy the stage again: docs/deploy.md, Deploy.",
      );

const site = async ({ environment: { SITE_URL } }: Standing): Promise<Finding> => {
  const { status } = await fetch(`${SITE_URL}/health`, { signal: AbortSignal.timeout(10_000) });
  return status === 200
    ? fine(`${SITE_URL} answers, and the database keeps what is written`)
    : fault(`${SITE_URL}/health answers ${status}`, "Open the dashboard, then the log of the function site.");
};

const NO_CREDENTIALS = /CredentialsProvider|Could not load credentials|ExpiredToken|SSO session/;

const isWithoutCredentials = (error: unknown): boolean =>
  error instanceof Error && NO_CREDENTIALS.test(`${error.name} ${error.message}`);

/** What stands on AWS, as far as it can be asked: by the credentials of the shell. */
export const deployedFindings = async function* (
  settings: Settings,
  facts: Facts = openFacts(settings),
): AsyncGenerator<Finding> {
  let standing: Standing | undefined;
  try {
    standing = await facts.standing();
  } catch (error) {
    yield isWithoutCredentials(error)
      ? unknown(
          "AWS was not asked: this shell has no credentials for it",
          "Sign in with the AWS CLI, and look again.",
        )
      : fault(
          `AWS does not answer: ${error instanceof Error ? error.message : error}`,
          "See why, and look again.",
        );
    return;
  }
  const residents = cityNamed(settings.city).districts.reduce((sum, one) => sum + one.residents, 0);
  const onRoll = standing && (await facts.onRoll(standing).catch(() => undefined));
  const peak = peakOf(onRoll ?? residents);
  yield fine(
    onRoll === undefined
      ? `No roll is read: a vote is reckoned for the city's ${residents} residents, ${peak.votersASecond} of them in its busiest second`
      : `A vote is reckoned for the ${onRoll} on the roll, ${peak.votersASecond} of them in its busiest second`,
  );
  yield* await looked("Letters", async () => mailFindings(await facts.mail(), peak));
  yield* await looked("Functions", async () => concurrencyFinding(await facts.concurrency(), peak));
  if (settings.reserved) yield reservedFinding(settings.reserved.voting, peak);
  if (!standing) {
    yield unknown(
      `Nothing of stage "${settings.stage}" stands yet`,
      `npx cdk deploy --all -c stage=${settings.stage}`,
    );
    return;
  }
  const { account, environment } = standing;
  yield settings.account === undefined || settings.account === account
    ? fine(`It stands in account ${account}, ${settings.region}`)
    : fault(
        `It stands in account ${account} and not in ${settings.account}`,
        "Sign in to the right account.",
      );
  for (const [name, of] of [
    [environment.MAIN_TABLE, "main"],
    [environment.BALLOTS_TABLE, "ballots"],
  ] as const)
    yield* await looked(`Table ${name}`, async () => tableFindings(await facts.table(name), peak, of));
  for (const [name, id] of Object.entries(standingSecrets(environment)))
    yield* await looked(`The secret of ${name}`, async () =>
      (await facts.hasSecret(id))
        ? fine(`The secret of ${name} is there`)
        : fault(
            `The secret of ${name} is about to be deleted`,
            `At once: aws secretsmanager restore-secret --secret-id ${id}`,
          ),
    );
  yield* await looked("Alarms", async () =>
    settings.alarmAddress === undefined
      ? []
      : (await facts.isAlarmHeard())
        ? fine(`${settings.alarmAddress} is woken by alarms`)
        : fault(
            `${settings.alarmAddress} has not said yes to alarms`,
            "Confirm the subscription that AWS mailed.",
          ),
  );
  for (const role of Object.keys(PEOPLE) as Role[])
    yield* await looked(`Role ${role}`, async () =>
      peopleFinding(role, await facts.staffWith(role, environment.STAFF_POOL)),
    );
  yield* await looked("The gateway's own address", async () => aroundFinding(await facts.roundTheFront()));
  yield* await looked("The site", () => site(standing));
};
