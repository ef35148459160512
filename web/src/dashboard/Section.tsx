import { type ReactNode, useId } from "react";

export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section className="board-section" aria-labelledby={heading}>
      <header className="row">
        <h2 id={heading}>{title}</h2>
        {note}
      </header>
      {children}
    </section>
  );
}
