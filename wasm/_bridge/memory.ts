/**
 * Views over a kernel's memory, made once and made again only when the memory has grown (growing
 * detaches every older view, and a detached view reads as empty without any error) or when the
 * kernel has moved its arrays, which the caller tells by another `layout` number.
 */
export function viewsOver<Views>(
  memory: WebAssembly.Memory,
  make: (buffer: ArrayBuffer) => Views,
): (layout?: number) => Views {
  let buffer: ArrayBuffer | null = null;
  let madeFor = 0;
  let views: Views;
  return (layout = 0) => {
    if (memory.buffer !== buffer || layout !== madeFor) {
      buffer = memory.buffer as ArrayBuffer;
      madeFor = layout;
      views = make(buffer);
    }
    return views;
  };
}
