import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { known } from "../lab/lab";
import { usePast } from "../past/PastProvider";
import { ageText, exactText, nextTick } from "../things/age";

/** How old something is, ticking; exact where the mouse rests. In the past it is as old as it was then. */
export function Age({ time }: { time: string }) {
  useTranslation();
  const at = usePast();
  const zone = known(k => k.lab?.timeZone ?? "UTC");
  const [now, setNow] = useState(Date.now());
  const then = Date.parse(time);
  useEffect(() => {
    if (at) return;
    const soon = setTimeout(() => setNow(Date.now()), nextTick(then, Date.now()));
    return () => clearTimeout(soon);
  });
  return (
    <time dateTime={time} title={exactText(then, zone)}>
      {ageText(then, at ? Date.parse(at) : Math.max(now, then))}
    </time>
  );
}
