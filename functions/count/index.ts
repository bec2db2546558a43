import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  steps: {
    split: async () => (await import("./list-box.ts")).split,
    "list-segment": async () => (await import("./list-box.ts")).listSegment,
    list: async () => (await import("./list-box.ts")).list,
    "split-to-open": async () => (await import("./open-segment.ts")).splitToOpen,
    "open-segment": async () => (await import("./open-segment.ts")).openSegment,
    collect: async () => (await import("./collect.ts")).collect,
    count: async () => (await import("./count-pool.ts")).countPool,
    attest: async () => (await import("./attest.ts")).attest,
  },
};

export const handler = onLambda(duties, {
  files: () => import("../../shared/platform/files.ts").then(({ filesOnAws }) => filesOnAws),
});
