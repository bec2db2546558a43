import { filesOnAws } from "../../shared/platform/files.ts";
import { machineOnAws } from "../../shared/platform/machine.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  steps: {
    plan: async () => (await import("./plan.ts")).plan,
    hold: async () => (await import("./hold.ts")).hold,
    open: async () => (await import("./open.ts")).open,
    close: async () => (await import("./close.ts")).close,
  },
  sweep: async (deps) => (await import("./sweep.ts")).sweep(deps),
};

export const handler = onLambda(duties, { files: filesOnAws, machine: machineOnAws });
