import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../api/client";
import { Problem } from "../api/problem";
import { Blank } from "../app/Blank";
import { centre } from "./centre";
import { find } from "./match";
import { QuoteState } from "./QuoteState";

/** Markdown and plain text, as they stand in the file: nothing in them is more than text. */
export function TextPages({ url, quote }: { url: string; quote: string | null }) {
  const { t } = useTranslation("documents");
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    ask(url, { signal: leaving.signal })
      .then(answer => answer.text())
      .then(setText)
      .catch((why: unknown) => {
        if (!leaving.signal.aborted) setFault(why instanceof Problem ? why.message : String(why));
      });
    return () => leaving.abort();
  }, [url]);
  if (fault) {
    return (
      <div className="blank" role="alert">
        <h2>{t("viewer.failed")}</h2>
        <p className="quiet">{fault}</p>
      </div>
    );
  }
  return text === null ? <Blank what="loading" detail={t("viewer.opening")} /> : <Text text={text} quote={quote} />;
}

function Text({ text, quote }: { text: string; quote: string | null }) {
  const { t } = useTranslation("documents");
  const box = useRef<HTMLElement>(null);
  const found = useMemo(() => (quote ? find(quote, [text]) : null), [text, quote]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found is on the page by now
  useEffect(() => {
    const first = box.current?.querySelector("mark");
    if (box.current && first) centre(box.current, first);
  }, [found]);
  const bits: { text: string; at: number; marked: boolean }[] = [];
  let at = 0;
  for (const { from, to } of found?.pieces ?? []) {
    bits.push(
      { text: text.slice(at, from), at, marked: false },
      { text: text.slice(from, to), at: from, marked: true },
    );
    at = to;
  }
  bits.push({ text: text.slice(at), at, marked: false });
  return (
    <>
      {quote && <QuoteState quote={quote} found={found} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is to be reached by the keyboard */}
      <section className="viewer-text" ref={box} aria-label={t("viewer.pages")} tabIndex={0}>
        <pre>
          {bits.map(bit =>
            bit.marked ? <mark key={bit.at}>{bit.text}</mark> : <span key={`${bit.at}-`}>{bit.text}</span>,
          )}
        </pre>
      </section>
    </>
  );
}
