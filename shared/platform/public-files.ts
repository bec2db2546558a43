import { PLACES } from "../domain/upload/places.ts";

/**
 * What of the files is for everybody: the files of published results, each version in a folder that nobody can guess before it is published. They
 * go from their bucket through CloudFront, or through the local host, and never through a function: they grow with the city.
 */
export const PUBLIC_FILES = "cycles/*/results/*";

/** Pictures that were made anew of what somebody sent. */
export const PUBLIC_PICTURES = `${PLACES.picture}*`;

const PICTURE = /^media\/\w+\/\d+-[0-9a-f]+\.webp$/;

const FOR_EVER = "public, max-age=31536000, immutable";

const PUBLIC = /^cycles\/([\w-]+)\/results\/[\w-]+\/([\w-]+)\.(zip|pb|json)$/;

const TYPES = {
  zip: "application/zip",
  pb: "text/plain; charset=utf-8",
  json: "application/json",
} as const;

/** How a public file leaves; undefined for what is not public. Under its path it never changes. */
export const publicFile = (path: string) => {
  if (PICTURE.test(path)) return { type: "image/webp", cacheControl: FOR_EVER, disposition: "inline" };
  const [, cycleId = "", name = "", ending] = PUBLIC.exec(path) ?? [];
  if (ending === undefined) return undefined;
  return {
    type: TYPES[ending as keyof typeof TYPES],
    cacheControl: FOR_EVER,
    disposition: `attachment; filename="${cycleId}-${name}.${ending}"`,
  };
};

/** What a public file says beside that, here and there. */
export const FILE_HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=31536000",
  "referrer-policy": "strict-origin-when-cross-origin",
  "access-control-allow-origin": "*",
} as const;
