import type { Deps } from "../../shared/platform/deps.ts";
import { filesOnAws } from "../../shared/platform/files.ts";
import { machineOnAws } from "../../shared/platform/machine.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { close } from "./close.ts";
import { countTurnout } from "./count-turnout.ts";
import { destroyDue } from "./destroy-due.ts";
import { hold } from "./hold.ts";
import { open } from "./open.ts";
import { plan } from "./plan.ts";
import { reconcile } from "./reconcile.ts";

/** What is looked after every minute. The cycles come first: a vote must close, whatever becomes of the rest. */
const sweep = async (deps: Deps): Promise<void> => {
  const { items: cycles } = await deps.store.cycles.list();
  await reconcile(cycles, deps);
  await countTurnout(cycles, deps);
  await destroyDue(cycles, deps);
};

export const duties: Duties = { steps: { plan, hold, open, close }, sweep };

export const handler = onLambda(duties, { files: filesOnAws, machine: machineOnAws });
