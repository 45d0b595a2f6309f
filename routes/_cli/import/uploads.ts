import { NotFound } from "~/routes/_entry/errors.ts";
import type { ImportReport } from "./import_file.ts";

/** A file somebody handed in, what it would do, and what it did. */
export type Upload = {
  kind: string;
  fileName: string;
  preview: ImportReport;
  result: ImportReport | null;
  doneAt: string | null;
};

const uploadsKept = 20;
const idShape = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Uploads lie in the data folder, each person's apart; nobody finds the way to another's. */
export class Uploads {
  readonly folder: string;

  constructor(dataFolder: string, userId: string) {
    this.folder = `${dataFolder}/imports/${userId}`;
  }

  async keep(id: string, bytes: Uint8Array): Promise<void> {
    await Deno.mkdir(this.#at(id), { recursive: true, mode: 0o700 });
    await Deno.writeFile(this.path(id), bytes, { mode: 0o600 });
    await this.#forgetOld();
  }

  path(id: string): string {
    return `${this.#at(id)}/file.csv`;
  }

  errorPath(id: string): string {
    return `${this.#at(id)}/errors.csv`;
  }

  async note(id: string, upload: Upload): Promise<void> {
    await Deno.writeTextFile(`${this.#at(id)}/upload.json`, JSON.stringify(upload), {
      mode: 0o600,
    });
  }

  async find(id: string): Promise<Upload> {
    const text = await Deno.readTextFile(`${this.#at(id)}/upload.json`).catch(() => null);
    if (text === null) throw new NotFound("upload");
    return JSON.parse(text) as Upload;
  }

  async errors(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await Deno.readFile(this.errorPath(id)).catch(() => null);
    if (bytes === null) throw new NotFound("error file");
    return bytes;
  }

  #at(id: string): string {
    if (!idShape.test(id)) throw new NotFound("upload");
    return `${this.folder}/${id}`;
  }

  /** Ids sort by time: the oldest go first. */
  async #forgetOld(): Promise<void> {
    const ids: string[] = [];
    for await (const { name } of Deno.readDir(this.folder)) ids.push(name);
    for (const id of ids.sort().reverse().slice(uploadsKept)) {
      await Deno.remove(`${this.folder}/${id}`, { recursive: true });
    }
  }
}
