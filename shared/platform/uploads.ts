import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Environment } from "./env.ts";
import type { Part } from "./files.ts";
import { publicFile } from "./public-files.ts";

/** A file as it lies: `tag` is another one as soon as something else lies there. */
export interface Lying {
  readonly bytes: number;
  readonly tag: string;
}

/** Files that come in, in their bucket. What is not there is undefined. */
export interface Uploads {
  /** A file as it comes, or a part of it that begins before its end; with a tag, only the file that bore it. */
  readonly read: (path: string, part?: Part, tag?: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  readonly lying: (path: string) => Promise<Lying | undefined>;
  /** The same file at another place; undefined where something else lies there by now. */
  readonly copy: (from: string, to: string, file: { tag: string; type: string }) => Promise<true | undefined>;
  /** Puts what is for everybody, and never changes under its path. */
  readonly show: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly removeUnder: (prefix: string) => Promise<void>;
}

const isGone = (error: unknown): boolean =>
  error instanceof NoSuchKey ||
  error instanceof NotFound ||
  (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412);

/** What is not there, or not any more, is nothing; other accidents are. */
const ifThere = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
};

export const openUploads = (Bucket: string, config: S3ClientConfig = {}): Uploads => {
  const client = new S3Client(config);
  const remove = async (path: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: path }));
  };
  return {
    read: async (path, part, tag) => {
      const Range = part && `bytes=${part.start}-${part.end - 1}`;
      const found = await ifThere(
        client.send(new GetObjectCommand({ Bucket, Key: path, Range, IfMatch: tag })),
      );
      return found?.Body as AsyncIterable<Uint8Array> | undefined;
    },

    lying: async (path) => {
      const found = await ifThere(client.send(new HeadObjectCommand({ Bucket, Key: path })));
      return found && { bytes: found.ContentLength ?? 0, tag: found.ETag ?? "" };
    },

    copy: async (from, to, { tag, type }) => {
      const copied = await ifThere(
        client.send(
          new CopyObjectCommand({
            Bucket,
            Key: to,
            CopySource: `${Bucket}/${from}`,
            CopySourceIfMatch: tag,
            MetadataDirective: "REPLACE",
            ContentType: type,
          }),
        ),
      );
      return copied && true;
    },

    show: async (path, bytes) => {
      const about = publicFile(path);
      if (!about) throw new Error(`${path} is no place for everybody to see`);
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: path,
          Body: bytes,
          ContentType: about.type,
          CacheControl: about.cacheControl,
        }),
      );
    },

    remove,
    removeUnder: async (Prefix) => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      for (const { Key = "" } of Contents) await remove(Key);
    },
  };
};

/** Files that come in to this deployment. */
export const uploadsOnAws = ({ UPLOADS_BUCKET }: Environment): Uploads => openUploads(UPLOADS_BUCKET);
