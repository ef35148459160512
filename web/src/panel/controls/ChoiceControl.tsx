import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { valueText } from "../../things/describe";
import { choicesOf } from "../../things/input";
import { useSettled } from "../useSettled";
import type { ControlProps } from "./Control";

const few = 4;

/** A few choices stand side by side, more in a list. With the arrows one is sent only when they rest. */
export function ChoiceControl(props: ControlProps) {
  const choices = choicesOf(props.schema) ?? [];
  const keyed = useRef(false);
  const { draft, change, settle, settleSoon } = useSettled<number>(n => props.send(choices[n]));
  const choose = (n: number) => {
    change(n);
    if (keyed.current) settleSoon();
    else settle();
  };
  const chosen = draft?.value ?? choices.indexOf(props.reported);
  return (
    <div
      onKeyDownCapture={e => {
        keyed.current = e.key !== " " && e.key !== "Enter";
      }}
      onPointerDownCapture={() => {
        keyed.current = false;
      }}
    >
      {choices.length <= few ? (
        <Segments {...props} {...{ choices, chosen, choose }} />
      ) : (
        <List {...props} {...{ choices, chosen, choose }} />
      )}
    </div>
  );
}

type Choosing = ControlProps & { choices: unknown[]; chosen: number; choose: (n: number) => void };

function Segments({ schema, label, choices, chosen, choose, wish, disabled }: Choosing) {
  const name = useId();
  return (
    <fieldset className="segments" disabled={disabled} aria-label={label} aria-busy={wish?.waiting === true}>
      {choices.map((choice, n) => (
        <label key={String(choice)} className={wish && wish.value === choice ? "wished" : ""}>
          <input type="radio" name={name} checked={n === chosen} onChange={() => choose(n)} />
          <span>{valueText(choice, schema)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function List({ schema, label, choices, chosen, choose, wish, disabled }: Choosing) {
  const { t } = useTranslation("panel");
  return (
    <select
      className="field"
      aria-label={label}
      aria-busy={wish?.waiting === true}
      disabled={disabled}
      value={chosen}
      onChange={e => choose(Number(e.target.value))}
    >
      {chosen < 0 && <option value={-1}>{t("unknown")}</option>}
      {choices.map((choice, n) => (
        <option key={String(choice)} value={n}>
          {valueText(choice, schema)}
        </option>
      ))}
    </select>
  );
}
