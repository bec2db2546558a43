/** What infra hands to every function. */
const GIVEN = [
  "MAIN_TABLE",
  "BALLOTS_TABLE",
  "FILES_BUCKET",
  "UPLOADS_BUCKET",
  "SECRETS_PREFIX",
  "NAMES_SECRET",
  "SESSIONS_SECRET",
  "CODES_SECRET",
  "LINKS_SECRET",
  "SIGNING_SECRET",
  "CANARY_SECRET",
  "MACHINE_ARN",
  "ROLL_MACHINE_ARN",
  "SITE_URL",
  "CITY",
  "SENDER_ADDRESS",
  "SENDER_NAME",
  "CONTACT_ADDRESS",
  "READERS",
  "STAFF_ISSUER",
  "STAFF_CLIENT_ID",
  "STAFF_POOL",
] as const;

/** What some stages have. */
const PERHAPS = [
  "MAIL_CONFIGURATION_SET",
  "FRONT_SECRET",
  "SMS_SENDER_ID",
  "EID_ISSUER",
  "EID_CLIENT_ID",
] as const;

export type Environment = Readonly<
  Record<(typeof GIVEN)[number], string> & Partial<Record<(typeof PERHAPS)[number], string>>
>;

/** Read once, at the first call, without a schema: to build one is a tenth of a start. A name that is missing stops the function with a clear error. */
export const readEnvironment = (from: Readonly<Record<string, string | undefined>>): Environment => {
  const missing = GIVEN.filter((name) => !from[name]);
  if (missing.length > 0) throw new Error(`The environment lacks ${missing.join(", ")}.`);
  if (from.FRONT_SECRET !== undefined && from.FRONT_SECRET.length < 20)
    throw new Error("FRONT_SECRET is too short to keep anybody out.");
  const read = Object.fromEntries([...GIVEN, ...PERHAPS].map((name) => [name, from[name]])) as Environment;
  return { ...read, SITE_URL: read.SITE_URL.replace(/\/$/, "") };
};
