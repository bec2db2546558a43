import type { Environment } from "../../shared/platform/env.ts";

/** What a function reads of its surroundings, where there are none. */
export const SURROUNDINGS: Readonly<Record<keyof Omit<Environment, "EID_ISSUER" | "EID_CLIENT_ID">, string>> =
  {
    MAIN_TABLE: "main",
    BALLOTS_TABLE: "ballots",
    FILES_BUCKET: "files",
    UPLOADS_BUCKET: "uploads",
    SECRETS_PREFIX: "bench",
    NAMES_SECRET: "names",
    SESSIONS_SECRET: "sessions",
    CODES_SECRET: "codes",
    LINKS_SECRET: "links",
    CANARY_SECRET: "canary",
    SIGNING_SECRET: "signing",
    MACHINE_ARN: "machine",
    ROLL_MACHINE_ARN: "roll-machine",
    SITE_URL: "https://rynek.example",
    CITY: "katowice",
    READERS: "everybody",
    SENDER_ADDRESS: "bo@rynek.example",
    SENDER_NAME: "Rynek",
    CONTACT_ADDRESS: "bo@rynek.example",
    MAIL_CONFIGURATION_SET: "mail",
    FRONT_SECRET: "a front that is not there",
    SMS_SENDER_ID: "",
    STAFF_ISSUER: "https://staff.example",
    STAFF_CLIENT_ID: "staff",
    STAFF_POOL: "staff",
  };
