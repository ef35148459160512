import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { go, useParam } from "../app/address";
import { give, outcomes, placeOf } from "../commands/orders";
import { lookOf } from "../history/series";
import type { Reported } from "../live/twins";
import { Icon } from "../look/Icon";
import { usePast } from "../past/PastProvider";
import { descriptionOf, type Schema, type Thing, titleOf, valueText } from "../things/describe";
import { choicesOf } from "../things/input";
import { Age } from "./Age";
import { Control } from "./controls/Control";
import { Said } from "./Said";
import type { Wish } from "./wish";

const History = lazy(() => import("../history/History"));

interface Props {
  thing: Thing;
  name: string;
  schema: Schema;
  reported: Reported | undefined;
  wish: Wish | null;
}

/** One property: what the device reports of it, what is wished, and what it is written with. */
export function Property({ thing, name, schema, reported, wish }: Props) {
  const past = usePast() !== null;
  const open = useParam("name") === name;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const order = { thing: thing.id, of: "property" as const, name };
  const outcome = outcomes(s => s.byPlace[placeOf(order)]);
  const title = titleOf(schema, name);
  const description = descriptionOf(schema);
  const control = schema.readOnly ? null : (
    <Control
      schema={schema}
      label={title}
      reported={reported?.value}
      wish={wish}
      disabled={past}
      send={input => void give({ ...order, input }, true)}
    />
  );
  // A switch says itself what is reported.
  const inHead = schema.type === "boolean" && !choicesOf(schema) ? control : null;
  return (
    <li ref={row} className={`property${open ? " open" : ""}`} data-property={name}>
      <div className="property-head">
        <div className="property-title">
          <h4>{title}</h4>
          <p className="quiet small">
            <Told {...{ schema, reported, past }} />
          </p>
        </div>
        {inHead ?? <Value {...{ schema, reported, wish }} />}
        {!schema.writeOnly && lookOf(schema) && <HistoryButton {...{ name, title, open }} />}
      </div>
      {description && <p className="quiet small">{description}</p>}
      {inHead ? null : control}
      <Wished {...{ schema, wish }} />
      {!past && <Said outcome={outcome} waiting={wish?.waiting === true} />}
      {open && (
        <Suspense fallback={<div className="history loading" />}>
          <History thing={thing.id} name={name} />
        </Suspense>
      )}
    </li>
  );
}

function Value({ schema, reported, wish }: Pick<Props, "schema" | "reported" | "wish">) {
  if (schema.writeOnly) return null;
  const nested = reported?.value !== null && typeof reported?.value === "object";
  return nested ? (
    <pre className="property-value nested">{JSON.stringify(reported?.value, null, 1)}</pre>
  ) : (
    <output className={`property-value${wish?.waiting ? " waiting" : ""}`}>{valueText(reported?.value, schema)}</output>
  );
}

function Told({ schema, reported, past }: Pick<Props, "schema" | "reported"> & { past: boolean }) {
  const { t } = useTranslation("panel");
  if (reported) return <Age time={reported.time} />;
  return t(schema.writeOnly ? "writeOnly" : past ? "neverThen" : "never");
}

/** What was asked for and is not so (yet). */
function Wished({ schema, wish }: Pick<Props, "schema" | "wish">) {
  const { t } = useTranslation("panel");
  if (!wish) return null;
  return (
    <span className={`property-tag tag${wish.waiting ? " wait" : ""}`}>
      {t(wish.waiting ? "wished" : "desired", { value: valueText(wish.value, schema) })}
    </span>
  );
}

function HistoryButton({ name, title, open }: { name: string; title: string; open: boolean }) {
  const { t } = useTranslation("history");
  return (
    <button
      type="button"
      className="button plain icon"
      aria-expanded={open}
      aria-label={t(open ? "hide" : "show", { what: title })}
      title={t(open ? "hide" : "show", { what: title })}
      onClick={() => go({ name: open ? null : name, from: null, to: null }, { replace: true })}
    >
      <Icon name="chart" />
    </button>
  );
}
