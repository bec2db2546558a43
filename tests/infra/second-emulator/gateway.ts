import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import { jwtAuthorizer } from "../../../infra/local/gateway/authorizer.ts";
import { publicFiles } from "../../../infra/local/gateway/public-files.ts";
import { type Gateway, openGateway } from "../../../infra/local/gateway.ts";
import type { GatewayRow } from "../../../shared/platform/gateway.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import { KATOWICE } from "../../kit/katowice.ts";
import { calledThrough } from "./assembly.ts";
import type { Config } from "./beforehand.ts";
import type { Deployed } from "./deployed.ts";
import type { Template } from "./pruned.ts";

const Joined = z.object({
  "Fn::Join": z.tuple([z.string(), z.tuple([z.literal("integrations/"), z.object({ Ref: z.string() })])]),
});
const Route = z.object({ RouteKey: z.string(), Target: Joined, AuthorizationType: z.enum(["JWT", "NONE"]) });
const Integration = z.object({ IntegrationUri: z.object({ Ref: z.string() }) });

/** The gateway's rows as a template has them. */
export const rowsOf = (template: Template, prefix: string): GatewayRow[] => {
  const { Resources } = template;
  const propertiesOf = (id: string) => Resources[id]?.Properties;
  return Object.values(Resources)
    .filter(({ Type }) => Type === "AWS::ApiGatewayV2::Route")
    .map(({ Properties }) => {
      const { RouteKey, Target, AuthorizationType } = Route.parse(Properties);
      const [, [, { Ref }]] = Target["Fn::Join"];
      const { IntegrationUri } = Integration.parse(propertiesOf(Ref));
      return {
        key: RouteKey,
        fn: calledThrough(template, IntegrationUri.Ref).replace(prefix, "") as FunctionName,
        guard: AuthorizationType === "JWT" ? "staff-token" : "none",
      };
    });
};

interface Before {
  readonly template: Template;
  readonly prefix: string;
  readonly deployed: Deployed;
  readonly config: Config;
}

/** A front and a gateway before the functions, as the template has them. */
export const openFront = async ({ template, prefix, deployed, config }: Before): Promise<Gateway> => {
  const env = await deployed.environmentOf(`${prefix}site`);
  const { STAFF_ISSUER = "", STAFF_CLIENT_ID = "", STAFF_POOL, FRONT_SECRET = "", FILES_BUCKET } = env;
  const clock = { now: () => Date.now() };
  const keys: JSONWebKeySet = JSON.parse(
    await (await fetch(`${config.endpoint}/${STAFF_POOL}/.well-known/jwks.json`)).text(),
  );
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  return openGateway({
    spoken: KATOWICE.languages,
    rows: rowsOf(template, prefix),
    invoke: (fn, event) => deployed.invoke(`${prefix}${fn}`, event),
    authorizer: jwtAuthorizer({ issuer: STAFF_ISSUER, audience: STAFF_CLIENT_ID, keys, clock }),
    clock,
    frontSecret: FRONT_SECRET,
    files: publicFiles({
      get: async (path) => {
        try {
          const { Body } = await s3.send(new GetObjectCommand({ Bucket: FILES_BUCKET, Key: path }));
          return await Body?.transformToByteArray();
        } catch (error) {
          if (error instanceof NoSuchKey) return undefined;
          throw error;
        }
      },
    }),
    // A first request starts its function.
    answeringMs: 60_000,
    waitMs: 60_000,
    port: 0,
    host: "127.0.0.1",
  });
};
