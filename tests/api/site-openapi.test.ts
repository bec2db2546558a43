import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Route, routes } from "../../functions/routes.ts";
import { openapiNow } from "../../infra/openapi.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { openapiOf } from "../../shared/platform/openapi.ts";

// biome-ignore lint/suspicious/noExplicitAny: a JSON document, looked into here and there
type Document = any;

const now: Document = JSON.parse(JSON.stringify(await openapiNow()));
const operations = (document: Document): [string, Document][] =>
  Object.entries<Document>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Document>(methods).map(([method, operation]): [string, Document] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(now));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(now.openapi).toMatch(/^3\.1\./);
  });

  test("describes no page", () => {
    for (const [key] of operations(now)) expect(key).toMatch(/ \/(?:v1\/|health$|openapi\.json$)/);
  });

  test("says for every operation what it does, who may, and how a refusal looks", () => {
    const byKey = new Map(
      Object.values(routes as Record<string, Route>).map((route) => [route.key as string, route]),
    );
    for (const [key, operation] of operations(now)) {
      expect(operation.summary).toMatch(/^\S.+\S$/);
      expect(operation.responses.default).toEqual({ $ref: "#/components/responses/Problem" });
      const { by } = byKey.get(key)?.who ?? { by: "" };
      expect(operation.security).toEqual(
        by === "staff-token" ? [{ staff: [] }] : by === "voter-token" ? [{ voter: [] }] : [],
      );
    }
  });

  test("refers only to what it holds", () => {
    for (const [, place = ""] of JSON.stringify(now).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = place.split("/").reduce((at: Document, step) => at?.[step], now);
      expect([place, found === undefined]).toEqual([place, false]);
    }
  });

  test("names the ballot's key as required", () => {
    const { parameters } = now.paths["/v1/cycles/{cycleId}/ballots"].post;
    expect(parameters).toContainEqual({ $ref: "#/components/parameters/BallotKey" });
    expect(now.components.parameters.BallotKey).toMatchObject({ name: "Idempotency-Key", required: true });
  });
});

describe("the generator", () => {
  const route = { key: "POST /v1/things/{thingId}", fn: "site", who: { by: "anyone" } } as const;
  const Thing = z
    .strictObject({ name: z.string(), size: z.int().min(0).max(9).default(1) })
    .meta({ id: "TestThing" });
  const Box = z.object({ thing: Thing }).meta({ id: "TestBox" });
  const document: Document = openapiOf({
    version: "1",
    routes: { postThing: route },
    endpoints: [
      endpoint(route, {
        summary: "Make a thing",
        params: z.object({ thingId: z.string() }),
        query: z.strictObject({ limit: z.coerce.number().int().min(1).max(5).optional(), q: z.string() }),
        body: Box,
        replies: { 201: Box, 200: "text/csv" },
        handle: () => ({ status: 201 }),
      }),
    ],
  });
  const { post } = document.paths["/v1/things/{thingId}"];

  test("tells what is sent from what is got where a default stands between", () => {
    expect(document.components.schemas.TestThing.required).toEqual(["name", "size"]);
    expect(document.components.schemas.TestThingInput.required).toEqual(["name"]);
    expect(post.requestBody.content["application/json"].schema).toEqual({
      $ref: "#/components/schemas/TestBoxInput",
    });
    expect(post.responses[201].content["application/json"].schema).toEqual({
      $ref: "#/components/schemas/TestBox",
    });
  });

  test("takes a media type for a file, and a parameter for each part of path and query", () => {
    expect(post.responses[200].content).toEqual({ "text/csv": {} });
    expect(post.parameters).toContainEqual({
      name: "thingId",
      in: "path",
      required: true,
      schema: { type: "string" },
    });
    expect(post.parameters).toContainEqual({
      name: "limit",
      in: "query",
      required: false,
      schema: { type: "integer", minimum: 1, maximum: 5 },
    });
    expect(post.parameters.find(({ name }: Document) => name === "q").required).toBe(true);
    expect(post.parameters).toContainEqual({ $ref: "#/components/parameters/IdempotencyKey" });
  });

  test("names the route whose schema cannot be written down", () => {
    const broken = endpoint(route, {
      summary: "x",
      params: z.object({ thingId: z.string() }),
      replies: { 200: z.date() },
      handle: () => ({ status: 200 }),
    });
    expect(() => openapiOf({ version: "1", routes: { postThing: route }, endpoints: [broken] })).toThrow(
      /postThing/,
    );
  });
});
