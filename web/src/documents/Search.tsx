import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../api/client";
import { Problem } from "../api/problem";
import { hrefOf } from "../app/address";
import { bitsOf, quoteOf } from "./passage";

interface Hit {
  document: { id: string; name: string };
  page: number;
  section?: string;
  text: string;
  start: number;
}

interface Result {
  asked: string;
  items: Hit[];
  complete: boolean;
}

const [pause, least] = [250, 2];

/** Passages that answer, in whichever language they stand; each opens its page. */
export function Search({ asked, onAsk }: { asked: string; onAsk: (text: string) => void }) {
  const { t } = useTranslation("documents");
  const [result, fault] = useSearch(asked.trim());
  return (
    <search className="documents-search">
      <input
        className="field"
        type="search"
        value={asked}
        maxLength={2000}
        placeholder={t("search.hint")}
        aria-label={t("search.label")}
        onChange={e => onAsk(e.target.value)}
      />
      <div role="status" className="small quiet">
        {fault ?? (result && t("search.count", { count: result.items.length }))}
        {result && !result.complete && ` ${t("search.partial")}`}
      </div>
      {result && result.items.length === 0 && <p className="documents-none">{t("search.none")}</p>}
      <ol className="documents-hits">
        {result?.items.map(hit => (
          <li key={`${hit.document.id} ${hit.page} ${hit.start}`}>
            <a
              className="card"
              href={hrefOf({ doc: hit.document.id, page: String(hit.page), quote: quoteOf(hit.text) })}
            >
              <span className="documents-place">
                <b>{hit.document.name}</b>
                <span className="tag">{t("search.page", { page: String(hit.page) })}</span>
                {hit.section && <span className="small quiet">{hit.section}</span>}
              </span>
              <span className="documents-passage">
                {bitsOf(hit.text, result.asked).map((bit, n) => {
                  const key = `${n}`;
                  return bit.hit ? <mark key={key}>{bit.text}</mark> : <span key={key}>{bit.text}</span>;
                })}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </search>
  );
}

function useSearch(asked: string): [Result | null, string | null] {
  const [result, setResult] = useState<Result | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    setFault(null);
    if (asked.length < least) {
      setResult(null);
      return;
    }
    const waiting = setTimeout(() => {
      get<Omit<Result, "asked">>(`/search?limit=10&q=${encodeURIComponent(asked)}`, leaving.signal)
        .then(found => setResult({ ...found, asked }))
        .catch((why: unknown) => {
          if (leaving.signal.aborted) return;
          setResult(null);
          setFault(why instanceof Problem ? why.message : String(why));
        });
    }, pause);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [asked]);
  return [result, fault];
}
