import { Verification } from './verification';

export default function Page() {
  return <Verification />;
}
