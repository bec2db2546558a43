import { encodeQR } from "qr";
import { type Html, html } from "../html.ts";

/** Four light modules around the code, as readers want them. */
const BORDER = 4;

/** The dark modules of a row, one run after the other, as strokes of one path. */
const strokesOf = (row: readonly boolean[], y: number): string => {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
};

/** A text as a QR code: dark on light in every colour scheme, one path, no picture to fetch. `label` says what it leads to. */
export const qrCode = (text: string, label: string): Html => {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: BORDER });
  const size = rows.length;
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
<rect width="${size}" height="${size}" fill="#fff"/>
<path fill="#000" d="${rows.map(strokesOf).join("")}"/>
</svg>`;
};
