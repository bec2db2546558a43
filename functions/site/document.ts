import type { OpenapiModel } from "../../shared/pages/site/docs.ts";
// @ts-expect-error TS6263: its type is our own, in openapi.d.json.ts, so that nobody infers one from thousands of lines.
import document from "./openapi.json" with { type: "json" };

/** The OpenAPI document, as `infra/openapi.ts` wrote it from the schemas. */
export const openapi: OpenapiModel = document;
