import type { Theme } from "../../domain/theme.ts";

/** A square with four houses around it: rynek, the market square. The icon of the site, in a city's colours. */
export const iconOf = ({ light: { brand, onBrand } }: Theme): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${brand}"/><path fill="${onBrand}" d="M16 4l5 4v4H11V8zM16 28l5-4v-4H11v4zM4 16l4-5h4v10H8zM28 16l-4-5h-4v10h4zM13.5 13.5h5v5h-5z"/></svg>`;
