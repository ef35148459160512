import { t } from "i18next";

/** For what a key, an account or a person is, in words. */
export const scopeText = (of: { rooms: string[]; things: string[] }): string =>
  of.rooms.length + of.things.length === 0
    ? t("access:everything")
    : t("access:only", { what: [...of.rooms, ...of.things].join(", ") });
