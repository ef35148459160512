import type { ReactNode } from "react";
import { Icon, type IconName } from "../look/Icon";

interface Props {
  icon: IconName;
  tone: "good" | "bad" | "warm" | "plain";
  value: number | string;
  label: string;
  /** Where more about it stands. */
  href?: string;
  children: ReactNode;
}

export function Tile({ icon, tone, value, label, href, children }: Props) {
  const inner = (
    <>
      <span className="tile-icon">
        <Icon name={icon} />
      </span>
      <span className="tile-value">
        <strong>{value}</strong> {label}
      </span>
      <span className="tile-more quiet small">{children}</span>
    </>
  );
  return (
    <li className={`tile ${tone}`}>
      {href ? (
        <a className="card" href={href}>
          {inner}
        </a>
      ) : (
        <div className="card">{inner}</div>
      )}
    </li>
  );
}
