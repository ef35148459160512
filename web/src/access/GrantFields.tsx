import { useTranslation } from "react-i18next";
import type { Role } from "../api/who";
import { known } from "../lab/lab";
import { titleOf } from "../things/describe";
import { Field } from "./Door";

export interface Grant {
  name: string;
  role: Role;
  rooms: string[];
  things: string[];
}

export const noGrant: Grant = { name: "", role: "viewer", rooms: [], things: [] };

/** Name, role, and for which rooms and things: nothing chosen is the whole lab. */
export function GrantFields({ grant, set }: { grant: Grant; set: (grant: Grant) => void }) {
  const { t } = useTranslation("access");
  return (
    <>
      <Field label={t("name")} value={grant.name} set={name => set({ ...grant, name })} />
      <label className="stack access-label">
        <span>{t("roleLabel")}</span>
        <select
          className="field"
          value={grant.role}
          onChange={e => {
            const role = e.target.value as Role;
            set(role === "admin" ? { ...grant, role, rooms: [], things: [] } : { ...grant, role });
          }}
        >
          {(["viewer", "operator", "admin"] as const).map(role => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      {grant.role !== "admin" && <RoomsOf grant={grant} set={set} />}
    </>
  );
}

function RoomsOf({ grant, set }: { grant: Grant; set: (grant: Grant) => void }) {
  const { t } = useTranslation("access");
  const rooms = known(k => k.lab?.scene?.rooms ?? {});
  const named = Object.entries(rooms).map(([id, room]) => [id, titleOf(room, id)] as const);
  return (
    <>
      {named.length > 0 && (
        <Choices label={t("rooms")} of={named} chosen={grant.rooms} set={rooms => set({ ...grant, rooms })} />
      )}
      <ThingChoice label={t("things")} chosen={grant.things} set={things => set({ ...grant, things })} />
      <p className="quiet small">{t("nothingChosen")}</p>
    </>
  );
}

/** Some of the lab's things. */
export function ThingChoice({ label, chosen, set }: { label: string; chosen: string[]; set: (ids: string[]) => void }) {
  const things = known(k => k.things);
  const named = [...things.values()].map(thing => [thing.id, titleOf(thing, thing.id)] as const);
  return <Choices label={label} of={named} chosen={chosen} set={set} />;
}

interface ChoiceProps {
  label: string;
  of: (readonly [string, string])[];
  chosen: string[];
  set: (ids: string[]) => void;
}

function Choices({ label, of, chosen, set }: ChoiceProps) {
  return (
    <details className="access-choices">
      <summary>
        {label} <span className="tag">{chosen.length}</span>
      </summary>
      <fieldset>
        <legend className="unseen">{label}</legend>
        {of.map(([id, title]) => (
          <label key={id} className="row">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={e => set(e.target.checked ? [...chosen, id] : chosen.filter(c => c !== id))}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
