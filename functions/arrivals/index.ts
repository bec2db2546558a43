import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  arrive: async () => (await import("./arrive.ts")).arrive,
  sweep: async (deps) => (await import("./sweep.ts")).sweepUploads(deps),
};

export const handler = onLambda(duties, {
  uploads: () => import("../../shared/platform/uploads.ts").then(({ uploadsOnAws }) => uploadsOnAws),
});
