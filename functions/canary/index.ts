import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  tasks: { vote: async () => (await import("./vote.ts")).vote },
};

export const handler = onLambda(duties);
