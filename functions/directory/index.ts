import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  sweep: async (deps) => (await import("./read-accounts.ts")).readAccounts(deps),
};

export const handler = onLambda(duties, {
  accounts: () => import("../../shared/platform/accounts.ts").then(({ accountsOnAws }) => accountsOnAws),
});
