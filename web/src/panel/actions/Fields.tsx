import { useId } from "react";
import { useTranslation } from "react-i18next";
import { descriptionOf, type Schema, titleOf, valueText } from "../../things/describe";
import { choicesOf, limitsText } from "../../things/input";
import { type Draft, isGroup } from "./draft";

interface Props {
  schema: Schema;
  label: string;
  /** Its place in the form. */
  at: string;
  draft: Draft;
  faults: Record<string, string>;
  disabled: boolean;
  change: (at: string, held: string | boolean) => void;
  leave: (at: string) => void;
}

/** The fields of a schema: one, or those of a structure under its name. */
export function Fields(props: Props) {
  const { schema, label, at } = props;
  if (!isGroup(schema)) return <Field {...props} />;
  return (
    <fieldset className="stack group">
      <legend className={at === "" ? "unseen" : ""}>{label}</legend>
      {Object.entries(schema.properties ?? {}).map(([name, inner]) => (
        <Fields key={name} {...props} schema={inner} at={`${at}/${name}`} label={titleOf(inner, name)} />
      ))}
    </fieldset>
  );
}

function Field(props: Props) {
  const { schema, label, at, faults } = props;
  const { t } = useTranslation("panel");
  const id = useId();
  const fault = faults[at];
  const hint = [descriptionOf(schema), limitsText(schema, t)].filter(Boolean).join(" · ");
  return (
    <div className="input-field">
      <label htmlFor={id}>{label}</label>
      <Held {...props} id={id} hint={`${id}-hint`} />
      <p id={`${id}-hint`} className={fault ? "fault" : "quiet small"} role={fault ? "alert" : undefined}>
        {fault ?? hint}
      </p>
    </div>
  );
}

function Held({ schema, at, draft, faults, disabled, change, leave, id, hint }: Props & { id: string; hint: string }) {
  const { t } = useTranslation("panel");
  const held = draft[at] ?? "";
  const said = { id, disabled, "aria-describedby": hint, "aria-invalid": at in faults, onBlur: () => leave(at) };
  const choices = choicesOf(schema);
  if (typeof held === "boolean")
    return <input {...said} type="checkbox" checked={held} onChange={e => change(at, e.target.checked)} />;
  if (choices)
    return (
      <select {...said} className="field" value={held} onChange={e => change(at, e.target.value)}>
        {held === "" && <option value="">{t("choose")}</option>}
        {choices.map((choice, n) => (
          <option key={String(choice)} value={n}>
            {valueText(choice, schema)}
          </option>
        ))}
      </select>
    );
  const number = schema.type === "number" || schema.type === "integer";
  if (number || schema.type === "string")
    return (
      <input
        {...said}
        className="field"
        autoComplete="off"
        {...(number && { inputMode: "decimal" as const })}
        value={held}
        onChange={e => change(at, e.target.value)}
      />
    );
  return <textarea {...said} className="field" rows={3} value={held} onChange={e => change(at, e.target.value)} />;
}
