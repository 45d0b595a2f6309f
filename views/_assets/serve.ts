const built = new URL("built/", import.meta.url);

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

type Encoding = "br" | "gzip" | "identity";

interface Stored {
  type: string;
  bodies: Record<Encoding, Uint8Array<ArrayBuffer>>;
}

export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  encoding: Encoding;
  /** Ready for a Response: a fingerprinted file never changes, so it is kept for a year. */
  headers: Record<string, string>;
}

let store: Map<string, Stored> | undefined;

function load(): Map<string, Stored> {
  const { files } = JSON.parse(Deno.readTextFileSync(new URL("manifest.json", built)));
  const loaded = new Map<string, Stored>();
  for (const file of Object.values<string>(files)) {
    const read = (suffix: string) => Deno.readFileSync(new URL(file + suffix, built));
    const type = types[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    loaded.set(file, { type, bodies: { br: read(".br"), gzip: read(".gz"), identity: read("") } });
  }
  return loaded;
}

/** The best encoding the client accepts; `q=0` is a refusal. */
function negotiate(accept: string): Encoding {
  const offered = new Set(
    accept.split(",").map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(";")[0]),
  );
  return offered.has("br") ? "br" : offered.has("gzip") ? "gzip" : "identity";
}

/**
 * A built file by its fingerprinted name, from memory; undefined when there is none (404). Only
 * names of the manifest exist, so no path can leave the folder.
 */
export function asset(file: string, acceptEncoding = ""): Asset | undefined {
  store ??= load();
  const found = store.get(file);
  if (!found) return undefined;
  const encoding = negotiate(acceptEncoding);
  const body = found.bodies[encoding];
  const headers: Record<string, string> = {
    "content-type": found.type,
    "content-length": String(body.length),
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
  };
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  return { body, type: found.type, encoding, headers };
}
