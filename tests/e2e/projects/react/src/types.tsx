// What JSX takes of the element and what it must not: each of those is an error that is expected.
import type { PartnershipHealthCheck } from "partnership-health-check";
import type {} from "partnership-health-check/frame.js";

export const taken = (
  <partnership-health-check
    ref={(check: PartnershipHealthCheck | null) => void check?.load()}
    className="wide"
    lang="cy"
    kind="grant"
    length="quick"
    storage-key="north-team"
    heading-level="3"
    link-base="own"
    loading="eager"
    scores
    onphc-finish={({ detail }) => console.log(detail.scores?.overall)}
    onphc-error={({ detail }) => console.log(detail.code === "forbidden")}
  >
    <p>Please turn JavaScript on.</p>
  </partnership-health-check>
);

// @ts-expect-error: no such kind
export const kind = <partnership-health-check kind="friendship" />;
// @ts-expect-error: in JSX it is called as in HTML, because React may come before the element's script
export const key = <partnership-health-check storageKey="north-team" />;
// @ts-expect-error: no answer is told
export const told = <partnership-health-check onphc-answer={({ detail }) => console.log(detail.response)} />;
// @ts-expect-error: a method, no attribute
export const method = <partnership-health-check load />;
