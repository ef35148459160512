import type { TFunction } from "i18next";

const here = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Who asked, in words: "http:127.0.0.1" is "pelo HTTP, deste computador". What is not known is shown as it is. */
export function whoText(by: string | undefined, t: TFunction): string {
  if (!by) return t("panel:who.unknown");
  const [way, ...rest] = by.split(":");
  const from = rest.join(":");
  if (way === "http") return here.has(from) ? t("panel:who.httpHere") : t("panel:who.http", { from });
  if (by === "gemeo:reconcile") return t("panel:who.reconcile");
  return way === "ws" || way === "chat" || way === "mcp" ? t(`panel:who.${way}`) : by;
}
