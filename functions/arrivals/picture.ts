import sharp, { type OutputInfo } from "sharp";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { SIZES, type Size } from "../../shared/domain/upload/upload.ts";

// What is told by its first bytes is opened by the one reader of that, and by no other.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
    "VipsForeignLoadNsgifBuffer",
  ],
});
// A file is looked at once: nothing of it is met again.
sharp.cache(false);

/** Twice what a good phone takes: up to 1.1 GB while it is made anew, which the function has. An AVIF of so many takes 3 GB. */
const MOST_MEGAPIXELS = 100;
const MOST_MEGAPIXELS_OF: Readonly<Partial<Record<string, number>>> = { heif: 40 };

/** How much higher than wide a copy may be: what is longer is made narrower. */
const MOST_HEIGHTS = 4;

const QUALITY = 80;

/** A copy of a picture, encoded. */
export interface Encoded {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const within = (width: number) =>
  ({ width, height: width * MOST_HEIGHTS, fit: "inside", withoutEnlargement: true }) as const;

/** What cannot be decoded to its end is no picture; what the encoder cannot do is an accident of ours. */
const decoded = async (bytes: Uint8Array): Promise<Result<{ data: Buffer; info: OutputInfo }>> => {
  try {
    const input = { failOn: "error", limitInputPixels: MOST_MEGAPIXELS * 1e6, pages: 1 } as const;
    const { format, width, height } = await sharp(bytes, { ...input, limitInputPixels: false }).metadata();
    const mostMegapixels = MOST_MEGAPIXELS_OF[format] ?? MOST_MEGAPIXELS;
    if (width * height > mostMegapixels * 1e6)
      return refused(refusal("file/too-many-pixels", { mostMegapixels }));
    return ok(
      await sharp(bytes, input)
        .autoOrient()
        .resize(within(SIZES.large))
        .toColourspace("srgb")
        .raw({ depth: "uchar" })
        .toBuffer({ resolveWithObject: true }),
    );
  } catch {
    return refused(refusal("file/broken", {}));
  }
};

/**
 * A picture made anew in its sizes: of an animation the first frame, upright, in the colours of screens. Only pixels go over: no place, no name of a
 * camera, nothing that was hidden behind the picture.
 */
export const copiesOf = async (bytes: Uint8Array): Promise<Result<Readonly<Record<Size, Encoded>>>> => {
  const base = await decoded(bytes);
  if (!base.ok) return base;
  const { data, info } = base.value;
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const encoded = async (size: Size): Promise<[Size, Encoded]> => {
    const made = await sharp(data, { raw })
      .resize(within(SIZES[size]))
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return [size, { bytes: made.data, width: made.info.width, height: made.info.height }];
  };
  const copies = await Promise.all((Object.keys(SIZES) as Size[]).map(encoded));
  return ok(Object.fromEntries(copies) as Record<Size, Encoded>);
};
