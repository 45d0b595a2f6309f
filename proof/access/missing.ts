import { routes } from "~/routes/mod.ts";
import { missing, readExpected } from "./expected.ts";
import { requests } from "./requests.ts";

/** Prints the rows of expected.csv that a person has still to think about and to fill in. */
if (import.meta.main) {
  for (const { method, path, principals } of missing(routes, readExpected())) {
    for (const principal of principals) console.log(`${method},${path},${principal},,,,,,,`);
  }
  for (const { method, path, resource, action } of routes) {
    if (`${method} ${path}` in requests) continue;
    console.log(`# requests.ts has no template for ${method} ${path} (${resource}.${action})`);
  }
}
