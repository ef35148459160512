import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pastLab, play, seek } from "./pastLab";
import { serverNow } from "./source";
import { instantOf, wallOf } from "./zone";

/** The instant to the second, typed. It follows the clock until somebody types. */
export function ExactTime({ zone }: { zone: string }) {
  const { t } = useTranslation("past");
  const at = pastLab(s => s.at);
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    const instant = draft === null ? null : instantOf(draft, zone);
    setDraft(null);
    if (instant !== null && draft !== wallOf(at, zone)) seek(instant);
  };
  return (
    <form
      className="time-exact"
      onSubmit={e => {
        e.preventDefault();
        take();
      }}
    >
      <input
        className="field"
        type="datetime-local"
        step={1}
        aria-label={t("exact")}
        title={t("exact")}
        max={wallOf(serverNow(), zone)}
        value={draft ?? wallOf(at, zone)}
        onFocus={() => play(0)}
        onChange={e => setDraft(e.target.value)}
        onBlur={take}
      />
    </form>
  );
}
