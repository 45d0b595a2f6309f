import { z } from "zod";
import { type Importer, type ImportKind, rightOf } from "./kind.ts";
import { scopeFor } from "~/routes/_entry/permit.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { importBytes, readBytes } from "~/routes/_entry/body.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { Forbidden, NotFound } from "~/routes/_entry/errors.ts";
import { type Route, route } from "~/routes/_entry/route.ts";
import { ImportPage } from "~/views/_import/import_page.tsx";
import { UploadPage } from "~/views/_import/upload_page.tsx";
import { importWords } from "~/views/_import/text.ts";
import { paths } from "~/views/_kit/paths.ts";
import { fileRefusalText } from "../import_command.ts";
import { importFile, type ImportReport } from "./import_file.ts";
import { findKind, importKinds } from "./kinds.ts";
import { type Upload, Uploads } from "./uploads.ts";

/** Which kinds one may bring in is asked by each kind's own right, inside. */
const atHome = { resource: "home", action: "read" } as const;

function mayImport(ctx: AnyCtx, kind: ImportKind): boolean {
  const { resource, action } = rightOf(kind, ctx.principal);
  return ctx.may(resource as "product", action as "import");
}

function importerOf(ctx: AnyCtx): Importer {
  const { dealerId, roles } = ctx.principal;
  return { dealerId, roles, may: (resource, action) => ctx.may(resource, action) };
}

function kindsFor(ctx: AnyCtx): ImportKind[] {
  const kinds = importKinds.filter((kind) => mayImport(ctx, kind));
  if (kinds.length === 0) throw new Forbidden("import");
  return kinds;
}

function kindFor(ctx: AnyCtx, name: string): ImportKind {
  const kind = findKind(name);
  if (!kind) throw new NotFound("import kind");
  if (!mayImport(ctx, kind)) throw new Forbidden(`import ${name}`);
  return kind;
}

function uploadsOf({ house, principal }: AnyCtx): Uploads {
  return new Uploads(house.config.dataFolder, principal.userId);
}

function formPage(ctx: AnyCtx, wanted: string | undefined, error?: string): Response {
  const kinds = kindsFor(ctx);
  const kind = kinds.find(({ name }) => name === wanted) ?? kinds[0]!;
  const { lang } = ctx;
  return html(
    <ImportPage
      shell={ctx.shell}
      kinds={kinds.map(({ name, title }) => ({ value: name, label: title[lang] }))}
      kind={kind.name}
      columns={kind.columns.map((column) => ({
        required: column.required === true,
        names: column[lang],
      }))}
      error={error}
    />,
    error ? 422 : 200,
  );
}

const importForm = route({
  method: "GET",
  path: "/import",
  ...atHome,
  query: z.object({ kind: z.string().max(40).optional() }),
  handle: (ctx) => formPage(ctx, ctx.query.kind),
});

/** One pass over the file: a preview, or the thing itself, within what this person may change. */
function pass(ctx: AnyCtx, id: string, { kind, dryRun }: { kind: ImportKind; dryRun: boolean }) {
  const uploads = uploadsOf(ctx);
  const { resource, action } = rightOf(kind, ctx.principal);
  return importFile({
    engine: ctx.engine,
    kind,
    author: ctx.author,
    importer: importerOf(ctx),
    scope: scopeFor(ctx.principal, resource as "product", action as "import"),
    lang: ctx.lang,
    dryRun,
  }, { path: uploads.path(id), errorPath: uploads.errorPath(id) });
}

const importUpload = route({
  method: "POST",
  path: "/import",
  ...atHome,
  raw: true,
  async handle(ctx) {
    const { request, lang } = ctx;
    kindsFor(ctx);
    const bytes = await readBytes(request, importBytes);
    const type = request.headers.get("content-type") ?? "";
    const form = await new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { "content-type": type },
    }).formData().catch(() => new FormData());
    const kind = kindFor(ctx, String(form.get("kind") ?? ""));
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      return formPage(ctx, kind.name, importWords(lang).noFile);
    }
    const id = ctx.engine.seams.newId();
    const uploads = uploadsOf(ctx);
    await uploads.keep(id, new Uint8Array(await file.arrayBuffer()));
    const preview = await pass(ctx, id, { kind, dryRun: true });
    if (preview.refused) return formPage(ctx, kind.name, fileRefusalText(preview.refused, lang));
    const fileName = file.name.slice(0, 120);
    await uploads.note(id, { kind: kind.name, fileName, preview, result: null, doneAt: null });
    return goTo(ctx, paths.importRun(id));
  },
});

type Read = Exclude<ImportReport, { refused: object }>;

function readReport({ preview, result }: Upload): Read {
  const report = result ?? preview;
  if (report.refused) throw new NotFound("upload");
  return report;
}

const importRun = route({
  method: "GET",
  path: "/import/:id",
  ...atHome,
  async handle(ctx) {
    const { lang, now } = ctx;
    const { id } = ctx.params;
    const upload = await uploadsOf(ctx).find(id);
    const kind = kindFor(ctx, upload.kind);
    return html(
      <UploadPage
        shell={ctx.shell}
        reading={{ lang, now }}
        id={id}
        kind={{ name: kind.name, title: kind.title[lang] }}
        fileName={upload.fileName}
        doneAt={upload.doneAt}
        report={readReport(upload)}
      />,
    );
  },
});

const importApplication = route({
  method: "POST",
  path: "/import/:id/application",
  ...atHome,
  async handle(ctx) {
    const { id } = ctx.params;
    const uploads = uploadsOf(ctx);
    const upload = await uploads.find(id);
    const kind = kindFor(ctx, upload.kind);
    const result = await pass(ctx, id, { kind, dryRun: false });
    await uploads.note(id, { ...upload, result, doneAt: ctx.now });
    return goTo(ctx, paths.importRun(id));
  },
});

const importErrors = route({
  method: "GET",
  path: "/import/:id/errors",
  ...atHome,
  async handle(ctx) {
    const { id } = ctx.params;
    const uploads = uploadsOf(ctx);
    const { kind } = await uploads.find(id);
    kindFor(ctx, kind);
    return new Response(await uploads.errors(id), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${kind}.errors.csv"`,
      },
    });
  },
});

export const importRoutes: Route[] = [
  importForm,
  importUpload,
  importRun,
  importApplication,
  importErrors,
];
