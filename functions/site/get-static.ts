import { z } from "zod";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { icon } from "../../shared/pages/look/icon.ts";
import { sheet, sheetFile } from "../../shared/pages/look/sheet.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import type { Reply } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_AN_HOUR = "public, max-age=3600";

/** Any name of the sheet is answered with the present one, so that a page rendered by the release before is never bare. */
const SHEET = /^rynek(?:\.[0-9a-f]{8})?\.css$/;

const asset = (body: string, type: string, cache: string): Reply => ({
  status: 200,
  body,
  type,
  headers: { "cache-control": cache, vary: "accept-encoding" },
});

export const getStatic = endpoint(routes.getStatic, {
  summary: "The style sheet and the icon",
  params: z.object({ file: z.string() }),
  handle: ({ params: { file } }) => {
    if (SHEET.test(file))
      return asset(sheet, "text/css; charset=utf-8", file === sheetFile ? FOR_EVER : FOR_AN_HOUR);
    if (file === "icon.svg") return asset(icon, "image/svg+xml", FOR_AN_HOUR);
    throw new Refused(refusal("thing/not-found", {}));
  },
});
