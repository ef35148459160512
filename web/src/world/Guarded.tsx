import { Component, type ReactNode } from "react";

/** What goes wrong in the scene takes the scene away, not the page. */
export class Guarded extends Component<{ children: ReactNode; onFault: () => void }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(why: unknown) {
    console.error(why);
    this.props.onFault();
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
