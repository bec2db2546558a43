import decodeQR from "qr/decode.js";

const SCALE = 4;

/** What a phone reads in the QR code of a page, from its path alone. */
export const readQr = (page: string): string => {
  const path = /<svg class="qr"[^>]*>[\s\S]*? d="([^"]*)"/.exec(page)?.[1] ?? "";
  const size = Number(/<svg class="qr" viewBox="0 0 (\d+)/.exec(page)?.[1]) * SCALE;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++)
      for (let at = Number(x) * SCALE; at < (Number(x) + Number(length)) * SCALE; at++)
        data.fill(0, (row * size + at) * 4, (row * size + at) * 4 + 3);
  return decodeQR({ width: size, height: size, data });
};
