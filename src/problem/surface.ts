/** A problem file as it stands in YAML, once the schema has approved it. */
import type { Answer, Disclosure, Verdict } from '../types.js';

export type Numeral = number | string;
type SurfaceMoment = 'start' | 'converged' | number;
export type SurfaceDomains = { readonly [symbol: string]: 'real' | 'positive' | readonly [Numeral, Numeral] };

export type SurfaceKey<Stated> = {
  readonly from?: string;
  readonly at?: SurfaceMoment;
  readonly component?: number;
  readonly point?: number;
  readonly answer?: Stated;
  readonly decimals?: number;
  readonly tolerance?: number;
  readonly relative?: number;
};

type SurfaceChoice = {
  readonly options: { readonly [key: string]: string };
  readonly answer:
    | string
    | number
    | {
        readonly 'component-with': 'largest' | 'smallest' | 'largest-increase' | 'largest-decrease';
        readonly of: string;
        readonly at: SurfaceMoment;
        readonly since?: SurfaceMoment;
      };
};

export type SurfaceQuestion = {
  readonly id: string;
  readonly title?: string;
  readonly prompt: string;
  readonly points: number;
  readonly attempts?: number;
  readonly hint?: string;
  readonly explanation?: string;
  readonly examples?: readonly { readonly answer: Answer; readonly verdict: Verdict; readonly cause?: string }[];
  readonly number?: SurfaceKey<Numeral>;
  readonly list?: SurfaceKey<readonly Numeral[]>;
  readonly table?: SurfaceKey<readonly (readonly Numeral[])[]>;
  readonly assignments?: SurfaceKey<readonly number[]>;
  readonly choice?: SurfaceChoice;
  readonly formula?: string;
  readonly symbols?: SurfaceDomains;
  readonly elsewhere?: SurfaceDomains;
  readonly given?: readonly string[];
  readonly index?: { readonly [letter: string]: readonly number[] };
  readonly form?: { readonly simplified: boolean; readonly otherwise?: number };
  readonly 'left-hand-side'?: readonly string[];
  readonly states?: string;
};

export type SurfaceModel = {
  readonly family?: string;
  readonly data: readonly (Numeral | readonly Numeral[])[] | { readonly file: string };
  readonly start?: { readonly [parameter: string]: readonly Numeral[] };
  readonly responsibilities?: readonly (readonly Numeral[])[];
  readonly fixed?: readonly string[];
  readonly constants?: { readonly [name: string]: Numeral };
  readonly stop?: { readonly tolerance?: number; readonly iterations?: number };
};

export type SurfacePolicy = {
  readonly attempts?: number;
  readonly due?: string;
  readonly extension?: string;
  readonly extensions?: { readonly [student: string]: string };
  readonly late?: 'accept' | 'refuse' | { readonly reduce: number; readonly 'at-most'?: number };
  readonly keep?: 'best' | 'last';
  readonly hints?: Disclosure;
  readonly causes?: Disclosure;
  readonly explain?: Disclosure;
  readonly solutions?: Disclosure;
  readonly 'follow-through'?: number;
};

type SurfaceRange = {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly count?: number;
};

export type SurfaceProblem = {
  readonly id: string;
  readonly title: string;
  readonly introduction?: string;
  readonly model: SurfaceModel;
  readonly policy?: SurfacePolicy;
  readonly questions: readonly SurfaceQuestion[];
  readonly misconceptions?: readonly {
    readonly id: string;
    readonly predicts: { readonly [question: string]: Answer };
    readonly message: string;
    readonly hint?: string;
    readonly credit?: number;
  }[];
  readonly variants?: {
    readonly data: SurfaceRange;
    readonly start: { readonly [parameter: string]: SurfaceRange };
    readonly 'distinct-causes'?: number;
    readonly 'min-margin'?: number;
  };
};
