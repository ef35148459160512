import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./look/base.css";
import "./words";
import "./app/theme";
import { App } from "./app/App";
import { known } from "./lab/lab";
import { connect, onOpen } from "./live/link";

void known.getState().load();
connect();
// After a server's restart the lab may be another one.
onOpen(() => void known.getState().load());

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
