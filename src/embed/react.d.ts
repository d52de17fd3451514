/** For TypeScript with React 19 or newer: `import type {} from "partnership-health-check/react"` lets JSX have the element. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { PartnershipHealthCheck, PartnershipHealthCheckAttributes } from "./partnership-health-check.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "partnership-health-check": DetailedHTMLProps<HTMLAttributes<PartnershipHealthCheck>, PartnershipHealthCheck> &
        PartnershipHealthCheckAttributes;
    }
  }
}
