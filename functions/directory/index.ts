import { accountsOnAws } from "../../shared/platform/accounts.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  sweep: async (deps) => (await import("./read-accounts.ts")).readAccounts(deps),
};

export const handler = onLambda(duties, { accounts: accountsOnAws });
