import { pathTo } from "../../domain/addresses.ts";
import { type Logo, logoFile, logoWidth } from "../../domain/logo.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";
import { type Html, html } from "../html.ts";
import { versioned } from "./versioned.ts";

/** In CSS pixels. */
const HEIGHT = 40;

interface Picture {
  readonly file: string;
  readonly width: number;
}

const made = new WeakMap<Logo, Picture>();

/** What a logo is called among the static files, and how wide it stands. */
export const pictureOf = (logo: Logo): Picture => {
  const known = made.get(logo);
  if (known) return known;
  const picture = {
    file: versioned("logo", logoFile(logo), logo.type),
    width: logoWidth(logo, HEIGHT),
  };
  made.set(logo, picture);
  return picture;
};

/** A city's mark beside the name of the site. */
export const logoView = (logo: Logo, { language }: Words): Html => {
  const { file, width } = pictureOf(logo);
  return html`<img src="${pathTo("static", { file })}" alt="${inLanguage(logo.alt, language)}" width="${width}" height="${HEIGHT}">`;
};
