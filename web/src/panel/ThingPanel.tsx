import { useTranslation } from "react-i18next";
import { go } from "../app/address";
import { outcomes } from "../commands/orders";
import { known, useThing } from "../lab/lab";
import { useTwin } from "../live/useTwin";
import { usePast } from "../past/PastProvider";
import { exactText } from "../things/age";
import { type Thing, titleOf } from "../things/describe";
import { ActionItem } from "./actions/ActionItem";
import { Commands } from "./Commands";
import { Events } from "./Events";
import { closePanel, Head } from "./Head";
import { Property } from "./Property";
import { Sheet } from "./Sheet";
import { useCommands } from "./useCommands";
import { useDesired } from "./useDesired";
import { wishOf } from "./wish";
import "./panel.css";

/** All that is known of a thing, and all that can be asked of it: made from its Thing Description. */
export default function ThingPanel({ thing }: { thing: string }) {
  const { t } = useTranslation("panel");
  const description = useThing(thing);
  const loaded = known(k => k.lab !== null);
  if (!loaded) return null;
  return (
    <Sheet label={t("panel", { thing: titleOf(description, thing) })} close={closePanel}>
      {description ? <Inside thing={description} /> : <Gone />}
    </Sheet>
  );
}

function Inside({ thing }: { thing: Thing }) {
  const { t } = useTranslation("panel");
  const twin = useTwin(thing.id);
  const commands = useCommands(thing.id);
  const past = usePast();
  const actions = Object.entries(thing.actions ?? {});
  const properties = Object.keys(thing.properties ?? {});
  return (
    <>
      <Head thing={thing} twin={twin} />
      {past && <PastNote at={past} />}
      {properties.length > 0 && <Properties thing={thing} commands={commands.items ?? []} />}
      {actions.length > 0 && (
        <section className="panel-part" aria-labelledby="panel-actions">
          <h3 id="panel-actions">{t("actions")}</h3>
          <ul className="actions">
            {actions.map(([name, action]) => (
              <ActionItem key={name} {...{ thing, name, action }} />
            ))}
          </ul>
        </section>
      )}
      {properties.length + actions.length === 0 && <p className="quiet">{t("nothing")}</p>}
      {Object.keys(thing.events ?? {}).length > 0 && <Events thing={thing} />}
      <Commands thing={thing} commands={commands} />
    </>
  );
}

function Properties({ thing, commands }: { thing: Thing; commands: Parameters<typeof wishOf>[3]["commands"] }) {
  const { t } = useTranslation("panel");
  const twin = useTwin(thing.id);
  const desired = useDesired(thing.id);
  const given = outcomes(s => s.byPlace);
  const past = usePast() !== null;
  // What is under way now is nothing of the past.
  const all = { outcomes: past ? {} : given, commands: past ? [] : commands, desired };
  return (
    <section className="panel-part" aria-labelledby="panel-properties">
      <h3 id="panel-properties">{t("properties")}</h3>
      <ul className="properties">
        {Object.entries(thing.properties ?? {}).map(([name, schema]) => {
          const reported = twin?.properties[name];
          const wish = wishOf(thing, name, reported?.value, all);
          return <Property key={name} {...{ thing, name, schema, reported, wish }} />;
        })}
      </ul>
    </section>
  );
}

function PastNote({ at }: { at: string }) {
  const { t } = useTranslation("panel");
  const zone = known(k => k.lab?.timeZone ?? "UTC");
  return (
    <p className="past-note" role="note">
      <span>{t("past", { when: exactText(Date.parse(at), zone) })}</span>
      <button type="button" className="button" onClick={() => go({ at: null })}>
        {t("toNow")}
      </button>
    </p>
  );
}

function Gone() {
  const { t } = useTranslation("panel");
  return (
    <div className="stack">
      <h2>{t("gone")}</h2>
      <p className="quiet">{t("goneNext")}</p>
      <p className="row">
        <button type="button" className="button primary" onClick={() => go({ thing: null }, { path: "/list" })}>
          {t("toList")}
        </button>
        <button type="button" className="button" onClick={closePanel}>
          {t("close")}
        </button>
      </p>
    </div>
  );
}
