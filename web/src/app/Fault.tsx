import { t } from "i18next";
import { Component, type ReactNode } from "react";
import { Blank } from "./Blank";

/** A part of the page that fails takes only itself away, and says so: also one whose files are no longer on a server that was replaced. */
export class Fault extends Component<{ children: ReactNode }, { why: Error | null }> {
  override state = { why: null as Error | null };

  static getDerivedStateFromError(why: Error) {
    return { why };
  }

  override render() {
    if (!this.state.why) return this.props.children;
    return (
      <Blank what="fault">
        <button type="button" className="button" onClick={() => location.reload()}>
          {t("app:reload")}
        </button>
        <small className="quiet">{this.state.why.message}</small>
      </Blank>
    );
  }
}
