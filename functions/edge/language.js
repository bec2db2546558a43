/**
 * Takes the language off the path, so that a page has one route in both languages: `/en/projekty` goes on as `/projekty` and a header that
 * says `en`, which nobody outside can set. `/en/` stays as it is: like every path with a slash at its end, it leads to the one without.
 *
 * CloudFront runs it on every request (JavaScript runtime 2.0: no imports, no exports, a subset of the language), and the local gateway
 * runs the same file.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function of this name
function handler(event) {
  const request = event.request;
  if (/^\/en(?=\/.|$)/.test(request.uri)) {
    request.uri = request.uri.slice(3) || "/";
    request.headers["x-rynek-language"] = { value: "en" };
  } else {
    delete request.headers["x-rynek-language"];
  }
  return request;
}
