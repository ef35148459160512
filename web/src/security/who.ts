import { t } from "i18next";

/** Who did something, as the audit names them: a name; whoever is on the server's own machine is `local`, or its address. */
export const whoText = (by: string): string =>
  by === "local" || /^(127\.|::1$|::ffff:127\.)/.test(by) ? t("security:here") : by;
