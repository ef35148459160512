import { Blank } from "../app/Blank";

export default function DocumentsPage() {
  return <Blank what="soon" />;
}
