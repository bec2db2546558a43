import type { Endpoint } from "../shared/platform/endpoint.ts";
import type { Duties } from "../shared/platform/serve.ts";
import { duties as arrivals } from "./arrivals/index.ts";
import { duties as canary } from "./canary/index.ts";
import { duties as consultations } from "./consultations/index.ts";
import { duties as count } from "./count/index.ts";
import { duties as cycles } from "./cycles/index.ts";
import { duties as directory } from "./directory/index.ts";
import { duties as documents } from "./documents/index.ts";
import { duties as notices } from "./notices/index.ts";
import { duties as proposals } from "./proposals/index.ts";
import { duties as results } from "./results/index.ts";
import type { FunctionName } from "./routes.ts";
import { duties as site } from "./site/index.ts";
import { duties as staff } from "./staff/index.ts";
import { duties as supporters } from "./supporters/index.ts";
import { duties as voting } from "./voting/index.ts";
import { duties as workflow } from "./workflow/index.ts";

/** Every function of the house and what it does: for the local host, the OpenAPI document and the tests. */
export const functions: Readonly<Partial<Record<FunctionName, Duties>>> = {
  arrivals,
  canary,
  consultations,
  count,
  cycles,
  directory,
  documents,
  notices,
  proposals,
  results,
  site,
  staff,
  supporters,
  voting,
  workflow,
};

/** Every endpoint of the house. */
export const allEndpoints = (): Promise<Endpoint[]> =>
  Promise.all(
    Object.values(functions)
      .flatMap(({ endpoints = [] }) => endpoints)
      .map(({ load }) => load()),
  );
