import { Blank } from "../app/Blank";

export default function ListPage() {
  return <Blank what="soon" />;
}
