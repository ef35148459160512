import { Blank } from "../app/Blank";

export default function WorldPage() {
  return <Blank what="soon" />;
}
