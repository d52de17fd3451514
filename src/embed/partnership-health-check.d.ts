/** Kind of relationship. */
export type Kind = {{kinds}};
/** How many statements are asked: 13, or all. */
export type Length = {{lengths}};
/** The respondent's side, where the kind has two. */
export type Side = {{sides}};

/** How many statements have an answer, and how many there are. */
export interface Progress {
  answered: number;
  of: number;
}

/** Scores from 0 to 100; `null` where there are not enough answers. `V` is value, the others are criteria. */
export type Scores = Record<"overall" | "V" | {{criteria}}, number | null>;

/** Events of the element. All of them bubble, also out of shadow roots. */
export interface PartnershipHealthCheckEvents {
  /** A check was started. */
  "phc-start": CustomEvent<Record<string, never>>;
  /** A statement was answered, or its answer cleared; what was chosen is not told. */
  "phc-answer": CustomEvent<Progress & { statement: string }>;
  /** The result was asked for. Scores only with the attribute `scores`. */
  "phc-finish": CustomEvent<Progress & { scores?: Scores }>;
  /** A link was copied, or handed to the system's share sheet. */
  "phc-share": CustomEvent<Record<string, never>>;
  /** What the check keeps on the device was deleted; `all`: what other checks of the site keep was, too. */
  "phc-delete": CustomEvent<{ all: boolean }>;
  /** The check could not start, or it keeps failing. */
  "phc-error": CustomEvent<{ code: "unsupported" | "forbidden" | "missing" | "stopped" }>;
}

/** `<partnership-health-check>`. Each property stands for the attribute of its name. */
export interface PartnershipHealthCheck extends HTMLElement {
  /** Words of the check and this page's own, as `word = own word` with line breaks or `|` between. */
  words: string;
  /** Payload of an invitation, what stands behind `#phc-invite=` in its link: each check begins with it. It says kind and length. */
  invitation: string;
  /** Chosen beforehand, or "". */
  kind: Kind | "";
  /** Chosen beforehand, or "". */
  length: Length | "";
  /** Chosen beforehand, or "". */
  side: Side | "";
  /** `storage-key`: letters, digits and hyphens, at most 40. Checks with keys of their own have answers of their own. */
  storageKey: string;
  /** `heading-level`: "1" to "6", level of the title; "2" if nothing is said. */
  headingLevel: string;
  /** `link-base`: which page links open, this one ("host", usual) or the check's own. */
  linkBase: "host" | "own" | "";
  /** Names of parameters, with spaces between them, that links keep of the page's query. */
  keep: string;
  /** `own-page`: address of the check's own page; usually the folder above the loader's; none if the attribute is empty. */
  ownPage: string;
  /** Whether `phc-finish` has the scores. */
  scores: boolean;
  /** When it starts: near the visible part ("lazy", usual) or at once. */
  loading: "lazy" | "eager" | "";
  /** Loads and starts it now; also a new try after a failure. Says whether it is there. */
  load(): Promise<boolean>;
  addEventListener<Name extends keyof PartnershipHealthCheckEvents>(
    type: Name,
    listener: (this: PartnershipHealthCheck, event: PartnershipHealthCheckEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: PartnershipHealthCheck, event: HTMLElementEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof PartnershipHealthCheckEvents>(
    type: Name,
    listener: (this: PartnershipHealthCheck, event: PartnershipHealthCheckEvents[Name]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: PartnershipHealthCheck, event: HTMLElementEventMap[Name]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

type Dashed<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? "" : "-"}${Lowercase<First>}${Dashed<Rest>}`
  : Name;
type Settings = Omit<PartnershipHealthCheck, keyof HTMLElement | "load">;

/** The attributes of the element and its events as frameworks with JSX name them, such as `onphc-answer`. */
export type PartnershipHealthCheckAttributes = {
  [Name in keyof Settings as Dashed<Name>]?: Settings[Name];
} & {
  [Name in keyof PartnershipHealthCheckEvents as `on${Name}`]?: (event: PartnershipHealthCheckEvents[Name]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    "partnership-health-check": PartnershipHealthCheck;
  }
}
