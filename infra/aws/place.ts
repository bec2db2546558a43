import type { Code } from "aws-cdk-lib/aws-lambda";
import type { FunctionName } from "../../shared/platform/route.ts";
import type { Names } from "./names.ts";
import type { Release } from "./release.ts";
import type { Settings } from "./settings.ts";

/** Where and for whom the house stands; every stack is built from it. */
export interface Place {
  readonly settings: Settings;
  readonly names: Names;
  readonly release: Release;
  readonly home: { readonly region: string; readonly account?: string };
  /** The bundle of a function; tests hand in a stub. */
  readonly codeOf: (name: FunctionName) => Code;
}

/** CloudFront takes its certificate and its web ACL from there only. */
export const EDGE_REGION = "us-east-1";
