/**
 * One line of the access log: which route, how it went, how long it took. Never path, query, address or browser: paths hold receipts and
 * queries hold the tokens of mailed links.
 */
export const accessLogFormat = JSON.stringify({
  requestId: "$context.requestId",
  time: "$context.requestTime",
  routeKey: "$context.routeKey",
  method: "$context.httpMethod",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  functionStatus: "$context.integrationStatus",
  functionLatencyMs: "$context.integrationLatency",
  responseBytes: "$context.responseLength",
});
