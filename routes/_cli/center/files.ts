import { dbFiles } from "./db_files.ts";
import { domainFiles } from "./domain_files.ts";
import { jobsFiles } from "./jobs_files.ts";
import type { Names } from "./names.ts";
import { routesFiles } from "./routes_files.ts";
import { viewsFiles } from "./views_files.ts";

/** The new files of a center by path: a thing that is open or closed, with everything that belongs to it. */
export function filesOf(names: Names): Record<string, string> {
  return {
    ...domainFiles(names),
    ...dbFiles(names),
    ...viewsFiles(names),
    ...routesFiles(names),
    ...jobsFiles(names),
  };
}
