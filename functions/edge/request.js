/**
 * Takes the language off the path, so that a page has one route in all languages: `/uk/projekty` goes on as `/projekty` and a header that
 * says `uk`, which nobody outside can set. `/uk/` stays as it is: like every path with a slash at its end, it leads to the one without. And
 * takes off the query what no public page or list asks for (`?fbclid=…`, `?_=17`): each would be a copy of its own in the cache.
 *
 * CloudFront runs it on every request (JavaScript runtime 2.0: no imports, no exports, a subset of the language), and the local gateway
 * runs the same file. CODES stands for the codes of the city's languages, QUERIES for the names of parameters: whoever installs it puts them in.
 * What stands under the code of another is a path that is nowhere.
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
  if (!/^\/(?:urzad|v1\/staff)(?:\/|$)/.test(request.uri)) {
    for (const name of Object.keys(request.querystring))
      if (!/^(?:QUERIES)$/.test(name)) delete request.querystring[name];
  }
  return request;
}
