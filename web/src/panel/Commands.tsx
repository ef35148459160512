import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Command } from "../commands/orders";
import { lengthText } from "../things/age";
import { type Thing, titleOf, valueText } from "../things/describe";
import { Age } from "./Age";
import type { Newest } from "./useNewest";
import { whoText } from "./who";
import { isOpen } from "./wish";

/** The thing's last orders: what, who, when, and how it ended. */
export function Commands({ thing, commands }: { thing: Thing; commands: Newest<Command> }) {
  const { t } = useTranslation("panel");
  const { items, fault } = commands;
  return (
    <section className="panel-part" aria-labelledby="panel-commands">
      <h3 id="panel-commands">{t("commands")}</h3>
      {fault && <p className="fault">{t("notRead", { why: fault.message })}</p>}
      {items?.length === 0 && <p className="quiet small">{t("noCommands")}</p>}
      <ol className="commands">
        {items?.map(command => (
          <li key={command.id} data-state={command.state}>
            <span className={`mark-of ${toneOf(command)}`} aria-hidden="true" />
            <p>
              <strong>{whatText(thing, command, t)}</strong> <span className="quiet">{whoText(command.by, t)}</span>
            </p>
            <p className="quiet small">
              <Age time={command.created} />
              {" · "}
              <Ended command={command} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function whatText(thing: Thing, { of, name, input }: Command, t: TFunction): string {
  const affordance = of === "action" ? thing.actions?.[name] : thing.properties?.[name];
  const schema = of === "action" ? thing.actions?.[name]?.input : thing.properties?.[name];
  const what = titleOf(affordance, name);
  return input === undefined ? what : t("panel:wrote", { what, value: valueText(input, schema) });
}

function toneOf(command: Command): string {
  if (isOpen(command)) return "wait";
  return command.state === "confirmed" ? "good" : command.state === "sent" ? "" : "bad";
}

function Ended({ command }: { command: Command }) {
  const { t } = useTranslation("panel");
  const { state, already, reason, ended, created } = command;
  if (isOpen(command))
    return <span className="wait-text">{t(`ended.${command.queuedUntil ? "queued" : "pending"}`)}</span>;
  const how = state === "confirmed" && already ? t("ended.already") : t(`ended.${state}`);
  const why = reason && state !== "confirmed" ? `: ${t(`why.${reason}`, { defaultValue: reason })}` : "";
  const took =
    ended && state !== "sent" ? `, ${t("took", { length: lengthText(Date.parse(ended) - Date.parse(created)) })}` : "";
  return (
    <span className={toneOf(command) === "bad" ? "bad-text" : ""}>
      {how}
      {why}
      {took}
    </span>
  );
}
