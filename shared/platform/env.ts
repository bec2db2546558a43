import { z } from "zod";

/** What infra hands to every function. Parsed once, at the first call; a missing name stops the function with a clear error. */
const Environment = z.object({
  MAIN_TABLE: z.string().min(3),
  BALLOTS_TABLE: z.string().min(3),
  FILES_BUCKET: z.string().min(3),
  SECRETS_PREFIX: z.string().min(1),
  MACHINE_ARN: z.string().min(1),
  SITE_URL: z.url().transform((url) => url.replace(/\/$/, "")),
  CITY: z.string().min(1),
  SENDER_ADDRESS: z.email(),
  SENDER_NAME: z.string().min(1),
  CONTACT_ADDRESS: z.email(),
  MAIL_CONFIGURATION_SET: z.string().optional(),
  FRONT_SECRET: z.string().min(20).optional(),
  SMS_SENDER_ID: z.string().optional(),
  EID_ISSUER: z.union([z.url(), z.literal("")]).optional(),
  EID_CLIENT_ID: z.string().optional(),
  STAFF_ISSUER: z.url(),
  STAFF_CLIENT_ID: z.string().min(1),
  STAFF_POOL: z.string().min(1),
});
export type Environment = z.infer<typeof Environment>;

export const readEnvironment = (from: Readonly<Record<string, string | undefined>>): Environment =>
  Environment.parse(from);
