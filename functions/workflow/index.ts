import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  steps: {
    plan: async () => (await import("./plan.ts")).plan,
    hold: async () => (await import("./hold.ts")).hold,
    open: async () => (await import("./open.ts")).open,
    close: async () => (await import("./close.ts")).close,
  },
  tasks: { "open-probe": async () => (await import("./probes.ts")).openProbe },
  sweep: async (deps) => (await import("./sweep.ts")).sweep(deps),
};

export const handler = onLambda(duties, {
  files: () => import("../../shared/platform/files.ts").then(({ filesOnAws }) => filesOnAws),
  machine: () => import("../../shared/platform/machine.ts").then(({ machineOnAws }) => machineOnAws),
});
