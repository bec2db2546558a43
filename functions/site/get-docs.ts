import { docsView } from "../../shared/pages/site/docs.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { openapi } from "./document.ts";

export const getDocs = endpoint(routes.getDocs, {
  summary: "The OpenAPI document as a page",
  cache: "public, max-age=300, s-maxage=3600",
  handle: (request) => view(docsView(frameOf(request), openapi)),
});
