import {
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { Environment } from "./env.ts";
import { publicFile } from "./public-files.ts";

/** Bytes of a file, from `start` to, not including, `end`; a file may end before. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A file that is written a part after the other. Nobody sees it before it is closed, and never if it is not. */
export interface Writing {
  readonly add: (part: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Files by path: what the count writes for the publication. */
export interface Files {
  readonly put: (path: string, bytes: Uint8Array, type: string) => Promise<void>;
  /** A file that does not fit into memory. */
  readonly begin: (path: string, type: string) => Promise<Writing>;
  /** A whole file, or a part of it that begins before its end. */
  readonly get: (path: string, part?: Part) => Promise<Uint8Array | undefined>;
}

/** S3 takes parts of five megabytes and more, and ten thousand of them. */
const PART_BYTES = 8 << 20;
/** Parts go up with a checksum each, and the whole is put together by them: a locked bucket takes no other. */
const CHECKSUM = "CRC32";

type Target = Pick<PutObjectCommand["input"], "Bucket" | "Key">;

/** An object in parts; one that turns out to be small is put whole. What is not closed, the bucket clears away. */
const beginObject = (client: S3Client, { Bucket, Key }: Target, about: object): Writing => {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let UploadId: string | undefined;
  const Parts: CompletedPart[] = [];

  const send = async (): Promise<void> => {
    UploadId ??= (
      await client.send(
        new CreateMultipartUploadCommand({ Bucket, Key, ...about, ChecksumAlgorithm: CHECKSUM }),
      )
    ).UploadId;
    const PartNumber = Parts.length + 1;
    const Body = Buffer.concat(held);
    [held, heldBytes] = [[], 0];
    const { ETag, ChecksumCRC32 } = await client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ChecksumAlgorithm: CHECKSUM }),
    );
    Parts.push({ PartNumber, ETag, ChecksumCRC32 });
  };

  return {
    add: async (part) => {
      held.push(part);
      heldBytes += part.length;
      if (heldBytes >= PART_BYTES) await send();
    },
    close: async () => {
      if (Parts.length === 0) {
        await client.send(new PutObjectCommand({ Bucket, Key, ...about, Body: Buffer.concat(held) }));
        return;
      }
      if (heldBytes > 0) await send();
      await client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
    },
  };
};

/** The files of this deployment, in its bucket. */
export const filesOnAws = (
  { FILES_BUCKET: Bucket }: Pick<Environment, "FILES_BUCKET">,
  config: S3ClientConfig = {},
): Files => {
  const client = new S3Client(config);
  const aboutOf = (path: string, type: string) => {
    const about = publicFile(path);
    return {
      ContentType: about?.type ?? type,
      CacheControl: about?.cacheControl,
      ContentDisposition: about?.disposition,
    };
  };
  return {
    put: async (path, bytes, type) => {
      await client.send(new PutObjectCommand({ Bucket, Key: path, Body: bytes, ...aboutOf(path, type) }));
    },
    begin: async (path, type) => beginObject(client, { Bucket, Key: path }, aboutOf(path, type)),
    get: async (path, part) => {
      try {
        const Range = part && `bytes=${part.start}-${part.end - 1}`;
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: path, Range }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
};
