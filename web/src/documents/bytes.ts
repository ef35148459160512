import { locale } from "../words";

/** A file's size as people say it. */
export function useBytes(): (bytes: number) => string {
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
  return bytes => {
    if (bytes < 1000) return `${bytes} B`;
    return bytes < 2 ** 20 ? `${number.format(Math.ceil(bytes / 1024))} KB` : `${number.format(bytes / 2 ** 20)} MB`;
  };
}
