import { z } from "zod";
import { cityNamed } from "../../shared/cities/cities.ts";
import { AccountNumber, Commission, PURPOSES } from "./commission-settings.ts";
import { Copies, Restored, Restorers } from "./copies-settings.ts";
import { Letters } from "./letters-settings.ts";

/** How long CloudWatch keeps logs: the terms it offers. */
const RETENTION_DAYS = [7, 14, 30, 60, 90, 180, 365, 731] as const;

/** Whether a zone holds a domain. */
export const isIn = (zone: string | undefined, domain: string | undefined): boolean =>
  zone !== undefined && (domain === zone || domain?.endsWith(`.${zone}`) === true);

/** The settings of one stage, as an operator writes them under `rynek.stages` in cdk.json. */
const StageSettings = z
  .strictObject({
    account: AccountNumber.optional(),
    region: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
      .default("eu-central-1"),
    /** Residents rely on this stage: it does not stand without a domain, somebody to alarm, and its accounts by number. */
    live: z.boolean(),
    /**
     * Tables, staff accounts and their stack are deleted by nobody. The second step: a first deployment that fails has to be taken back, and
     * what is protected cannot.
     */
    protect: z.boolean().default(false),
    /** The slug of the city's profile in shared/cities. */
    city: z.string().regex(/^[a-z][a-z-]*$/),
    /** Where residents find the site. Without it CloudFront's own name serves. */
    domain: z.hostname().optional(),
    /** The Route 53 zone of the domain; without it the operator enters the DNS records of the outputs elsewhere. */
    hostedZone: z.strictObject({ id: z.string().regex(/^Z[A-Z0-9]+$/), name: z.hostname() }).optional(),
    /**
     * The certificate by which the gateway knows CloudFront: in ACM of us-east-1, with its authority's certificate in a bucket. A live stage
     * does not stand without.
     */
    frontCertificate: z
      .strictObject({
        arn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/),
        truststore: z.string().regex(/^s3:\/\/[a-z0-9.-]+\/\S+$/),
      })
      .optional(),
    sender: z.strictObject({
      address: z.email(),
      name: z.string().min(1).max(60),
      /** Prove to SES that the address's whole domain is ours (DKIM), or, for a trial, the one mailbox. */
      proves: z.enum(["domain", "mailbox"]),
      /** What phones show as the sender of a text, where SNS has registered it; without it a number of SNS's. */
      smsId: z
        .string()
        .regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/)
        .optional(),
      /** The account's monthly limit for texts, in dollars, as it is set in SNS: an alarm rings before it is reached. */
      smsMonthlyUsd: z.int().min(1).max(1_000_000).optional(),
    }),
    /** The national eID (OpenID Connect) and our name there, where voters may come by it. */
    eid: z.strictObject({ issuer: z.url(), clientId: z.string().min(1) }).optional(),
    letters: Letters,
    /** Answers to mails, and the contact on every page. */
    contactAddress: z.email(),
    alarmAddress: z.email().optional(),
    /** Vaults for shares of the commission's keys; without it the shares are kept elsewhere. */
    commission: Commission.optional(),
    /** Copies of the tables each night, here and in an account of their own. */
    copies: Copies.optional(),
    /** For so many days nobody overwrites or deletes a file of counts and results. Chosen before the first deployment. */
    publishedLockedDays: z.int().min(1).max(36_500).optional(),
    /** Who may restore tables; written here for as long as that takes. */
    restorers: Restorers.optional(),
    restored: Restored.optional(),
    logRetentionDays: z.literal(RETENTION_DAYS),
    /**
     * Functions that are kept for the vote and for letters whatever else happens, of those that the account may run at once. A live stage does
     * not stand without.
     */
    reserved: z
      .strictObject({ voting: z.int().min(1).max(10_000), notices: z.int().min(1).max(1000) })
      .optional(),
    /** A made-up voter votes every five minutes in a hidden vote, and an alarm rings when it cannot. Without a word as `live` says. */
    canary: z.boolean().optional(),
    throttle: z.strictObject({
      /** Requests a second and burst of each route that has none of its own in the route table. */
      rate: z.int().min(10).max(10_000),
      burst: z.int().min(10).max(5_000),
      /** Requests from one address in five minutes; a school or an office is one address. */
      perAddress: z.int().min(100).max(1_000_000),
      /** Forms sent to one path from one address in a minute. */
      perPath: z.int().min(10).max(100_000),
    }),
  })
  .superRefine((stage, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const { commission } = stage;
    const vaults = PURPOSES.flatMap((purpose) =>
      commission ? [{ path: ["commission", purpose], ...commission[purpose] }] : [],
    );
    const accounts = new Set<string>();
    const copies = stage.copies ? [{ path: ["copies"], ...stage.copies }] : [];
    for (const { path, account, alarmAddress } of [{ path: [], ...stage }, ...vaults, ...copies]) {
      if (stage.live && account === undefined) refuse([...path, "account"], "a live stage needs it");
      if (stage.live && alarmAddress === undefined)
        refuse([...path, "alarmAddress"], "a live stage needs it");
      if (account !== undefined && accounts.has(account))
        refuse([...path, "account"], "the application and each vault stand in accounts of their own");
      if (account !== undefined) accounts.add(account);
    }
    if (stage.copies?.account !== undefined && stage.account === undefined)
      refuse(["account"], "the vault of copies has to know who copies into it");
    if (stage.live && stage.domain === undefined) refuse(["domain"], "a live stage needs it");
    if (stage.live && stage.reserved === undefined) refuse(["reserved"], "a live stage needs it");
    if (stage.live && stage.frontCertificate === undefined)
      refuse(["frontCertificate"], "a live stage needs it");
    if (stage.frontCertificate !== undefined && stage.domain === undefined)
      refuse(["domain"], "the gateway shows itself to a certificate under a domain alone");
    if (stage.hostedZone && !isIn(stage.hostedZone.name, stage.domain))
      refuse(["domain"], "is not in the hosted zone");
  })
  .transform(({ canary, ...stage }) => ({ ...stage, canary: canary ?? stage.live }));

/** The settings of one stage, with its name. */
export type Settings = z.infer<typeof StageSettings> & { readonly stage: string };

const StageName = z.string().regex(/^[a-z][a-z0-9]{1,11}$/);

/** The chosen stage out of cdk.json's context `rynek`; a fault names the setting that has it. */
export const readSettings = (rynek: unknown, stage: unknown): Settings => {
  const { stages } = z.looseObject({ stages: z.record(StageName, z.unknown()) }).parse(rynek);
  const name = StageName.safeParse(stage).data;
  if (name === undefined || stages[name] === undefined)
    throw new Error(`cdk.json has no stage "${stage}", only ${Object.keys(stages).join(", ")}`);
  const parsed = StageSettings.safeParse(stages[name]);
  if (parsed.success) {
    cityNamed(parsed.data.city);
    return { ...parsed.data, stage: name };
  }
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  rynek.stages.${[name, ...path].join(".")}: ${message}`,
  );
  throw new Error(`Settings of stage "${name}" in cdk.json do not hold:\n${faults.join("\n")}`);
};
