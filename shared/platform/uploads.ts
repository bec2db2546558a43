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
import { type Instant, milliseconds, secondsBetween } from "../domain/instant.ts";
import type { Environment } from "./env.ts";
import type { Part } from "./files.ts";
import { publicFile } from "./public-files.ts";

/** A file as it lies: `tag` is another one as soon as something else lies there. */
export interface Lying {
  readonly bytes: number;
  readonly tag: string;
}

/** What a form takes: one file, to one place, of these sizes. */
export interface FormOf {
  readonly path: string;
  readonly type: string;
  /** In bytes, from the least to the most. */
  readonly size: readonly [number, number];
  /** When it was made: the same form comes of the same. */
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** Where the browser goes once the file is there. */
  readonly leadsTo?: string | undefined;
}

/** A form that posts a file straight to its place; its fields come before the file, in their order. */
export interface PresignedForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface LinkOf {
  readonly type: string;
  readonly name: string;
  readonly at: Instant;
  readonly seconds: number;
}

/** Files that come in, in their bucket. What is not there is undefined. */
export interface Uploads {
  readonly form: (of: FormOf) => Promise<PresignedForm>;
  /** An address under which whoever has it reads a file for a while. */
  readonly link: (path: string, how: LinkOf) => Promise<string>;
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

/** Characters that a header may hold, and no others. */
const asHeader = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

export const openUploads = (Bucket: string, config: S3ClientConfig = {}): Uploads => {
  const client = new S3Client(config);
  const remove = async (path: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: path }));
  };
  return {
    form: async ({ path, type, size, at, expiresAt, leadsTo }) => {
      const { createPresignedPost } = await import("@aws-sdk/s3-presigned-post");
      // It signs by the clock of its client: by the moment at which the ticket was made, so that a repetition makes the same form.
      const signing = new S3Client(config);
      signing.config.systemClockOffset = milliseconds(at) - Date.now();
      return await createPresignedPost(signing, {
        Bucket,
        Key: path,
        Fields: {
          "Content-Type": type,
          ...(leadsTo === undefined
            ? { success_action_status: "204" }
            : { success_action_redirect: leadsTo }),
        },
        Conditions: [["content-length-range", ...size]],
        Expires: secondsBetween(at, expiresAt),
      });
    },

    link: async (path, { type, name, at, seconds }) => {
      const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner");
      const get = new GetObjectCommand({
        Bucket,
        Key: path,
        ResponseContentType: type,
        ResponseContentDisposition: asHeader(name),
        ResponseCacheControl: "no-store",
      });
      return await getSignedUrl(client, get, {
        expiresIn: seconds,
        signingDate: new Date(milliseconds(at)),
      });
    },

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
