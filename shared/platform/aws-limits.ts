/** A limit of AWS that a request, an answer, a letter or an item meets. */
export interface AwsLimit {
  readonly most: number;
  readonly unit: "bytes" | "ms" | "seconds" | "items" | "recipients";
  /** Where AWS says so. */
  readonly source: string;
  /** What AWS answers to whoever passes it: a status of HTTP, or the name of an error. */
  readonly answers: number | string;
  /** What enforces it on one machine: a file of this house that reads the row, or the database engine. */
  readonly here: `infra/local/${string}.ts` | "the engine";
}

const CLOUDFRONT = "Amazon CloudFront Developer Guide";
const RULES = "AWS WAF Developer Guide, Baseline rule groups, Core rule set (CRS)";
const HTTP_API = "API Gateway Developer Guide, Quotas for configuring and running an HTTP API";
const LAMBDA = "AWS Lambda Developer Guide, Lambda quotas, Function configuration, deployment, and execution";
const DYNAMODB = "Amazon DynamoDB Developer Guide, Quotas in Amazon DynamoDB";
const SES = "Amazon SES Developer Guide, Service quotas in Amazon SES";
const S3 = "Amazon S3 API Reference";
const FRONT = "infra/local/gateway/limits.ts";

/**
 * What AWS takes and gives, at most. The local host refuses what is beyond as AWS would, and what has to stay below reckons from here: a
 * limit stands nowhere else. `tests/local/aws-limits.test.ts` passes each of them once.
 */
export const LIMITS = {
  url: {
    most: 8192,
    unit: "bytes",
    source: `${CLOUDFRONT}, Quotas, General quotas: maximum length of a URL`,
    answers: 413,
    here: FRONT,
  },
  /** The request line and all headers, names too. */
  headersAtEdge: {
    most: 32_768,
    unit: "bytes",
    source: `${CLOUDFRONT}, Quotas, General quotas: maximum length of a request, including headers and query strings`,
    answers: 413,
    here: "infra/local/gateway/guard.ts",
  },
  path: {
    most: 1024,
    unit: "bytes",
    source: `${RULES}: SizeRestrictions_URIPATH`,
    answers: 403,
    here: "infra/local/gateway/firewall.ts",
  },
  query: {
    most: 2048,
    unit: "bytes",
    source: `${RULES}: SizeRestrictions_QUERYSTRING`,
    answers: 403,
    here: "infra/local/gateway/firewall.ts",
  },
  /** All of them together. */
  cookies: {
    most: 10_240,
    unit: "bytes",
    source: `${RULES}: SizeRestrictions_Cookie_HEADER`,
    answers: 403,
    here: "infra/local/gateway/firewall.ts",
  },
  /** Of a request that only reads. */
  bodyOfGet: {
    most: 0,
    unit: "bytes",
    source: `${CLOUDFRONT}, Request and response behavior for custom origins, GET requests that include a body`,
    answers: 403,
    here: FRONT,
  },
  /** The request line and the values of headers, as CloudFront sends them on. */
  headers: {
    most: 10_240,
    unit: "bytes",
    source: `${HTTP_API}: total combined size of request line and header values`,
    answers: 431,
    here: FRONT,
  },
  body: {
    most: 10_485_760,
    unit: "bytes",
    source: `${HTTP_API}: payload size`,
    answers: 413,
    here: "infra/local/gateway/dispatch.ts",
  },
  /** What a function is handed: the request as JSON, in which a body that is no text counts in base64. */
  event: {
    most: 6_291_456,
    unit: "bytes",
    source: `${LAMBDA}: invocation payload, synchronous request`,
    answers: 413,
    here: FRONT,
  },
  /** What a function hands back: the answer as JSON, in which bytes count in base64 and a quotation mark counts twice. */
  answer: {
    most: 6_291_556,
    unit: "bytes",
    source: `${LAMBDA}: invocation payload, synchronous response; the runtime's "Exceeded maximum allowed payload size (6291556 bytes)"`,
    answers: 500,
    here: FRONT,
  },
  /** How long the gateway waits. */
  wait: {
    most: 30_000,
    unit: "ms",
    source: `${HTTP_API}: maximum integration timeout`,
    answers: 503,
    here: "infra/local/gateway/dispatch.ts",
  },
  letter: {
    most: 10_485_760,
    unit: "bytes",
    source: `${SES}: message size of the API's first version`,
    answers: "InvalidParameterValue",
    here: "infra/local/mailbox/ses.ts",
  },
  recipients: {
    most: 50,
    unit: "recipients",
    source: `${SES}: recipients of a message`,
    answers: "InvalidParameterValue",
    here: "infra/local/mailbox/ses.ts",
  },
  /** Before the @. What stands there is in ASCII, and a dot neither begins nor ends it nor follows another. */
  localPart: {
    most: 64,
    unit: "bytes",
    source: "RFC 5321 §4.5.3.1.1 and RFC 5322 §3.2.3 (dot-atom), by which SES reads addresses",
    answers: "InvalidParameterValue",
    here: "infra/local/mailbox/ses.ts",
  },
  text: {
    most: 1600,
    unit: "bytes",
    source: "Amazon SNS API Reference, Publish: a text to a phone",
    answers: "InvalidParameterException",
    here: "infra/local/mailbox/sns.ts",
  },
  /** What goes into a state, or comes out of it. */
  state: {
    most: 262_144,
    unit: "bytes",
    source:
      "AWS Step Functions Developer Guide, Service quotas: input or output of a task, state or execution",
    answers: "States.DataLimitExceeded",
    here: "infra/local/states/driver.ts",
  },
  /** What stands before the file in a form that puts one. */
  formFields: {
    most: 20_480,
    unit: "bytes",
    source: `${S3}, Error responses: MaxPostPreDataLengthExceeded; the fields before a file, at most 20 KB`,
    answers: "MaxPostPreDataLengthExceeded",
    here: "infra/local/s3/multipart.ts",
  },
  /** What one request puts. */
  object: {
    most: 5_368_709_120,
    unit: "bytes",
    source: `${S3}, PutObject and Error responses: EntityTooLarge; an object in a single operation, at most 5 GB`,
    answers: "EntityTooLarge",
    here: "infra/local/s3/door.ts",
  },
  /** How long an address bears its signature. */
  signature: {
    most: 604_800,
    unit: "seconds",
    source: `${S3}, Authenticating Requests: Using Query Parameters (AWS Signature Version 4): X-Amz-Expires`,
    answers: "AuthorizationQueryParametersError",
    here: "infra/local/s3/signature.ts",
  },
  item: {
    most: 409_600,
    unit: "bytes",
    source: `${DYNAMODB}: items, item size`,
    answers: "ValidationException",
    here: "the engine",
  },
  transaction: {
    most: 100,
    unit: "items",
    source: `${DYNAMODB}: transactions, TransactWriteItems`,
    answers: "ValidationException",
    here: "the engine",
  },
  batchRead: {
    most: 100,
    unit: "items",
    source: `${DYNAMODB}: BatchGetItem`,
    answers: "ValidationException",
    here: "the engine",
  },
  batchWrite: {
    most: 25,
    unit: "items",
    source: `${DYNAMODB}: BatchWriteItem`,
    answers: "ValidationException",
    here: "the engine",
  },
} as const satisfies Readonly<Record<string, AwsLimit>>;

/** How many requests somebody lets through. How many that are is a setting of the stage, or stands in the route table. */
export interface AwsRate {
  /** How long a request counts; a bucket has no window, nor has what runs at once. */
  readonly windowMs?: number;
  readonly source: string;
  /** What whoever comes too often is answered. */
  readonly answers: number;
  /** What counts on one machine. */
  readonly here: `infra/local/gateway/${string}.ts`;
  /** What counts on AWS: a type of resource, and the property that says how many. */
  readonly there: `AWS::${string}`;
}

const WAF = "AWS WAF Developer Guide, Rate-based rule statement";

/** `tests/local/aws-rates.test.ts` passes each of them once, and finds it in the template. */
export const RATES = {
  perAddress: {
    windowMs: 300_000,
    source: `${WAF}: aggregate on the source IP, evaluation window`,
    answers: 429,
    here: "infra/local/gateway/firewall.ts",
    there: "AWS::WAFv2::WebACL Rules",
  },
  /** Where something is sent. */
  perPath: {
    windowMs: 60_000,
    source: `${WAF}: aggregate on custom keys, evaluation window`,
    answers: 429,
    here: "infra/local/gateway/firewall.ts",
    there: "AWS::WAFv2::WebACL Rules",
  },
  /** A row without a limit of its own. */
  row: {
    source: "API Gateway Developer Guide, Throttle requests to your HTTP APIs: default route throttling",
    answers: 429,
    here: "infra/local/gateway/throttles.ts",
    there: "AWS::ApiGatewayV2::Stage DefaultRouteSettings",
  },
  limitedRow: {
    source: "API Gateway Developer Guide, Throttle requests to your HTTP APIs: route-level throttling",
    answers: 429,
    here: "infra/local/gateway/throttles.ts",
    there: "AWS::ApiGatewayV2::Stage RouteSettings",
  },
  /** Functions of one name that run at once. The gateway does not hand on that Lambda says 429. */
  atOnce: {
    source: "AWS Lambda Developer Guide, Configuring reserved concurrency for a function",
    answers: 503,
    here: "infra/local/gateway/throttles.ts",
    there: "AWS::Lambda::Function ReservedConcurrentExecutions",
  },
} as const satisfies Readonly<Record<string, AwsRate>>;

/** Of text in an answer: half of what a function may hand back, since every character may count twice there; some of it for headers. */
export const TEXT_OF_ANSWER = Math.floor(LIMITS.answer.most / 2) - 65_536;

/** Of text in a request: a line break and a quotation mark count twice there, and a table has some. */
export const TEXT_OF_REQUEST = Math.floor((LIMITS.event.most * 7) / 8);

/** How long a function takes that answers requests: it gives up just before the gateway does, so that its log says so. */
export const ANSWERING_MS = LIMITS.wait.most - 1000;
