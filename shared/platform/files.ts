import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Environment } from "./env.ts";
import { publicFile } from "./public-files.ts";

/** Bytes of a file, from `start` to, not including, `end`; a file may end before. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Files by path: what the count writes for the publication. */
export interface Files {
  readonly put: (path: string, bytes: Uint8Array, type: string) => Promise<void>;
  /** A whole file, or a part of it that begins before its end. */
  readonly get: (path: string, part?: Part) => Promise<Uint8Array | undefined>;
}

/** The files of this deployment, in its bucket. */
export const filesOnAws = ({ FILES_BUCKET: bucket }: Environment): Files => {
  const client = new S3Client({});
  return {
    put: async (path, bytes, type) => {
      const about = publicFile(path);
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: path,
          Body: bytes,
          ContentType: about?.type ?? type,
          CacheControl: about?.cacheControl,
          ContentDisposition: about?.disposition,
        }),
      );
    },
    get: async (path, part) => {
      try {
        const Range = part && `bytes=${part.start}-${part.end - 1}`;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path, Range }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
};
