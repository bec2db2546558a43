import { accountsOnAws } from "../../shared/platform/accounts.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { readAccounts } from "./read-accounts.ts";

export const duties: Duties = { sweep: readAccounts };

export const handler = onLambda(duties, { accounts: accountsOnAws });
