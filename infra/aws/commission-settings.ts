import { z } from "zod";

export const AccountNumber = z.string().regex(/^\d{12}$/, "is not the 12 digits of an account");

/** The commission's two keys; each has a vault of its own. */
export const PURPOSES = ["ballots", "links"] as const;

/** A person. Not a role, which is whoever may take it; nor a session from elsewhere, of which IAM cannot demand a second factor. */
export const Holder = z
  .string()
  .regex(/^arn:aws:iam::\d{12}:user\/([\w+=,.@-]+\/)*[\w+=,.@-]+$/, "is not the ARN of an IAM user");

const Vault = z.strictObject({
  /** An account that this key's people alone administer. */
  account: AccountNumber.optional(),
  /** Whom every reading of a share wakes. */
  alarmAddress: z.email().optional(),
  /** Who holds which share: one person for each, in the order of the shares. */
  holders: z
    .array(Holder)
    .min(2, "needs at least two holders, one for each share")
    .max(9, "takes nine holders at most"),
});

const nameOf = (holder: string): string => holder.slice(holder.lastIndexOf("/") + 1).toLowerCase();
const accountOf = (holder: string): string | undefined => holder.split(":")[4];

/** Vaults for shares of the commission's keys. Nobody holds two shares of a key, or shares of both: a person has one name everywhere. */
export const Commission = z.strictObject({ ballots: Vault, links: Vault }).superRefine((vaults, context) => {
  const held = new Map<string, string>();
  for (const purpose of PURPOSES) {
    const { account, holders } = vaults[purpose];
    for (const [index, holder] of holders.entries()) {
      const refuse = (message: string) =>
        context.addIssue({ code: "custom", path: [purpose, "holders", index], message });
      const other = held.get(nameOf(holder));
      if (other !== undefined) refuse(`holds a share already, as ${other}`);
      held.set(nameOf(holder), `${purpose}.holders.${index}`);
      if (account !== undefined && accountOf(holder) !== account) refuse("is not of the vault's account");
    }
  }
});
