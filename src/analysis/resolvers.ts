import type { ApiContext } from '../security/index.js';
import { runAnalysis } from './run/analyze.service.js';
import type { AnalysisInput } from './run/options.js';
import type { AnalysisReport } from './run/report.js';

export const resolvers = {
  Mutation: {
    analyze: (_parent: unknown, { options }: { options?: object | null }, { services }: ApiContext) => {
      return runAnalysis(services, withoutNulls(options ?? {}));
    },
  },
  AnalysisReport: {
    durations: ({ durations }: AnalysisReport) => Object.entries(durations).map(([step, millis]) => ({ step, millis })),
  },
};

/** GraphQL hands an omitted value in as null when a variable is null; for a setting both mean its default. */
function withoutNulls(value: object): AnalysisInput {
  const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, typeof inner === 'object' ? withoutNulls(inner as object) : inner]),
  );
}
