/**
 * Compiles every `wasm/<kernel>/<kernel>.as.ts` to a module without imports, beside its source.
 *
 *     deno run -A wasm/_bridge/build.ts
 *
 * Fresh kernels are left alone and the compiler is not even loaded. The module is written under
 * another name and moved, so that two builds at once never leave half a file.
 */
const flags = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--use", "abort="];
const root = new URL("../", import.meta.url);

/** The kernels whose module is missing or older than its source or these flags. */
export function staleKernels(folder = root): { source: URL; module: URL }[] {
  const flagsChangedAt = changedAt(new URL(import.meta.url));
  return kernels(folder).filter(({ source, module }) =>
    changedAt(module) < Math.max(changedAt(source), flagsChangedAt)
  );
}

function kernels(folder: URL): { source: URL; module: URL }[] {
  const found = [];
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const source = new URL(`${name}/${name}.as.ts`, folder);
    if (!isDirectory || changedAt(source) < 0) continue;
    found.push({ source, module: new URL(`${name}/${name}.wasm`, folder) });
  }
  return found.sort((a, b) => a.source.href < b.source.href ? -1 : 1);
}

function changedAt(file: URL): number {
  try {
    return Deno.statSync(file).mtime?.getTime() ?? 0;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return -1;
    throw error;
  }
}

async function compile({ source, module }: { source: URL; module: URL }): Promise<void> {
  const { main } = await import("assemblyscript/asc");
  const folder = decodeURIComponent(new URL(".", source).pathname);
  const sourceName = decodeURIComponent(
    source.pathname.slice(source.pathname.lastIndexOf("/") + 1),
  );
  const draftName = `.${sourceName}.${Deno.pid}.draft`;
  const { error, stderr } = await main(
    [sourceName, "--baseDir", folder, "--outFile", draftName, ...flags],
  );
  if (error) throw new Error(`${sourceName} does not compile\n${stderr}`);
  Deno.renameSync(folder + draftName, decodeURIComponent(module.pathname));
}

if (import.meta.main) {
  for (const kernel of staleKernels()) {
    const startedMs = performance.now();
    await compile(kernel);
    const tookMs = Math.round(performance.now() - startedMs);
    console.log(`${kernel.module.pathname.slice(root.pathname.length)} built in ${tookMs} ms`);
  }
}
