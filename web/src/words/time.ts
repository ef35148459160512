import { locale } from "./index";

const kept = new Map<string, Intl.DateTimeFormat>();

/** A format of times in a zone, in the page's language; made once, since that is costly and a log asks for thousands. */
export function timeFormat(options: Intl.DateTimeFormatOptions, timeZone: string, language = locale()) {
  const key = `${language} ${timeZone} ${Object.values(options).join()} ${Object.keys(options).join()}`;
  const made =
    kept.get(key) ??
    new Intl.DateTimeFormat(language, { ...options, timeZone, ...(options.hour && { hourCycle: "h23" }) });
  kept.set(key, made);
  return made;
}
