import type { OpenapiModel } from "../../shared/pages/site/docs.ts";

/** `openapi.json` as the compiler sees it: its shape, without reading thousands of lines for it. Written by `infra/openapi.ts`. */
declare const document: OpenapiModel;
export default document;
