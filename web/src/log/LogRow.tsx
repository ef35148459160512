import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { secondsText } from "../lab/clock";
import type { Entry } from "../live/twins";
import { Icon } from "../look/Icon";
import type { Thing } from "../things/describe";
import { sentenceOf } from "./sentence";

/** One entry in human words; opened, it shows what the log holds of it. */
export const LogRow = memo(function LogRow({ entry, thing }: { entry: Entry; thing: Thing | undefined }) {
  // Drawn again when the language changes.
  useTranslation("log");
  const [open, setOpen] = useState(false);
  const { who, what, tone, icon } = sentenceOf(entry, thing);
  return (
    <li className={`log-row ${tone}`}>
      <details onToggle={e => setOpen(e.currentTarget.open)}>
        <summary>
          <time dateTime={entry.time}>{secondsText(entry.time)}</time>
          <Icon name={icon} size={16} />
          <span>
            <strong>{who}</strong>: {what}
          </span>
        </summary>
        {open && <pre>{JSON.stringify(entry, null, 2)}</pre>}
      </details>
    </li>
  );
});
