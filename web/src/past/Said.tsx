import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { happenedText } from "./happened";
import { backToNow, pastLab, seek, toOldest } from "./pastLab";
import { timeOf } from "./replay";
import type { Mark } from "./useMarks";
import { clockText, shortText } from "./zone";

/** What is the matter, with what to do next; else the last thing that had happened. */
export function Said({ last, zone }: { last: Mark | undefined; zone: string }) {
  const { t } = useTranslation("past");
  const { fault, loading, waiting, ended, nothing, speed } = pastLab();
  if (fault) return <Fault fault={fault} zone={zone} />;
  if (ended) return <Line text={t("ended")} act={t("toNow")} run={backToNow} />;
  if (nothing) return <Line text={t(nothing > 0 ? "nothingNext" : "nothingBefore")} />;
  if (loading || waiting) return <Line text={t(loading ? "loading" : "waiting")} />;
  if (!last) return <Line text={t("shown")} />;
  // What is played is not read out: it would never end.
  return <Line quiet={speed !== 0} text={`${clockText(last.time, zone)} · ${happenedText(last.entry)}`} />;
}

function Fault({ fault, zone }: { fault: unknown; zone: string }) {
  const { t } = useTranslation("past");
  if (fault === "noInstant") return <Line bad text={t("noInstant")} act={t("toNow")} run={backToNow} />;
  if (fault instanceof Problem && fault.status === 410) {
    const told = fault.body?.oldest;
    const oldest = typeof told === "string" ? timeOf({ time: told }) : pastLab.getState().oldest;
    const text = oldest ? t("gone", { oldest: shortText(oldest, zone) }) : fault.message;
    return <Line bad text={text} act={t("toOldest")} run={() => void toOldest()} />;
  }
  const why = fault instanceof Error ? fault.message : String(fault);
  return <Line bad text={t("failed", { why })} act={t("again")} run={() => seek(pastLab.getState().at)} />;
}

interface Saying {
  text: string;
  bad?: boolean;
  quiet?: boolean;
  act?: string;
  run?: () => void;
}

function Line({ text, bad, quiet, act, run }: Saying) {
  return (
    <div className={`time-said${bad ? " bad" : ""}`}>
      <span role={quiet ? undefined : "status"} title={text}>
        {text}
      </span>
      {act && (
        <button type="button" className="button" onClick={run}>
          {act}
        </button>
      )}
    </div>
  );
}
