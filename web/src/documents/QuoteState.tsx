import { useTranslation } from "react-i18next";
import { Icon } from "../look/Icon";
import type { Found } from "./match";

/** Whether the passage is marked; undefined while it is looked for. What is not found is shown, to be looked for by eye. */
export function QuoteState({ quote, found }: { quote: string; found: Found | null | undefined }) {
  const { t } = useTranslation("documents");
  const state = found === undefined ? "looking" : found === null ? "notFound" : found.whole ? "found" : "partly";
  return (
    <div className={`viewer-quote small ${state}`} role="status">
      {(state === "partly" || state === "notFound") && <Icon name="warning" size={16} />}
      <span>
        {t(`viewer.quote.${state}`)}
        {state === "notFound" && <q>{quote}</q>}
      </span>
    </div>
  );
}
