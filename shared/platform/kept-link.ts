import type { Deps } from "./deps.ts";
import { NONCE_BYTES, opened, padded, sealed } from "./sealed-text.ts";

/** Stands before a sealed link: no path begins so. */
const MARK = "sealed:";
const ABOUT = "link of a letter";

/**
 * Seals links of letters, as they lie in the table until their letters have left: whoever reads the table while the mail stands still opens
 * nobody's page.
 */
export const linkKeeper = async ({
  vault,
  system,
}: Pick<Deps, "vault" | "system">): Promise<(path: string) => string> => {
  const { current } = await vault.links("kept-links");
  return (path) => MARK + sealed(current, ABOUT, system.random(NONCE_BYTES), padded(Buffer.from(path)));
};

/** The link as its letter says it; one of a release that did not seal them is as it is. */
export const openLink = async (link: string, { vault }: Pick<Deps, "vault">): Promise<string> => {
  if (!link.startsWith(MARK)) return link;
  const { accepted } = await vault.links("kept-links");
  for (const key of accepted) {
    const path = opened(key, ABOUT, link.slice(MARK.length));
    if (path) return path.toString();
  }
  throw new Error("the link of a letter was sealed with a secret that is no more");
};
