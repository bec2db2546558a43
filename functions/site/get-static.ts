import { z } from "zod";
import { logoFile } from "../../shared/domain/logo.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { iconOf } from "../../shared/pages/style/icon.ts";
import { pictureOf } from "../../shared/pages/style/logo.ts";
import { SCRIPT } from "../../shared/pages/style/script.ts";
import { sheetOf } from "../../shared/pages/style/sheet.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import type { Reply } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_AN_HOUR = "public, max-age=3600";

/** Any name of a file is answered with the present one, so that a page rendered by the release before is never bare. */
const SHEET = /^rynek(?:\.[0-9a-f]{8})?\.css$/;
const SCRIPT_FILE = /^rynek(?:\.[0-9a-f]{8})?\.js$/;
const LOGO = /^logo(?:\.[0-9a-f]{8})?\.(?:svg|png)$/;

const LOGO_TYPES = { svg: "image/svg+xml", png: "image/png" } as const;

const asset = (body: string | Uint8Array, type: string, cache: string): Reply => ({
  status: 200,
  body,
  type,
  headers: { "cache-control": cache, vary: "accept-encoding" },
});

export const getStatic = endpoint(routes.getStatic, {
  summary: "The style sheet, the script, the icon and the city's logo",
  params: z.object({ file: z.string() }),
  handle: ({ params: { file } }, { site: { city } }) => {
    const { theme, logo } = city;
    const cacheOf = (present: string): string => (file === present ? FOR_EVER : FOR_AN_HOUR);
    if (SHEET.test(file)) {
      const sheet = sheetOf(theme);
      return asset(sheet.text, "text/css; charset=utf-8", cacheOf(sheet.file));
    }
    if (SCRIPT_FILE.test(file))
      return asset(SCRIPT.text, "text/javascript; charset=utf-8", cacheOf(SCRIPT.file));
    if (file === "icon.svg") return asset(iconOf(theme), LOGO_TYPES.svg, FOR_AN_HOUR);
    if (logo && LOGO.test(file))
      return asset(logoFile(logo), LOGO_TYPES[logo.type], cacheOf(pictureOf(logo).file));
    throw new Refused(refusal("thing/not-found", {}));
  },
});
