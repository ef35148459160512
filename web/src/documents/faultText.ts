import { useTranslation } from "react-i18next";

/** Why a document was not taken or read, with what to do about it; the server's own sentence for what is not known here. */
export function useFaultText(): (code?: string, erro?: string) => string {
  const { t, i18n } = useTranslation("documents");
  return (code, erro) => (i18n.exists(`documents:fault.${code}`) ? t(`fault.${code}`) : erro || t("fault.unknown"));
}
