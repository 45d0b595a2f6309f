import { paths } from "./paths.ts";

const manifestUrl = new URL("../_assets/built/manifest.json", import.meta.url);
let manifest: Record<string, string> | undefined;

function readManifest(): Record<string, string> {
  try {
    return JSON.parse(Deno.readTextFileSync(manifestUrl)).files;
  } catch (cause) {
    throw new Error("views/_assets/built is missing: run `deno task build`", { cause });
  }
}

/** The fingerprinted address of a built file: `assetPath("quanyu.css")`. */
export function assetPath(name: "quanyu.css" | "quanyu.js" | "pad.js" | "htmx.js"): string {
  manifest ??= readManifest();
  const file = manifest[name];
  if (!file) throw new Error(`no built asset is called ${name}`);
  return paths.asset(file);
}
