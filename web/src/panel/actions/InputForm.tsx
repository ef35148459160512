import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../../things/describe";
import { faultsOf } from "../../things/input";
import { type Draft, draftOf, inputOf } from "./draft";
import { Fields } from "./Fields";

interface Props {
  schema: Schema;
  label: string;
  /** What the fields begin with. */
  start: unknown;
  disabled: boolean;
  /** What the button says. */
  word?: string;
  send: (value: unknown) => void;
}

/** A form made from a schema. What does not fit is said beside its field, once it was left or sending was tried. */
export function InputForm({ schema, label, start, disabled, word, send }: Props) {
  const { t } = useTranslation("panel");
  const [edited, setEdited] = useState<Draft>({});
  const [seen, setSeen] = useState<ReadonlySet<string> | "all">(new Set());
  // What is not touched follows what the device reports.
  const draft = { ...draftOf(schema, start), ...edited };
  const value = inputOf(schema, draft);
  const faults = faultsOf(schema, value, t);
  const shown = Object.fromEntries(Object.entries(faults).filter(([at]) => seen === "all" || seen.has(at)));
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setSeen("all");
    if (Object.keys(faults).length > 0) return;
    send(value);
    setEdited({});
    setSeen(new Set());
  };
  return (
    <form className="stack input-form" onSubmit={submit} noValidate>
      <Fields
        schema={schema}
        label={label}
        at=""
        draft={draft}
        faults={shown}
        disabled={disabled}
        change={(at, held) => setEdited(now => ({ ...now, [at]: held }))}
        leave={at => setSeen(now => (now === "all" ? now : new Set([...now, at])))}
      />
      <div>
        <button type="submit" className="button" disabled={disabled}>
          {word ?? t("set")}
        </button>
      </div>
    </form>
  );
}
