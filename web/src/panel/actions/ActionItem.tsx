import { useState } from "react";
import { useTranslation } from "react-i18next";
import { give, type Order, outcomes, placeOf } from "../../commands/orders";
import { useTwin } from "../../live/useTwin";
import { usePast } from "../../past/PastProvider";
import { type Action, descriptionOf, type Thing, titleOf } from "../../things/describe";
import { Said } from "../Said";
import { AskFirst } from "./AskFirst";
import { InputForm } from "./InputForm";

/** One action: a button, with a form when it takes something; what is not to be done by mistake is asked first. */
export function ActionItem({ thing, name, action }: { thing: Thing; name: string; action: Action }) {
  const past = usePast() !== null;
  const [asked, setAsked] = useState<Order | null>(null);
  const place: Order = { thing: thing.id, of: "action", name };
  const outcome = outcomes(s => s.byPlace[placeOf(place)]);
  const title = titleOf(action, name);
  const description = descriptionOf(action);
  const run = (order: Order) => {
    if (action["gemeo:askFirst"]) setAsked(order);
    else void give(order, true);
  };
  return (
    <li className={action.input ? "action with-input" : "action"} data-action={name}>
      {action.input ? (
        <WithInput {...{ thing, action, title }} disabled={past} send={input => run({ ...place, input })} />
      ) : (
        <button
          type="button"
          className="button"
          disabled={past}
          aria-busy={outcome?.state === "pending"}
          onClick={() => outcome?.state !== "pending" && run(place)}
        >
          {title}
        </button>
      )}
      {description && <p className="quiet small">{description}</p>}
      {!past && <Said outcome={outcome} waiting={false} />}
      {asked && <AskFirst {...{ thing, action, title }} no={() => setAsked(null)} yes={() => void give(asked, true)} />}
    </li>
  );
}

interface WithInputProps {
  thing: Thing;
  action: Action;
  title: string;
  disabled: boolean;
  send: (input: unknown) => void;
}

/** The form begins with what the device reports of that which the action changes. */
function WithInput({ thing, action, title, disabled, send }: WithInputProps) {
  const { t } = useTranslation("panel");
  const twin = useTwin(thing.id);
  const by = action["gemeo:confirmedBy"];
  const changed = by && !by.input && by.equals === undefined ? by.property : null;
  const label = titleOf(action.input, changed ? titleOf(thing.properties?.[changed], changed) : t("value"));
  return (
    <InputForm
      schema={action.input ?? {}}
      label={label}
      start={changed ? twin?.properties[changed]?.value : undefined}
      word={title}
      disabled={disabled}
      send={send}
    />
  );
}
