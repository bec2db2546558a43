/**
 * Takes the language off the path, so that a page has one route in all languages: `/uk/projekty` goes on as `/projekty` and a header that
 * says `uk`, which nobody outside can set. `/uk/` stays as it is: like every path with a slash at its end, it leads to the one without.
 *
 * CloudFront runs it on every request (JavaScript runtime 2.0: no imports, no exports, a subset of the language), and the local gateway
 * runs the same file. CODES stands for the codes of the city's languages: whoever installs it puts them in. What stands under the code of
 * another is a path that is nowhere.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function of this name
function handler(event) {
  const request = event.request;
  const prefix = /^\/(CODES)(?=\/.|$)/.exec(request.uri);
  if (prefix) {
    request.uri = request.uri.slice(prefix[0].length) || "/";
    request.headers["x-rynek-language"] = { value: prefix[1] };
  } else {
    delete request.headers["x-rynek-language"];
  }
  return request;
}
