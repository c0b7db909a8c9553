/** Whether what a request asks for is text at all: no broken escapes in the path, and no NUL, which nothing here keeps. */
export function isReadableAddress(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  try {
    return !decodeURIComponent(path).includes("\0") && !url.includes("%00");
  } catch {
    return false;
  }
}
