import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hrefOf } from "../app/address";
import { Icon } from "../look/Icon";
import { coarse } from "./machine";
import { view } from "./view";

/** One line below the scene: what is wrong with it, or how one moves now. */
export function Hints({ past, slow, fault }: { past: boolean; slow: boolean; fault: string | null }) {
  const { t } = useTranslation("world");
  const walking = view(v => v.mode === "walk");
  const [closed, close] = useState<string[]>([]);
  const shown: [string, string][] = [];
  if (fault !== null) shown.push(["fault", t("noModel", { why: fault })]);
  if (slow) shown.push(["slow", t("slow")]);
  if (past) shown.push(["past", t("pastHelp")]);
  else if (walking) shown.push(["walk", t(coarse() ? "walkTouch" : "walkHelp")]);
  const hint = shown.find(([name]) => !closed.includes(name));
  if (!hint) return null;
  return (
    <p className={`world-hint small ${hint[0]}`} role="status">
      {hint[1]}
      {hint[0] === "slow" && <a href={hrefOf({}, "/list")}>{t("toList")}</a>}
      <button
        type="button"
        className="button plain icon"
        aria-label={t("close")}
        onClick={() => close([...closed, hint[0]])}
      >
        <Icon name="close" size={14} />
      </button>
    </p>
  );
}
