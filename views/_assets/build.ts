import * as esbuild from "esbuild";
import { Buffer } from "node:buffer";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = new URL("./", import.meta.url);
const root = new URL("../../", here);

/** What pages ask for, and what each is made from. */
const entries: Record<string, string> = {
  "quanyu.css": "views/_assets/css/quanyu.css",
  "quanyu.js": "views/_assets/js/quanyu.ts",
  "pad.js": "views/_assets/js/pad.ts",
};
const htmx = "node_modules/htmx.org/dist/htmx.min.js";
/** light-dark() and oklch() reach the browser as written. */
const target = ["chrome125", "safari17.5", "firefox128"];

export interface Manifest {
  /** A digest of every source: the build is fresh while it is the same. */
  sources: string;
  files: Record<string, string>;
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return hash.toHex();
}

function sourceFiles(): URL[] {
  const found = [new URL("build.ts", here), new URL("deno.json", root), new URL(htmx, root)];
  for (const folder of ["css/", "js/"]) {
    const names = [...Deno.readDirSync(new URL(folder, here))].map((entry) => entry.name).sort();
    found.push(...names.map((name) => new URL(folder + name, here)));
  }
  return found;
}

function sourcesDigest(): Promise<string> {
  const parts = sourceFiles().map((url) => Deno.readFileSync(url));
  return digest(new Uint8Array(Buffer.concat(parts)));
}

/** Bundled and minified bytes by the name pages use; the same sources give the same bytes. */
export async function bundle(): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const made: Record<string, Uint8Array<ArrayBuffer>> = {
    "htmx.js": Deno.readFileSync(new URL(htmx, root)),
  };
  for (const [name, entry] of Object.entries(entries)) {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: Deno.realPathSync(root),
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      charset: "utf8",
      legalComments: "none",
      target,
    });
    made[name] = new Uint8Array(outputFiles[0]!.contents);
  }
  await esbuild.stop();
  return made;
}

/** Brotli 11 and gzip 9: paid once here, never for a request. */
export function compress(bytes: Uint8Array): { br: Uint8Array; gz: Uint8Array } {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) };
}

async function writeBuilt(built: URL, sources: string): Promise<Manifest> {
  const files: Record<string, string> = {};
  Deno.mkdirSync(built, { recursive: true });
  for (const [name, bytes] of Object.entries(await bundle())) {
    const dot = name.lastIndexOf(".");
    const file = `${name.slice(0, dot)}.${(await digest(bytes)).slice(0, 10)}${name.slice(dot)}`;
    const { br, gz } = compress(bytes);
    Deno.writeFileSync(new URL(file, built), bytes);
    Deno.writeFileSync(new URL(`${file}.br`, built), br);
    Deno.writeFileSync(new URL(`${file}.gz`, built), gz);
    files[name] = file;
    console.log(`${file} ${bytes.length} br ${br.length} gz ${gz.length}`);
  }
  const manifest = { sources, files };
  // The manifest is written last: a half-finished build is never fresh.
  Deno.writeTextFileSync(new URL("manifest.json", built), JSON.stringify(manifest));
  removeStale(built, Object.values(files));
  return manifest;
}

function removeStale(built: URL, files: string[]): void {
  for (const { name } of Deno.readDirSync(built)) {
    const kept = name === "manifest.json" || files.some((file) => name.startsWith(file));
    if (!kept) Deno.removeSync(new URL(name, built));
  }
}

if (import.meta.main) {
  const built = new URL("built/", here);
  const sources = await sourcesDigest();
  let known: Manifest | undefined;
  try {
    known = JSON.parse(Deno.readTextFileSync(new URL("manifest.json", built)));
  } catch {
    // A first build has no manifest.
  }
  if (known?.sources !== sources) await writeBuilt(built, sources);
}
