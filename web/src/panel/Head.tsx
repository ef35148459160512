import { useTranslation } from "react-i18next";
import { withKey } from "../api/client";
import { go, hrefOf } from "../app/address";
import { toast } from "../app/toasts";
import { known } from "../lab/lab";
import type { Twin } from "../live/twins";
import { Icon } from "../look/Icon";
import { usePast } from "../past/PastProvider";
import { sinceText } from "../things/age";
import { descriptionOf, type Thing, titleOf } from "../things/describe";
import { copy } from "./copy";

export const closePanel = () => go({ thing: null, name: null, from: null, to: null });

export function Head({ thing, twin }: { thing: Thing; twin: Twin | undefined }) {
  const { t } = useTranslation("panel");
  const description = descriptionOf(thing);
  return (
    <header className="panel-head">
      <div className="row spread">
        <h2 id="panel-title">{titleOf(thing, thing.id)}</h2>
        <button type="button" className="button plain icon" aria-label={t("close")} onClick={closePanel}>
          <Icon name="close" />
        </button>
      </div>
      {description && <p className="quiet">{description}</p>}
      <Place {...{ thing, twin }} />
      <Links thing={thing} />
    </header>
  );
}

function Place({ thing, twin }: { thing: Thing; twin: Twin | undefined }) {
  const { t } = useTranslation("panel");
  const lab = known(k => k.lab);
  const at = usePast();
  const kind = thing["gemeo:kind"] ?? lab?.scene?.things?.[thing.id]?.kind;
  const room = thing["gemeo:room"] ?? lab?.scene?.things?.[thing.id]?.room;
  const since =
    twin?.since && sinceText(Date.parse(twin.since), at ? Date.parse(at) : Date.now(), lab?.timeZone ?? "UTC");
  const tone = twin?.available === undefined ? "wait" : twin.available ? "good" : "bad";
  return (
    <p className="panel-tags">
      <span className={`tag ${tone}`} data-available={String(twin?.available)}>
        {twin?.available === undefined ? t("silent") : t(twin.available ? "here" : "away", { since: since ?? "?" })}
      </span>
      {kind && <span className="tag">{t(`kind.${kind}`, { defaultValue: kind.replaceAll("-", " ") })}</span>}
      {room && <span className="tag">{titleOf(lab?.scene?.rooms?.[room], room)}</span>}
    </p>
  );
}

function Links({ thing }: { thing: Thing }) {
  const { t } = useTranslation("panel");
  const share = async () => {
    const copied = await copy(location.href);
    toast(copied ? { tone: "good", text: t("copied") } : { tone: "bad", text: t("notCopied") });
  };
  return (
    <p className="panel-links small">
      <button type="button" className="link" onClick={() => void share()}>
        <Icon name="link" size={16} />
        {t("copy")}
      </button>
      <a href={hrefOf({ name: null, from: null, to: null }, "/log")}>
        <Icon name="log" size={16} />
        {t("log")}
      </a>
      <a href={withKey(`/things/${encodeURIComponent(thing.id)}`)} target="_blank" rel="noreferrer">
        <Icon name="documents" size={16} />
        {t("description")}
      </a>
    </p>
  );
}
