/** A path of ours to go back to; anything that could lead elsewhere becomes the home page. */
export function ownPath(asked: string | null | undefined): string {
  if (!asked || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes("\\")) return "/";
  const url = new URL(asked, "http://own.invalid");
  return url.origin === "http://own.invalid" ? url.pathname + url.search : "/";
}
