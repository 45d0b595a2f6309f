import { BadCenterName } from "./center/names.ts";
import { writeCenter } from "./center/write_center.ts";

/** `deno task center NAME`: the skeleton of a new center, ready to build, run and be filled. */
const root = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");

try {
  const touched = await writeCenter(root, Deno.args[0]);
  touched.forEach((path) => console.log(path));
  console.log(
    "Next: deno fmt, deno task ok. It asks for a row in proof/access/expected.csv for each new route.",
  );
} catch (error) {
  if (!(error instanceof BadCenterName)) throw error;
  console.error(error.message);
  Deno.exit(2);
}
