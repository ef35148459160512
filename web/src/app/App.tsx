import { type ComponentType, lazy, type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Door } from "../access/Door";
import { session } from "../api/session";
import { known } from "../lab/lab";
import { status } from "../live/link";
import { PastProvider } from "../past/PastProvider";
import { useParam, usePath } from "./address";
import { Banner } from "./Banner";
import { Blank } from "./Blank";
import { Fault } from "./Fault";
import { Header } from "./Header";
import { Toasts } from "./Toasts";
import "./app.css";

const sources: Record<string, () => Promise<{ default: ComponentType }>> = {
  "/": () => import("../world/WorldPage"),
  "/list": () => import("../list/ListPage"),
  "/dashboard": () => import("../dashboard/DashboardPage"),
  "/log": () => import("../log/LogPage"),
  "/documents": () => import("../documents/DocumentsPage"),
  "/access": () => import("../access/AccessPage"),
};
/** A page's code comes while the server is still asked for the lab. */
export const fetchPage = (path: string) => void sources[path]?.();

const Viewer = lazy(() => import("../documents/Viewer"));
const Panel = lazy(() => import("../panel/ThingPanel"));
const Chat = lazy(() => import("../assistant/ChatPanel"));
const TimeBar = lazy(() => import("../past/TimeBar"));

const pages = Object.fromEntries(
  Object.entries(sources).map(([path, source]) => {
    const Page = lazy(source);
    return [path, <Page key={path} />];
  }),
);

export function App() {
  const path = usePath();
  const [thing, chat, doc, at] = [useParam("thing"), useParam("chat"), useParam("doc"), useParam("at")];
  const page = useMemo(() => pages[path] ?? <Blank what="noPage" />, [path]);
  return (
    <PastProvider>
      <div className="app">
        <Header />
        <Banner />
        <main className="app-main" id="main">
          <Suspense fallback={<Blank what="loading" />}>
            <Fault key={path}>
              <Ready>{page}</Ready>
            </Fault>
          </Suspense>
        </main>
        <Suspense>
          {thing && (
            <Fault key={thing}>
              <Panel thing={thing} />
            </Fault>
          )}
          {chat && (
            <Fault key="chat">
              <Chat />
            </Fault>
          )}
          {doc && (
            <Fault key={doc}>
              <Viewer document={doc} />
            </Fault>
          )}
          {at && (
            <Fault key="at">
              <TimeBar />
            </Fault>
          )}
        </Suspense>
        <Door />
        <Toasts />
      </div>
    </PastProvider>
  );
}

/** Nothing is shown that is not known yet; what hinders is said, with what to do. */
function Ready({ children }: { children: ReactNode }) {
  const { t } = useTranslation("app");
  const { lab, fault, load } = known();
  const { known: live } = status();
  const denied = session(s => s.denied);
  if (lab && live) return children;
  if (denied) return <Blank what="locked" />;
  if (fault && !lab) {
    return (
      <Blank what="unreachable" detail={fault.message}>
        <button type="button" className="button" onClick={() => void load()}>
          {t("again")}
        </button>
      </Blank>
    );
  }
  return <Blank what="loading" />;
}
